/* ramp.h - the colour scale of a heat map: white to red by count.
 *
 *	struct ramp ramp = ramp_of(hottest.count);
 *	unsigned level = ramp_level(&ramp, count);
 *	... ramp_color(&ramp, level, false)
 *
 * Counts are put into levels of equal extent, each of one colour; up to RAMP_LEVELS as a greatest
 * count, each count is its own level.  No sample is level 0, which has no colour.
 */
#ifndef PICTURE_RAMP_H
#define PICTURE_RAMP_H

#include <stdbool.h>
#include <stdint.h>

enum { RAMP_LEVELS = 32 };

struct ramp {
	uint64_t max;    /* above 0 */
	unsigned levels; /* 1 to RAMP_LEVELS */
};

struct ramp ramp_of(uint64_t max);

/* 0 for 0, else 1 to ramp->levels; a count above the greatest is in the last level. */
unsigned ramp_level(const struct ramp *ramp, uint64_t count);

/* The least and the greatest count of a level from 1 on. */
uint64_t ramp_least(const struct ramp *ramp, unsigned level);
uint64_t ramp_most(const struct ramp *ramp, unsigned level);

/* The colour of a level from 1 on as 0xrrggbb: more samples are redder on white paper, brighter on
 * dark. */
uint32_t ramp_color(const struct ramp *ramp, unsigned level, bool dark);

#endif
