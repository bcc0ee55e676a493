/* lines.h - the lines of our own formats, one after the other, from all operands.
 *
 *	struct lines lines;
 *	struct timed timed;
 *	enum timed_kind kind;
 *	lines_open(&lines, argv + 1, n, 0);
 *	while ((kind = lines_next(&lines, &timed)) != TIMED_END)
 *		if (kind == TIMED_BROKEN)
 *			lines_die(&lines, "not a timed line");
 *	lines_close(&lines);
 *
 * Times are on one axis: that of the first head (axis.h).  Comments are handed out and kept in
 * head.  What lines_next hands out is borrowed until the next call.  Unreadable files, files of
 * another kind (foreign.h) and streams that fit on no axis end the program with a message.
 */
#ifndef PROFILE_LINES_H
#define PROFILE_LINES_H

#include "base/input.h"
#include "profile/axis.h"
#include "profile/head.h"
#include "profile/timed.h"

struct lines {
	struct input input;
	struct str rest; /* of the block */
	struct str raw;  /* the line handed out, its newline included where it has one */
	uint64_t number; /* of that line in its piece, from 1 */
	struct head head;
	struct axis axis;
	bool open; /* a piece is being read */
};

/* Borrows operands; as input_open. */
void lines_open(struct lines *lines, char *const *operands, size_t n, size_t block_size);

/* The next line that is not blank. */
enum timed_kind lines_next(struct lines *lines, struct timed *timed);

/* Ends the program with `program: FILE:LINE: what` for the line handed out last. */
_Noreturn void lines_die(const struct lines *lines, const char *what);

/* Whether the next call can be answered without waiting for input. */
bool lines_ready(const struct lines *lines);

void lines_close(struct lines *lines);

#endif
