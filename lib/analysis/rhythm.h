/* rhythm.h - how far the samples of a CPU mostly lie apart, so that a time can be told by how far it
 * is off the beat.
 *
 *	struct rhythm rhythm = rhythm_find(&samples, lanes, n);
 *	while (samples_next(&walk, &one))
 *		... rhythm_step(&rhythm, lanes[one.key], one.time)
 *	rhythm_free(&rhythm);
 *
 * A lane is what is sampled in turn, a CPU: lanes has a lane for each key of the samples.  All is in
 * units of the samples' own (samples.h), and counted from their first.
 */
#ifndef ANALYSIS_RHYTHM_H
#define ANALYSIS_RHYTHM_H

#include "analysis/samples.h"

struct rhythm {
	nsec first, unit;
	uint64_t period;
	uint64_t *last; /* time of the last sample of each lane; at first 0 */
};

/* n is the number of lanes. */
struct rhythm rhythm_find(struct samples *samples, const uint32_t *lanes, size_t n);

/* How much later than a period after the last sample of its lane a sample came. */
int64_t rhythm_step(struct rhythm *rhythm, uint32_t lane, nsec time);

void rhythm_free(struct rhythm *rhythm);

#endif
