/* ranking.h - things in the order of how often they are met, so that the frequent ones have small
 * numbers.
 *
 *	struct ranking ranking = ranking_make(counts, n);
 *	... ranking.rank[thing], ranking.order[rank]
 *	ranking_free(&ranking);
 *
 * Of those met as often, the one with the smaller number comes first; those never met come last, and
 * are not in `met`.
 */
#ifndef ANALYSIS_RANKING_H
#define ANALYSIS_RANKING_H

#include <stddef.h>
#include <stdint.h>

struct ranking {
	uint32_t *rank;  /* of each thing */
	uint32_t *order; /* the things by rank */
	size_t n, met;
};

/* n is at most 2^32 - 1. */
struct ranking ranking_make(const uint64_t *counts, size_t n);

void ranking_free(struct ranking *ranking);

#endif
