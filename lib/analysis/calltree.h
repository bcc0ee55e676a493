/* calltree.h - the boxes of a flame graph: what stands on what, and how wide.
 *
 *	struct calltree tree = {0};
 *	struct calltree_least least = {.parts = 11800, .least = 1};
 *	calltree_build(&tree, &stacks, stacks.total.whole, least);
 *	for (size_t i = 0; i < tree.n; i++)
 *		left = calltree_place(&tree, tree.boxes[i].before, 11800);
 *	calltree_free(&tree);
 *
 * A box stands for a frame under the same callers.  Boxes come in the order in which a walk from
 * the root meets them, a box before what stands on it, and siblings by the bytes of their names, or,
 * of stacks that are in_order, as they come; then one frame may have several boxes on one caller.
 * Memory is that of the boxes kept, of the deepest stack, and of the siblings of those in it; the
 * names are borrowed from the stacks.  {0} is an empty tree.  Running out of memory ends the program.
 *
 * The rule of layout is in docs/design.md, "Layout of a flame graph"; flamegraph_layout.js follows it too.
 */
#ifndef ANALYSIS_CALLTREE_H
#define ANALYSIS_CALLTREE_H

#include "analysis/calltree_least.h"
#include "profile/stacks.h"

struct calltree_box {
	struct str name;         /* as the stack has it, marks included */
	uint64_t before, weight; /* the weight on its left, and its own with all that it calls */
	uint64_t base;           /* of a difference: what its weight was */
	uint32_t depth;          /* 0 is the root, which has no frame and all the weight */
	uint32_t number;         /* of the name in the stacks */
};

struct calltree {
	struct calltree_box *boxes;
	size_t n, capacity;
	uint64_t total, base_total;
	uint64_t lightest;    /* weight of a box that is kept */
	uint32_t depth;       /* of the deepest box kept */
	uint64_t left_out;    /* boxes not kept */
	uint64_t left_weight; /* and the weight that so has nothing drawn where it would stand */
	uint64_t left_base;   /* of a difference, what weighed that before, or is gone */
};

/* Builds the tree of stacks that are finished; total is at least the sum of their weights, fractions
 * summed before they are cut off. */
void calltree_build(struct calltree *tree, const struct stacks *stacks, uint64_t total,
    struct calltree_least least);

/* Where a weight ends when the total is spread over width: floor(weight * width / total). */
uint64_t calltree_place(const struct calltree *tree, uint64_t weight, uint32_t width);

void calltree_free(struct calltree *tree);

#endif
