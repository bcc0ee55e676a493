/* pruning.h - stacks without the deep ends of the rarest of them.
 *
 *	ends_grow(&ends, (struct calltree_least){.parts = 1});
 *	struct pruning pruning = pruning_begin(&ends);
 *	pruning_keep(&pruning, 1000);
 *	... ends.tree and ends.box have the root and 999 more
 *	pruning_end(&pruning);
 *
 * Boxes are left out by what they weigh, the lightest first; of those as heavy, the deepest first, and
 * then the last of a walk.  So no box loses the one that it stands on, and one box more or less can be
 * kept.  What ended on a box that is left out ends on the nearest below that is not: all sums stay.
 */
#ifndef ANALYSIS_PRUNING_H
#define ANALYSIS_PRUNING_H

#include "analysis/ends.h"

struct pruning {
	struct ends *ends;
	struct calltree whole; /* its tree as it was */
	uint32_t *rank;        /* of each box of that: those below n are the n that are kept */
	uint32_t *box;         /* of each stack, the box of that */
	uint32_t *now;         /* of each box of that, the one that stands for it */
};

/* Borrows ends, which were grown and stay as they are but for what pruning_keep does. */
struct pruning pruning_begin(struct ends *ends);

/* Makes tree and box of the ends those of n boxes, from 1 to all there were; tree.left_out and left_weight
 * tell how many are left out, and the weight of what went through them. */
void pruning_keep(struct pruning *pruning, size_t n);

/* Leaves the ends as pruning_keep made them last. */
void pruning_end(struct pruning *pruning);

#endif
