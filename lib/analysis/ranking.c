/* ranking.c - things in the order of how often they are met */
#include "analysis/ranking.h"

#include "base/array.h"

#include <stdlib.h>

/* Puts things into the order of one byte of their counts, those where it is greatest first; of the same
 * they stay as they were. */
static void
sort_by_byte(const uint64_t *counts, const uint32_t *from, uint32_t *to, size_t n, unsigned shift)
{
	size_t starts[256] = {0}, sum = 0;

	for (size_t i = 0; i < n; i++)
		starts[counts[i] >> shift & 0xff]++;
	for (size_t byte = 256; byte-- > 0;) {
		size_t met = starts[byte];
		starts[byte] = sum;
		sum += met;
	}
	for (size_t i = 0; i < n; i++)
		to[starts[counts[from[i]] >> shift & 0xff]++] = from[i];
}

/* The things in order: byte by byte from the lowest to the highest that is not 0 everywhere.  The other
 * array is for what lies between. */
static uint32_t *
sort(const uint64_t *counts, size_t n, uint32_t **other)
{
	uint32_t *order = array_new(n, sizeof(*order));
	uint64_t bits = 0;

	for (size_t i = 0; i < n; i++) {
		order[i] = (uint32_t)i;
		bits |= counts[i];
	}
	for (unsigned shift = 0; shift < 64 && bits >> shift > 0; shift += 8) {
		sort_by_byte(counts, order, *other, n, shift);
		uint32_t *sorted = *other;
		*other = order;
		order = sorted;
	}
	return order;
}

struct ranking
ranking_make(const uint64_t *counts, size_t n)
{
	struct ranking ranking = {.rank = array_new(n, sizeof(*ranking.rank)), .n = n};

	ranking.order = sort(counts, n, &ranking.rank);
	for (size_t i = 0; i < n; i++) {
		ranking.rank[ranking.order[i]] = (uint32_t)i;
		ranking.met += counts[i] > 0;
	}
	return ranking;
}

void
ranking_free(struct ranking *ranking)
{
	free(ranking->rank);
	free(ranking->order);
	*ranking = (struct ranking){0};
}
