/* pieces.c - from when to when each piece of a profile goes */
#include "analysis/pieces.h"

#include "base/array.h"

#include <stdlib.h>

static void
keep(struct pieces *pieces)
{
	if (pieces->n == pieces->capacity)
		pieces->past = array_grow(
		    pieces->past, &pieces->capacity, pieces->n + 1, sizeof(*pieces->past));
	pieces->past[pieces->n++] = (struct pieces_gap){pieces->first, pieces->last};
}

void
pieces_begin(struct pieces *pieces, uint64_t piece, nsec time)
{
	if (pieces->any)
		keep(pieces);
	pieces->any = true;
	pieces->now = piece;
	pieces->first = pieces->last = time;
}

static int
compare(const void *a, const void *b)
{
	const struct pieces_gap *x = a, *y = b;

	return (x->start > y->start) - (x->start < y->start);
}

struct pieces_gap *
pieces_find_gaps(struct pieces *pieces, size_t *n)
{
	*n = 0;
	if (!pieces->any)
		return NULL;
	keep(pieces);
	qsort(pieces->past, pieces->n, sizeof(*pieces->past), compare);
	struct pieces_gap *gaps = array_new(pieces->n, sizeof(*gaps));
	pieces->earliest = pieces->past[0].start;
	pieces->latest = pieces->past[0].end;
	for (size_t i = 1; i < pieces->n; i++) {
		if (pieces->past[i].start > pieces->latest)
			gaps[(*n)++] = (struct pieces_gap){pieces->latest, pieces->past[i].start};
		if (pieces->past[i].end > pieces->latest)
			pieces->latest = pieces->past[i].end;
	}
	return gaps;
}

void
pieces_free(struct pieces *pieces)
{
	free(pieces->past);
	*pieces = (struct pieces){0};
}
