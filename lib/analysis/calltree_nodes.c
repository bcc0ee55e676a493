/* calltree_nodes.c - from places on the box below to places in the picture */
#include "analysis/calltree_nodes.h"

#include "base/array.h"

#include <stdlib.h>

/* What comes before a box. */
struct start {
	struct weight weight, base;
};

/* What a weight adds to the whole part of all that comes before it; that is *start, relative, and
 * becomes absolute. */
static uint64_t
whole_of(struct weight *start, struct weight below, struct weight weight)
{
	folded_add(start, below);
	struct weight end = *start;
	folded_add(&end, weight);
	return end.whole - start->whole;
}

/* Makes a box of a node where it stands, which starts, of the boxes below it, tell. */
static struct calltree_box
place(const struct stacks *stacks, const struct calltree_node *node, struct start *starts)
{
	const struct start *below = &starts[node->depth];
	struct start *start = &starts[node->depth + 1];

	*start = (struct start){node->before, node->base_before};
	uint64_t weight = whole_of(&start->weight, below->weight, node->weight);
	uint64_t base = whole_of(&start->base, below->base, node->base);
	return (struct calltree_box){
	    .name = node->depth > 0 ? stacks->names.texts[node->name] : STR("all"),
	    .before = start->weight.whole,
	    .weight = weight,
	    .base = base,
	    .depth = node->depth,
	    .number = node->name,
	};
}

void
calltree_nodes_place(struct calltree *tree, const struct stacks *stacks,
    const struct calltree_node *nodes, size_t n, size_t deepest)
{
	struct start *starts = array_new(deepest + 1, sizeof(*starts));
	uint32_t gone = UINT32_MAX; /* depth of a box that, of fractions, turned out too light */

	tree->boxes = array_new(n, sizeof(*tree->boxes));
	for (size_t i = 0; i < n; i++) {
		struct calltree_box box = place(stacks, &nodes[i], starts);
		if (box.depth > gone || (box.depth > 0 && box.weight < tree->lightest)) {
			tree->left_out++;
			tree->left_weight += box.depth > gone ? 0 : box.weight;
			tree->left_base += box.depth > gone ? 0 : box.base;
			gone = box.depth < gone ? box.depth : gone;
			continue;
		}
		gone = UINT32_MAX;
		if (box.depth > tree->depth)
			tree->depth = box.depth;
		tree->boxes[tree->n++] = box;
	}
	free(starts);
}
