/* ends.c - the distinct stacks of one or more profiles, and the boxes that they end on */
#include "analysis/ends.h"

#include "base/array.h"
#include "base/order.h"

#include <stdlib.h>

static void
make_room(struct ends *ends)
{
	size_t before = ends->capacity;

	if (ends->texts.n <= before)
		return;
	ends->sums = array_grow(ends->sums, &ends->capacity, ends->texts.n, sizeof(*ends->sums));
	memset(ends->sums + before, 0, (ends->capacity - before) * sizeof(*ends->sums));
}

void
ends_add(struct ends *ends, const struct str *stacks, const uint64_t *weights, uint32_t *numbers,
    size_t n)
{
	intern_add_all(&ends->texts, stacks, numbers, n);
	make_room(ends);
	for (size_t i = 0; i < n; i++) {
		struct ends_sum *sum = &ends->sums[numbers[i]];
		sum->weight += weights[i];
		sum->samples++;
		ends->total += weights[i];
	}
}

/* Stacks that come sorted are entered at no cost. */
static void
sort(struct ends *ends)
{
	stacks_free(&ends->stacks);
	free(ends->order);
	free(ends->box);
	ends->order = order_texts(ends->texts.texts, ends->texts.n);
	ends->box = array_new(ends->texts.n, sizeof(*ends->box));
	for (size_t i = 0; i < ends->texts.n; i++) {
		uint32_t number = ends->order[i];
		stacks_add(&ends->stacks,
		    &(struct folded){
			.stack = ends->texts.texts[number],
			.weight = {.whole = ends->sums[number].weight},
		    });
	}
	stacks_finish(&ends->stacks);
}

/* What finds boxes: they come in the order of a walk, in which stacks that are sorted mostly go on. */
struct walk {
	const struct calltree *tree;
	uint32_t *after; /* of each box, the first behind all that stand on it */
	uint32_t *hint;  /* and of those right on it, the one that was found last */
	uint32_t *path;  /* the boxes of the last stack, from the root on */
	size_t depth;    /* how many of these, the root not counted */
};

static struct walk
begin_walk(const struct calltree *tree)
{
	struct walk walk = {
	    .tree = tree,
	    .after = array_new(tree->n, sizeof(*walk.after)),
	    .hint = array_new(tree->n, sizeof(*walk.hint)),
	    .path = array_new((size_t)tree->depth + 1, sizeof(*walk.path)),
	};
	size_t open = 0;

	for (size_t i = 0; i < tree->n; i++) {
		for (; open > tree->boxes[i].depth; open--)
			walk.after[walk.path[open - 1]] = (uint32_t)i;
		walk.path[open++] = (uint32_t)i;
		walk.hint[i] = (uint32_t)i + 1;
	}
	for (; open > 0; open--)
		walk.after[walk.path[open - 1]] = (uint32_t)tree->n;
	walk.path[0] = 0;
	return walk;
}

/* Of the boxes on another from one to another, that of a name; 0 where there is none. */
static uint32_t
find_among(const struct walk *walk, uint32_t from, uint32_t to, uint32_t name)
{
	for (uint32_t i = from; i < to; i = walk->after[i])
		if (walk->tree->boxes[i].number == name)
			return i;
	return 0;
}

static uint32_t
find_on(struct walk *walk, uint32_t below, uint32_t name)
{
	uint32_t hint = walk->hint[below];
	uint32_t box = find_among(walk, hint, walk->after[below], name);

	if (box == 0)
		box = find_among(walk, below + 1, hint, name);
	if (box != 0)
		walk->hint[below] = box;
	return box;
}

/* Goes from the boxes of the last stack, of which so many carry this one too, as far as there are
 * boxes. */
static void
climb(struct walk *walk, const struct stacks_entry *entry, size_t shared)
{
	/* Where boxes are gone, fewer than that are there, and nothing more is. */
	if (walk->depth < shared)
		return;
	for (walk->depth = shared; walk->depth < entry->depth; walk->depth++) {
		uint32_t name = entry->frames[walk->depth];
		uint32_t box = find_on(walk, walk->path[walk->depth], name);
		if (box == 0)
			break;
		walk->path[walk->depth + 1] = box;
	}
}

static size_t
count_shared(const struct stacks_entry *a, const struct stacks_entry *b)
{
	size_t n = 0;

	while (n < a->depth && n < b->depth && a->frames[n] == b->frames[n])
		n++;
	return n;
}

static void
find_boxes(struct ends *ends)
{
	struct walk walk = begin_walk(&ends->tree);
	const struct stacks_entry *last = NULL;

	/* They were entered in their order, and so stand. */
	for (size_t i = 0; i < ends->stacks.n; i++) {
		const struct stacks_entry *entry = stacks_at(&ends->stacks, i);
		climb(&walk, entry, last ? count_shared(last, entry) : 0);
		ends->box[ends->order[i]] = walk.path[walk.depth];
		last = entry;
	}
	free(walk.after);
	free(walk.hint);
	free(walk.path);
}

void
ends_grow_tree(struct ends *ends, struct calltree_least least)
{
	if (ends->grown != ends->total)
		sort(ends);
	ends->grown = ends->total;
	calltree_free(&ends->tree);
	calltree_build(&ends->tree, &ends->stacks, ends->total, least);
}

void
ends_grow(struct ends *ends, struct calltree_least least)
{
	ends_grow_tree(ends, least);
	find_boxes(ends);
}

void
ends_free(struct ends *ends)
{
	calltree_free(&ends->tree);
	stacks_free(&ends->stacks);
	intern_free(&ends->texts);
	free(ends->sums);
	free(ends->order);
	free(ends->box);
	*ends = (struct ends){0};
}
