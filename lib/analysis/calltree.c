/* calltree.c - the boxes of a flame graph, built in one pass over stacks
 *
 * What begins with a frame comes together, but that the stack which ends there may come some
 * siblings earlier (stacks.h).  So a box is opened, gathers what it weighs and what stands on it, and
 * is closed; where it stands is settled from its siblings' weights when the box that carries them is
 * closed, by when all are known.  Until the end, a place is relative to that of the box below.
 */
#include "analysis/calltree.h"

#include "analysis/calltree_nodes.h"
#include "base/array.h"
#include "base/number.h"

#include <stdlib.h>

#define GONE UINT32_MAX /* for a name: what was there has been put elsewhere */

/* What stands on an open box, kept or not. */
struct child {
	uint32_t name;
	size_t node, nodes; /* its own and those on it: none where it is not kept */
	struct weight weight, base;
};

/* A box whose stacks have not all been seen. */
struct open {
	size_t node;     /* its own */
	size_t children; /* where those that are closed begin */
	struct weight weight, base;
	bool disordered; /* a child has a lesser name than the one in front of it */
};

struct build {
	struct calltree *tree;
	const struct stacks *stacks;
	struct calltree_node *nodes;
	size_t n_nodes, most_nodes;
	struct child *children;
	size_t n_children, most_children;
	struct open *open; /* the boxes of the last stack, root first */
	size_t depth, deepest;
	struct weight left, left_base; /* of what is not kept on boxes that are */
};

static bool
is_zero(struct weight weight)
{
	return weight.whole == 0 && weight.billionths == 0;
}

/* b is part of a. */
static struct weight
difference(struct weight a, struct weight b)
{
	enum { BILLION = 1000000000 };
	bool borrow = a.billionths < b.billionths;

	return (struct weight){
	    a.whole - b.whole - borrow, a.billionths + (borrow ? BILLION : 0) - b.billionths};
}

static void
push_child(struct build *build, struct child child)
{
	if (build->n_children == build->most_children)
		build->children = array_grow(build->children, &build->most_children,
		    build->n_children + 1, sizeof(*build->children));
	build->children[build->n_children++] = child;
}

/* What is gone, of a difference, is not narrow. */
static bool
is_left_out(const struct child *child)
{
	return child->nodes == 0 && (!is_zero(child->weight) || is_zero(child->base));
}

/* A child that is opened although siblings of greater names have been closed: what ended with it came
 * before them, if anything did, and is taken from there. */
static void
take_up(struct build *build, struct open *below, uint32_t name, struct open *open)
{
	size_t i = build->n_children;

	below->disordered = true;
	while (i > below->children && build->children[i - 1].name > name)
		i--;
	if (i == below->children || build->children[i - 1].name != name)
		return;
	struct child *child = &build->children[i - 1];
	open->weight = child->weight;
	open->base = child->base;
	below->weight = difference(below->weight, child->weight);
	below->base = difference(below->base, child->base);
	build->tree->left_out -= is_left_out(child);
	child->name = GONE;
}

static void
open_box(struct build *build, uint32_t name)
{
	struct open open = {.node = build->n_nodes, .children = build->n_children};
	struct calltree_node node = {.name = name, .depth = (uint32_t)build->depth};

	if (build->depth == build->deepest)
		build->open = array_grow(
		    build->open, &build->deepest, build->depth + 1, sizeof(*build->open));
	if (build->n_nodes == build->most_nodes)
		build->nodes = array_grow(
		    build->nodes, &build->most_nodes, build->n_nodes + 1, sizeof(*build->nodes));
	if (build->depth > 0) {
		struct open *below = &build->open[build->depth - 1];
		node.before = below->weight;
		node.base_before = below->base;
		if (!build->stacks->in_order && build->n_children > below->children &&
		    build->children[build->n_children - 1].name > name)
			take_up(build, below, name, &open);
	}
	build->nodes[build->n_nodes++] = node;
	build->open[build->depth++] = open;
}

static int
compare(const void *a, const void *b)
{
	const struct child *x = a, *y = b;

	return x->name < y->name ? -1 : x->name > y->name;
}

/* Puts the children of a box, and what stands on them, in the order of their names. */
static void
sort_children(struct build *build, const struct open *open)
{
	struct child *children = build->children + open->children;
	size_t first = open->node + 1, n = 0;
	struct calltree_node *nodes = array_new(build->n_nodes - first, sizeof(*nodes));

	qsort(children, build->n_children - open->children, sizeof(*children), compare);
	/* What is gone is last by now. */
	while (build->children[build->n_children - 1].name == GONE)
		build->n_children--;
	for (size_t i = 0; i < build->n_children - open->children; i++) {
		struct child *child = &children[i];
		memcpy(nodes + n, build->nodes + child->node, child->nodes * sizeof(*nodes));
		child->node = first + n;
		n += child->nodes;
	}
	memcpy(build->nodes + first, nodes, n * sizeof(*nodes));
	build->n_nodes = first + n;
	free(nodes);
}

/* Where the children of a kept box stand, and what of it is not drawn. */
static void
settle(struct build *build, const struct open *open)
{
	struct weight before = {0}, base_before = {0};

	if (open->disordered)
		sort_children(build, open);
	for (size_t i = open->children; i < build->n_children; i++) {
		const struct child *child = &build->children[i];
		struct calltree_node *node = &build->nodes[child->node];
		if (child->nodes == 0) {
			folded_add(&build->left, child->weight);
			folded_add(&build->left_base, child->base);
		} else if (!build->stacks->in_order) {
			node->before = before;
			node->base_before = base_before;
		}
		folded_add(&before, child->weight);
		folded_add(&base_before, child->base);
	}
}

/* Closes the box on top.  What stands on one that is not kept weighs no more, and is gone already. */
static void
close_box(struct build *build)
{
	struct open *open = &build->open[--build->depth];
	struct calltree_node *node = &build->nodes[open->node];
	struct child child = {node->name, open->node, 0, open->weight, open->base};

	/* Of fractions, the place decides which is another whole one; it is not known yet. */
	if (build->depth == 0 ||
	    open->weight.whole + (open->weight.billionths > 0) >= build->tree->lightest) {
		node->weight = open->weight;
		node->base = open->base;
		settle(build, open);
		child.nodes = build->n_nodes - open->node;
	} else {
		build->n_nodes = open->node;
	}
	build->n_children = open->children;
	if (build->depth == 0)
		return;
	build->tree->left_out += is_left_out(&child);
	folded_add(&open[-1].weight, child.weight);
	folded_add(&open[-1].base, child.base);
	push_child(build, child);
}

/* How many frames at the front of both are the same. */
static uint32_t
common(const struct stacks_entry *a, const struct stacks_entry *b)
{
	uint32_t n = a->depth < b->depth ? a->depth : b->depth, i = 0;

	while (i < n && a->frames[i] == b->frames[i])
		i++;
	return i;
}

/* The totals are known to fit, so each sum on the way does. */
static void
add(struct build *build, const struct stacks_entry *entry, uint32_t shared)
{
	while (build->depth > shared + 1)
		close_box(build);
	for (uint32_t i = shared; i < entry->depth; i++)
		open_box(build, entry->frames[i]);
	folded_add(&build->open[build->depth - 1].weight, entry->weight);
	folded_add(&build->open[build->depth - 1].base, entry->before);
}

void
calltree_build(
    struct calltree *tree, const struct stacks *stacks, uint64_t total, struct calltree_least least)
{
	struct build build = {.tree = tree, .stacks = stacks};
	const struct stacks_entry none = {0}, *last = &none;

	tree->total = total;
	tree->lightest = calltree_least_weight(least, total);
	open_box(&build, 0);
	for (size_t i = 0; i < stacks->n; i++) {
		const struct stacks_entry *entry = stacks_at(stacks, i);
		add(&build, entry, common(last, entry));
		last = entry;
	}
	while (build.depth > 0)
		close_box(&build);
	calltree_nodes_place(tree, stacks, build.nodes, build.n_nodes, build.deepest);
	tree->left_weight += build.left.whole;
	tree->left_base += build.left_base.whole;
	tree->boxes[0].weight = total;
	/* What the whole width stands for, it stands for before and after. */
	if (total > stacks->total.whole && stacks->total_before.whole > 0 &&
	    tree->boxes[0].base < total)
		tree->boxes[0].base = total;
	tree->base_total = tree->boxes[0].base;
	free(build.nodes);
	free(build.children);
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
