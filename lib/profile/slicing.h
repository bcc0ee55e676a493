/* slicing.h - the samples of some ranges of time, out of all pieces: what fs-slice does.
 *
 *	struct slicing slicing = {.out = &out, .keep = &keep, .drop = &drop};
 *	window_add(&slicing.window, start, end);
 *	select_open(&slicing.select, &keep, &drop);
 *	slicing_run(&slicing, operands, n, 0);
 *	slicing_free(&slicing);
 *
 * Comments are passed on, but the end line: what is cut out is no whole stream.  Lines kept are
 * written in runs, straight from the block.  A broken line, or one without a time, ends the program
 * after what stands before it was written.
 */
#ifndef PROFILE_SLICING_H
#define PROFILE_SLICING_H

#include "base/output.h"
#include "profile/seek.h"
#include "profile/select.h"

struct slicing {
	struct output *out;
	struct window window;               /* the ranges, not settled yet */
	struct select select;               /* which stacks, opened */
	const struct opt_list *keep, *drop; /* the same as told, for the head */
	bool except;                        /* what lies outside the ranges */
	bool sorted;                        /* the user's word that files are in order */
	bool local;                         /* times told without a zone are local time */

	char *const *operands;
	size_t n_operands;
	struct lines lines;
	struct timed timed;
	struct seek seek;
	uint64_t piece; /* the one whose samples have begun */
	bool settled;   /* the head is over */
	bool roughly;   /* a wall clock was needed and is only roughly known */
	struct str run; /* of the block: lines to be written */
};

/* Reads all operands, borrowed, as input_open. */
void slicing_run(struct slicing *slicing, char *const *operands, size_t n, size_t block_size);

/* Frees window and select too. */
void slicing_free(struct slicing *slicing);

#endif
