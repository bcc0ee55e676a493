/* distinct.h - how many different numbers there are, in bounded memory.
 *
 *	struct distinct threads = {0};
 *	distinct_add(&threads, 1234);
 *	if (threads.full)
 *		... at least threads.n
 *	distinct_free(&threads);
 *
 * {0} is an empty set.  Up to DISTINCT_MOST numbers are counted exactly, in a mebibyte; a number
 * past them makes the set full, and is not counted.  What a set says does not depend on the order in
 * which numbers came, nor on how they were spread over the sets that were merged.
 */
#ifndef BASE_DISTINCT_H
#define BASE_DISTINCT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DISTINCT_MOST = 65536 };

struct distinct {
	int64_t *slots; /* 0 is a free one */
	size_t capacity;
	size_t n;
	bool full;    /* there are more than the n that were counted */
	bool zero;    /* 0 is among them */
	int64_t last; /* added last, if any was: neighbours are often the same */
};

void distinct_add(struct distinct *set, int64_t number);

/* Adds the numbers of another set. */
void distinct_merge(struct distinct *sum, const struct distinct *other);

void distinct_free(struct distinct *set);

#endif
