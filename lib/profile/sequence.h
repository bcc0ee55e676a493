/* sequence.h - stacks in the order of time, not summed: what a flame chart shows.
 *
 *	struct sequence sequence = {.keep = &keep, .drop = &drop, .rewrite = &rewrite};
 *	sequence_run(&sequence, operands, n, 0);
 *	... sequence.entries, sequence.n, sequence.total
 *	sequence_free(&sequence);
 *
 * Timed lines are put in the order of their times, on one axis (axis.h); plain ones stand as they
 * come.  Neighbours of one stack are one entry.  Memory is that of the stacks, each time they come.
 * Unreadable files, and sums past 64 bits, end the program.
 */
#ifndef PROFILE_SEQUENCE_H
#define PROFILE_SEQUENCE_H

#include "base/arena.h"
#include "profile/folded.h"
#include "profile/head.h"
#include "profile/rewrite.h"

struct sequence {
	const struct rewrite *rewrite; /* what becomes of the stacks */
	const struct opt_list *keep, *drop;

	struct folded *entries;
	size_t n;
	struct weight total;
	struct head head;
	uint64_t broken; /* lines, and where the first of them stands */
	struct text first_broken;
	struct arena arena;
};

/* Reads all operands, borrowed, as input_open. */
void sequence_run(struct sequence *sequence, char *const *operands, size_t n, size_t block_size);

void sequence_free(struct sequence *sequence);

#endif
