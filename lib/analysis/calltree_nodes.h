/* calltree_nodes.h - boxes of a flame graph whose places are relative to the box below, while the tree
 * is built. */
#ifndef ANALYSIS_CALLTREE_NODES_H
#define ANALYSIS_CALLTREE_NODES_H

#include "analysis/calltree.h"

/* A box that may be kept. */
struct calltree_node {
	uint32_t name, depth;
	struct weight before, base_before; /* on the box below it */
	struct weight weight, base;
};

/* Makes the boxes of the tree, but those that, weights being cut off to whole ones where they stand,
 * are lighter than tree->lightest.  Nodes come in the order of the boxes; none is deeper than deepest. */
void calltree_nodes_place(struct calltree *tree, const struct stacks *stacks,
    const struct calltree_node *nodes, size_t n, size_t deepest);

#endif
