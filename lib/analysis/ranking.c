/* ranking.c - things in the order of how often they are met */
#include "analysis/ranking.h"

#include "base/array.h"

#include <stdlib.h>

struct ranked {
	uint64_t count;
	uint32_t thing;
};

static int
compare(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return x->thing < y->thing ? -1 : 1;
}

struct ranking
ranking_make(const uint64_t *counts, size_t n)
{
	struct ranked *all = array_new(n, sizeof(*all));
	struct ranking ranking = {
	    .rank = array_new(n, sizeof(*ranking.rank)),
	    .order = array_new(n, sizeof(*ranking.order)),
	    .n = n,
	};

	for (size_t i = 0; i < n; i++)
		all[i] = (struct ranked){counts[i], (uint32_t)i};
	if (n > 1)
		qsort(all, n, sizeof(*all), compare);
	for (size_t i = 0; i < n; i++) {
		ranking.order[i] = all[i].thing;
		ranking.rank[all[i].thing] = (uint32_t)i;
		ranking.met += all[i].count > 0;
	}
	free(all);
	return ranking;
}

void
ranking_free(struct ranking *ranking)
{
	free(ranking->rank);
	free(ranking->order);
	*ranking = (struct ranking){0};
}
