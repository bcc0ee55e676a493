/* samples.h - every sample of a profile, in a few bytes each.
 *
 *	struct samples samples = {0};
 *	samples_add(&samples, (struct samples_one){time, stack, key, weight});
 *	...
 *	struct samples_walk walk = samples_begin(&samples);
 *	while (samples_next(&walk, &one))
 *		...					in the order of time
 *	samples_free(&samples);
 *
 * Stacks and keys are numbers that the caller gives out.  Where samples came out of order, they are
 * sorted once, which takes 40 bytes a sample; those of one time stay as they came.
 */
#ifndef ANALYSIS_SAMPLES_H
#define ANALYSIS_SAMPLES_H

#include "base/nsec.h"
#include "base/text.h"

struct samples_one {
	nsec time;
	uint32_t stack, key;
	uint64_t weight;
};

struct samples {
	struct text bytes; /* the samples, each as differences from the one before */
	uint64_t n;
	uint64_t total;   /* weight of all */
	nsec first, last; /* of all, where there are any */
	nsec unit;     /* the longest of 1 s, 0.1 s, .. 1 ns that divides all times; 0: none yet */
	bool weighted; /* some weight is not 1 */
	bool late;     /* some sample came after a later one */
	struct samples_one newest;
};

struct samples_walk {
	struct str rest;
	struct samples_one one;
};

/* False, and the samples as they were, where the sum of the weights is past 64 bits. */
bool samples_add(struct samples *samples, struct samples_one one);

struct samples_walk samples_begin(struct samples *samples);
bool samples_next(struct samples_walk *walk, struct samples_one *one);

void samples_free(struct samples *samples);

#endif
