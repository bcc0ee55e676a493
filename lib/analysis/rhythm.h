/* rhythm.h - how far the samples of a CPU mostly lie apart, so that a time can be told by how far it
 * is off the beat.
 *
 *	struct rhythm rhythm = rhythm_find(&samples, lanes, n);
 *	while (samples_next(&walk, &one))
 *		... rhythm_code(&rhythm, lanes[one.key], one.time)
 *	rhythm_free(&rhythm);
 *
 * A lane is what is sampled in turn, a CPU: lanes has a lane for each key of the samples.  All is in
 * units of the samples' own (samples.h), and counted from their first.
 */
#ifndef ANALYSIS_RHYTHM_H
#define ANALYSIS_RHYTHM_H

#include "analysis/samples.h"

enum { RHYTHM_NEAR = 46 };

struct rhythm {
	nsec first, unit;
	uint64_t period; /* 0: none, samples lie too far apart to be told so */
	uint64_t *last;  /* time of the last sample of each lane; at first 0 */
};

/* n is the number of lanes. */
struct rhythm rhythm_find(struct samples *samples, const uint32_t *lanes, size_t n);

/* A small number that tells when a sample came after the last of its lane: it is off the beat by s, which
 * is folded to f as digits_fold does.  Below RHYTHM_NEAR, f is the number.  Else, where it is off by
 * less after leaving out k beats, f being that, the number is 2 x RHYTHM_NEAR x k + f.  Else it is
 * 2 x RHYTHM_NEAR x q + RHYTHM_NEAR + r, for f - RHYTHM_NEAR = RHYTHM_NEAR x q + r.  Without a period it
 * is f. */
uint64_t rhythm_code(struct rhythm *rhythm, uint32_t lane, nsec time);

void rhythm_free(struct rhythm *rhythm);

#endif
