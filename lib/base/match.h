/* match.h - POSIX extended regular expressions on borrowed text.
 *
 *	struct match match;
 *	match_open(&match, "^java;.*GC", "--keep");
 *	if (match_text(&match, stack))
 *		...
 *	match_close(&match);
 *
 * NUL bytes in the text are matched as blanks.  A match is not shared between threads.
 */
#ifndef BASE_MATCH_H
#define BASE_MATCH_H

#include "base/text.h"

#include <regex.h>

struct match {
	regex_t regex;
	struct text text; /* a copy with the NUL that regexec wants */
};

/* A broken expression ends the program with status 2, naming the option it came from. */
void match_open(struct match *match, const char *expression, const char *option);

bool match_text(struct match *match, struct str s);

void match_close(struct match *match);

#endif
