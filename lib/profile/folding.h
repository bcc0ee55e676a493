/* folding.h - the fold of all operands, read by several workers.
 *
 *	struct folding folding = {.workers = 2, .rewrite = &rewrite, .keep = &keep, .drop = &drop};
 *	folding_run(&folding, operands, n);
 *	fold_sort(&folding.fold);
 *	... folding.fold, folding.broken
 *	folding_free(&folding);
 *
 * Timed and plain lines may be mixed; comments are kept in head.  The same fold comes out for any
 * number of workers and any size of blocks.  Files of another kind (foreign.h), and counts that add
 * up to more than 64 bits can hold, end the program.
 */
#ifndef PROFILE_FOLDING_H
#define PROFILE_FOLDING_H

#include "profile/fold.h"
#include "profile/head.h"
#include "profile/rewrite.h"
#include "profile/stacks.h"

struct folding {
	int workers;                   /* at least 1 */
	size_t block_size;             /* as input_open */
	const struct rewrite *rewrite; /* what becomes of the stacks; NULL: nothing */
	const struct opt_list *keep,
	    *drop; /* which are wanted, as select.h; looked at before that */

	bool clean;           /* control bytes and empty frames of other tools are mended */
	bool difference;      /* lines are `STACK BEFORE AFTER` */
	bool find_difference; /* that is to be told by the first 64 KiB: a file is one where every
	                         line ends in two counts and some stack holds `;` */

	struct stacks *stacks; /* where they go; NULL: into fold.  It wants one worker. */
	struct fold fold;
	struct head head;            /* the comments of all operands */
	uint64_t understood, broken; /* lines */
	struct text first_broken;    /* where the first of these stands: `x.folded:12` */
	struct text unlike; /* the first file that is a difference to be found, behind others that
	                       are none, and is not taken for one */
};

/* Reads all operands, borrowed, as input_open. */
void folding_run(struct folding *folding, char *const *operands, size_t n);

/* Says which file is unlike the first, where there is one. */
void folding_say_unlike(struct folding *folding);

void folding_free(struct folding *folding);

#endif
