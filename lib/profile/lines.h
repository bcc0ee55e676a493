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
	uint64_t number; /* of that line in its piece, from 1; not known after lines_seek */
	uint64_t next;   /* byte of the piece at which rest begins */
	bool sought;     /* lines_seek was called for this piece */
	struct head head;
	struct axis axis;
	const char *first_name; /* where the head stands that set the axis; NULL: none yet */
	uint64_t first_number;
	bool open; /* a piece is being read */
};

/* Borrows operands; as input_open. */
void lines_open(struct lines *lines, char *const *operands, size_t n, size_t block_size);

/* The next line that is not blank. */
enum timed_kind lines_next(struct lines *lines, struct timed *timed);

/* The next line, blank ones too (TIMED_BLANK).  What was handed out before, raw among it, stays
 * good as long as rest is not empty. */
enum timed_kind lines_take(struct lines *lines, struct timed *timed);

/* Goes on at a byte of the piece at which a line begins; its input must be whole (input.h). */
void lines_seek(struct lines *lines, uint64_t offset);

/* Leaves out what is still to come of the piece. */
void lines_skip(struct lines *lines);

/* Ends the program with `program: FILE:LINE: what` for the line handed out last; after lines_seek
 * with `program: FILE: byte OFFSET: what`. */
_Noreturn void lines_die(const struct lines *lines, const char *what);

/* The same for a folded line without a time, given to a program that wants times: says how to
 * record them. */
_Noreturn void lines_die_untimed(const struct lines *lines);

/* Whether the next call can be answered without waiting for input. */
bool lines_ready(const struct lines *lines);

void lines_close(struct lines *lines);

#endif
