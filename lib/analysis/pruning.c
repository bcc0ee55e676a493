/* pruning.c - stacks without the deep ends of the rarest of them */
#include "analysis/pruning.h"

#include "analysis/ranking.h"
#include "base/array.h"

#include <stdlib.h>

/* By weight, then by depth: what is ranked second stays in the order of the first where it is the same. */
static uint32_t *
rank_boxes(const struct calltree *tree)
{
	uint64_t *values = array_new(tree->n, sizeof(*values));

	for (size_t i = 0; i < tree->n; i++)
		values[i] = tree->depth - tree->boxes[i].depth;
	struct ranking shallow = ranking_make(values, tree->n);
	for (size_t i = 0; i < tree->n; i++)
		values[i] = tree->boxes[shallow.order[i]].weight;
	struct ranking heavy = ranking_make(values, tree->n);
	for (size_t i = 0; i < tree->n; i++)
		shallow.rank[i] = heavy.rank[shallow.rank[i]];
	ranking_free(&heavy);
	free(shallow.order);
	free(values);
	return shallow.rank;
}

struct pruning
pruning_begin(struct ends *ends)
{
	struct pruning pruning = {
	    .ends = ends,
	    .whole = ends->tree,
	    .rank = rank_boxes(&ends->tree),
	    .box = array_new(ends->texts.n, sizeof(*pruning.box)),
	    .now = array_new(ends->tree.n, sizeof(*pruning.now)),
	};

	memcpy(pruning.box, ends->box, ends->texts.n * sizeof(*pruning.box));
	ends->tree.boxes = array_new(pruning.whole.n, sizeof(*ends->tree.boxes));
	return pruning;
}

static void
keep_boxes(struct pruning *pruning, struct calltree *tree, size_t n)
{
	const struct calltree *whole = &pruning->whole;
	/* At each depth the place, in whole, of the last box. */
	uint32_t *path = array_new((size_t)whole->depth + 1, sizeof(*path));

	for (size_t i = 0; i < whole->n; i++) {
		const struct calltree_box *box = &whole->boxes[i];
		uint32_t below = box->depth > 0 ? path[box->depth - 1] : 0;
		path[box->depth] = (uint32_t)i;
		if (pruning->rank[i] < n) {
			pruning->now[i] = (uint32_t)tree->n;
			tree->boxes[tree->n++] = *box;
			tree->depth = box->depth > tree->depth ? box->depth : tree->depth;
		} else {
			pruning->now[i] = pruning->now[below];
			tree->left_weight += pruning->rank[below] < n ? box->weight : 0;
		}
	}
	tree->left_out += whole->n - tree->n;
	free(path);
}

void
pruning_keep(struct pruning *pruning, size_t n)
{
	struct ends *ends = pruning->ends;
	struct calltree_box *boxes = ends->tree.boxes;

	ends->tree = pruning->whole;
	ends->tree.boxes = boxes;
	ends->tree.n = 0;
	ends->tree.depth = 0;
	keep_boxes(pruning, &ends->tree, n);
	for (size_t i = 0; i < ends->texts.n; i++)
		ends->box[i] = pruning->now[pruning->box[i]];
}

void
pruning_end(struct pruning *pruning)
{
	calltree_free(&pruning->whole);
	free(pruning->rank);
	free(pruning->box);
	free(pruning->now);
	*pruning = (struct pruning){0};
}
