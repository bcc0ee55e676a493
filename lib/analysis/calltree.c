/* calltree.c - the boxes of a flame graph, built in one pass over sorted stacks */
#include "analysis/calltree.h"

#include "base/array.h"
#include "base/nsec.h"
#include "base/number.h"

#include <stdlib.h>

/* A box whose stacks have not all been seen. */
struct open {
	size_t box;
	size_t end;             /* of its frame, in the bytes of the stack it was opened by */
	uint64_t left_children; /* weight of the boxes right on it that were not kept */
};

struct build {
	struct calltree *tree;
	struct calltree_least least;
	struct open *open; /* the boxes of the last stack, root first */
	size_t depth, capacity;
	struct str last;
	struct weight seen;        /* the sum of the stacks so far */
	struct weight seen_before; /* and what it was */
};

/* Where a frame ends it sorts before all that is longer.  What is called comes before the weight
 * of the caller itself: so children stand from its left edge. */
static int
rank(struct str stack, size_t i)
{
	if (i >= stack.n)
		return 1;
	return stack.s[i] == ';' ? 0 : 2 + (unsigned char)stack.s[i];
}

/* How many bytes at the front of both are the same. */
static size_t
common(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n, i = 0;

	while (n - i >= 64 && memcmp(a.s + i, b.s + i, 64) == 0)
		i += 64;
	while (i < n && a.s[i] == b.s[i])
		i++;
	return i;
}

static int
compare(const void *a, const void *b)
{
	struct str x = ((const struct folded *)a)->stack, y = ((const struct folded *)b)->stack;
	size_t i = common(x, y);

	return rank(x, i) - rank(y, i);
}

static void
open_box(struct build *build, struct str name, size_t end)
{
	struct calltree *tree = build->tree;

	if (tree->n == tree->capacity)
		tree->boxes =
		    array_grow(tree->boxes, &tree->capacity, tree->n + 1, sizeof(*tree->boxes));
	if (build->depth == build->capacity)
		build->open = array_grow(
		    build->open, &build->capacity, build->depth + 1, sizeof(*build->open));
	tree->boxes[tree->n] = (struct calltree_box){
	    .name = name,
	    .before = build->seen.whole,
	    .base = build->seen_before.whole,
	    .depth = (uint32_t)build->depth,
	};
	build->open[build->depth++] = (struct open){.box = tree->n++, .end = end};
}

/* Closes the box on top.  One that is not kept is the last of the boxes by then: what stood on it
 * weighed no more and is gone. */
static void
close_box(struct build *build)
{
	struct calltree *tree = build->tree;
	struct open *open = &build->open[--build->depth];
	struct calltree_box *box = &tree->boxes[open->box];

	box->weight = build->seen.whole - box->before;
	box->base = build->seen_before.whole - box->base;
	bool kept = box->weight > 0 &&
	    number_scale(box->weight, build->least.parts, tree->total) >= build->least.least;
	if (kept || build->depth == 0) {
		tree->left_weight += open->left_children;
		if (box->depth > tree->depth)
			tree->depth = box->depth;
		return;
	}
	build->open[build->depth - 1].left_children += box->weight;
	/* What is gone is not narrow. */
	tree->left_out += box->weight > 0 || box->base == 0;
	tree->n--;
}

/* Whether the box on top is one of stack's, which shares that many bytes with the last. */
static bool
is_common(const struct build *build, struct str stack, size_t shared)
{
	size_t end = build->open[build->depth - 1].end;

	return build->depth == 1 || end < shared ||
	    (end == shared && (stack.n == end || stack.s[end] == ';'));
}

static void
add(struct build *build, const struct folded *entry)
{
	struct str stack = entry->stack;
	size_t shared = common(build->last, stack);

	while (!is_common(build, stack, shared))
		close_box(build);
	/* On the root the first frame begins at once, elsewhere behind a `;`; a stack that ends with
	 * the box on top opens none. */
	size_t at = build->depth == 1 ? 0 : build->open[build->depth - 1].end + 1;
	while (at <= stack.n) {
		struct str rest = str_skip(stack, at);
		struct str name = str_head(rest, str_find_char(rest, ';'));
		at += name.n;
		open_box(build, name, at++);
	}
	build->last = stack;
	/* The totals are known to fit, so each sum on the way does. */
	folded_add(&build->seen, entry->weight);
	folded_add(&build->seen_before, entry->before);
}

void
calltree_build(struct calltree *tree, struct folded *entries, size_t n, uint64_t total,
    struct calltree_least least)
{
	struct build build = {.tree = tree, .least = least};

	tree->total = total;
	if (n > 1 && !tree->in_order)
		qsort(entries, n, sizeof(*entries), compare);
	open_box(&build, STR("all"), 0);
	for (size_t i = 0; i < n; i++)
		add(&build, &entries[i]);
	while (build.depth > 0)
		close_box(&build);
	tree->boxes[0].weight = total;
	tree->base_total = tree->boxes[0].base;
	free(build.open);
}

uint64_t
calltree_place(const struct calltree *tree, uint64_t weight, uint32_t width)
{
	return number_scale(weight, width, tree->total);
}

void
calltree_free(struct calltree *tree)
{
	free(tree->boxes);
	*tree = (struct calltree){0};
}

bool
calltree_parse_least(struct str s, uint32_t tenths, struct calltree_least *least)
{
	bool is_percent = str_ends(s, STR("%"));
	uint32_t parts = is_percent ? 100 * 1000 : tenths * 100;
	nsec billionths;

	s.n -= is_percent;
	if (!nsec_parse(s, &billionths) || billionths < 0)
		return false;
	uint64_t thousandths = (uint64_t)billionths / 1000000;
	if (thousandths > parts)
		return false;
	*least = (struct calltree_least){.parts = parts, .least = (uint32_t)thousandths};
	return true;
}
