/* timed.h - timed folded lines: TIME[ KEY=VALUE]...<TAB>FRAME;...;FRAME COUNT.
 *
 *	struct timed timed;
 *	while (str_line(&block, &line))
 *		switch (timed_parse(line, &timed)) { ... }
 *
 * The grammar is fs-folded(5).  All text is borrowed from the line.
 */
#ifndef PROFILE_TIMED_H
#define PROFILE_TIMED_H

#include "base/nsec.h"
#include "profile/folded.h"

enum timed_kind {
	TIMED_END,     /* lines_next: no more lines */
	TIMED_SAMPLE,  /* a timed line: all of *timed is set */
	TIMED_PLAIN,   /* a folded line without a time: folded is set, time is 0, keys are empty */
	TIMED_COMMENT, /* a comment of ours: key and value are set */
	TIMED_BLANK,   /* an empty line, or another tool's comment */
	TIMED_BROKEN   /* none of these */
};

struct timed {
	nsec time;       /* since the origin of its stream */
	struct str keys; /* what stands between the time and the tab: `cpu=7 tid=1234/1250` */
	struct folded folded;
	struct str key, value; /* of a comment */
};

enum timed_kind timed_parse(struct str line, struct timed *timed);

/* The value of one key, {0} where the line has none. */
struct str timed_key(struct str keys, struct str name);

#endif
