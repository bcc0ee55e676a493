/* stacks_sort.c - a quicksort of stacks that looks at one frame at a time.
 *
 * A comparison of whole stacks would go over the callers that they share, far away in memory, again
 * and again.  Here each stack's frame at one depth stands beside its index; a part of equal frames goes
 * on a frame deeper, and only then is looked at again.  (Bentley and Sedgewick, 1997.)
 */
#include "profile/stacks_sort.h"

#include "base/array.h"

#include <stdlib.h>

struct item {
	uint32_t frame; /* at the depth of the part, plus one; 0 where the stack has ended */
	uint32_t entry;
};

/* What is still to be sorted. */
struct part {
	size_t begin, n;
	uint32_t depth;
	bool read; /* frames of that depth are there */
};

struct sort {
	const struct stacks_entry *entries;
	struct item *items;
	struct part *parts;
	size_t n, capacity;
	uint64_t
	    random; /* the same on every run: an order that is the worst for it, nobody meets */
};

static void
push(struct sort *sort, struct part part)
{
	if (part.n < 2)
		return;
	if (sort->n == sort->capacity)
		sort->parts =
		    array_grow(sort->parts, &sort->capacity, sort->n + 1, sizeof(*sort->parts));
	sort->parts[sort->n++] = part;
}

static void
read_frames(const struct sort *sort, const struct part *part)
{
	for (size_t i = part->begin; i < part->begin + part->n; i++) {
		const struct stacks_entry *entry = &sort->entries[sort->items[i].entry];
		sort->items[i].frame =
		    part->depth < entry->depth ? entry->frames[part->depth] + 1 : 0;
	}
}

static uint32_t
median(uint32_t a, uint32_t b, uint32_t c)
{
	if (a > b)
		return median(b, a, c);
	return c <= a ? a : c >= b ? b : c;
}

static void
swap(struct item *a, struct item *b)
{
	struct item saved = *a;

	*a = *b;
	*b = saved;
}

/* The frame of some item or other. */
static uint32_t
pick(struct sort *sort, const struct part *part)
{
	sort->random = sort->random * 6364136223846793005u + 1442695040888963407u;
	return sort->items[part->begin + (size_t)(sort->random >> 33) % part->n].frame;
}

/* Less than the middle, equal, and more. */
static void
divide(struct sort *sort, struct part part)
{
	struct item *items = sort->items + part.begin;
	uint32_t middle = median(pick(sort, &part), pick(sort, &part), pick(sort, &part));
	size_t less = 0, more = part.n;

	for (size_t i = 0; i < more;) {
		if (items[i].frame < middle)
			swap(&items[i++], &items[less++]);
		else if (items[i].frame > middle)
			swap(&items[i], &items[--more]);
		else
			i++;
	}
	push(sort, (struct part){part.begin, less, part.depth, true});
	push(sort, (struct part){part.begin + more, part.n - more, part.depth, true});
	/* No two are the same, so of those that have ended there is but one. */
	push(sort, (struct part){part.begin + less, more - less, part.depth + 1, false});
}

uint32_t *
stacks_sort(const struct stacks_entry *entries, size_t n)
{
	struct sort sort = {.entries = entries, .items = array_new(n, sizeof(*sort.items))};
	uint32_t *order = array_new(n, sizeof(*order));

	for (size_t i = 0; i < n; i++)
		sort.items[i].entry = (uint32_t)i;
	push(&sort, (struct part){.n = n});
	while (sort.n > 0) {
		struct part part = sort.parts[--sort.n];
		if (!part.read)
			read_frames(&sort, &part);
		divide(&sort, part);
	}
	for (size_t i = 0; i < n; i++)
		order[i] = sort.items[i].entry;
	free(sort.items);
	free(sort.parts);
	return order;
}
