/* rhythm.c - how far the samples of a CPU mostly lie apart */
#include "analysis/rhythm.h"

#include "base/array.h"
#include "base/digits.h"

#include <stdlib.h>

enum {
	LOOKED_AT = 16384, /* steps that tell the period */
	TRIED = 32,        /* of them, evenly spread by length */
};

/* Past that many units, codes are more than a script can count. */
#define LONGEST ((uint64_t)1 << 50)

/* How long after the last sample of its lane a sample came. */
static int64_t
take_step(struct rhythm *rhythm, uint32_t lane, nsec time)
{
	uint64_t at = ((uint64_t)time - (uint64_t)rhythm->first) / (uint64_t)rhythm->unit;
	uint64_t step = at - rhythm->last[lane];

	rhythm->last[lane] = at;
	return (int64_t)step;
}

static uint64_t
encode(int64_t step, int64_t period)
{
	int64_t off = step - period;
	uint64_t folded = digits_fold(off);

	if (folded < RHYTHM_NEAR || period == 0)
		return folded;
	int64_t left_out = off > 0 ? (off + period / 2) / period : 0;
	uint64_t near = digits_fold(off - left_out * period);
	if (near < RHYTHM_NEAR)
		return 2 * RHYTHM_NEAR * (uint64_t)left_out + near;
	folded -= RHYTHM_NEAR;
	return folded / RHYTHM_NEAR * 2 * RHYTHM_NEAR + RHYTHM_NEAR + folded % RHYTHM_NEAR;
}

uint64_t
rhythm_code(struct rhythm *rhythm, uint32_t lane, nsec time)
{
	return encode(take_step(rhythm, lane, time), (int64_t)rhythm->period);
}

static int
compare(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* How many characters the steps take with that period. */
static uint64_t
cost(const int64_t *steps, size_t n, int64_t period)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += digits_length(encode(steps[i], period));
	return sum;
}

static uint64_t
cheapest(int64_t *steps, size_t n)
{
	uint64_t least = UINT64_MAX;
	int64_t period = 0;

	qsort(steps, n, sizeof(*steps), compare);
	for (size_t i = 0; i < TRIED; i++) {
		int64_t candidate = steps[i * (n - 1) / (TRIED - 1)];
		uint64_t taken = cost(steps, n, candidate);
		if (taken < least) {
			least = taken;
			period = candidate;
		}
	}
	return (uint64_t)period;
}

struct rhythm
rhythm_find(struct samples *samples, const uint32_t *lanes, size_t n)
{
	struct samples_walk walk = samples_begin(samples);
	struct rhythm rhythm = {
	    .first = samples->first,
	    .unit = samples->unit,
	    .last = array_new(n, sizeof(*rhythm.last)),
	};
	struct samples_one one;
	size_t known = 0;

	uint64_t span = (uint64_t)samples->last - (uint64_t)samples->first;
	if (samples->n > 0 && span / (uint64_t)samples->unit >= LONGEST)
		return rhythm;
	int64_t *steps = array_new(LOOKED_AT, sizeof(*steps));
	while (known < LOOKED_AT && samples_next(&walk, &one))
		steps[known++] = take_step(&rhythm, lanes[one.key], one.time);
	if (known > 0)
		rhythm.period = cheapest(steps, known);
	memset(rhythm.last, 0, n * sizeof(*rhythm.last));
	free(steps);
	return rhythm;
}

void
rhythm_free(struct rhythm *rhythm)
{
	free(rhythm->last);
	*rhythm = (struct rhythm){0};
}
