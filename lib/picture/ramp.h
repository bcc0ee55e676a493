/* ramp.h - the colour scale of a heat map: which level a count is in, and which colour that has.
 *
 *	struct ramp ramp = ramp_of(hottest.count);
 *	ramp.colors = RAMP_VIRIDIS;
 *	unsigned level = ramp_level(&ramp, count);
 *	... ramp_color(&ramp, level, false)
 *
 * Counts are put into levels, each of one colour.  On the linear scale these are of equal extent; up
 * to RAMP_LEVELS as a greatest count, each count is its own level.  On the others a level is what
 * shares a place among RAMP_LEVELS, and places without a count have none.  No sample is level 0,
 * which has no colour.
 */
#ifndef PICTURE_RAMP_H
#define PICTURE_RAMP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RAMP_LEVELS = 32 };

/* How a count becomes a place: by itself, by its root, by its logarithm, or by how many of the cells
 * have less. */
enum ramp_scale { RAMP_LINEAR, RAMP_SQRT, RAMP_LOG, RAMP_RANK };

/* In the order of RAMP_COLORS.  RAMP_DARK is on a dark ground, the others on that which the reader
 * likes. */
enum ramp_colors { RAMP_HEAT, RAMP_ENHANCED, RAMP_VIRIDIS, RAMP_CIVIDIS, RAMP_DARK };

#define RAMP_COLORS "heat|enhanced|viridis|cividis|dark"

struct ramp {
	uint64_t max;    /* above 0 */
	unsigned levels; /* 1 to RAMP_LEVELS */
	enum ramp_colors colors;
	enum ramp_scale scale;
	uint64_t most[RAMP_LEVELS + 1];       /* the greatest count of each level; of 0, 0 */
	unsigned char place[RAMP_LEVELS + 1]; /* and where it stands among the colours, */
	unsigned extent;                      /* of 0 to that */
};

/* A linear one, of the first colours. */
struct ramp ramp_of(uint64_t max);

/* One of a scale.  RAMP_RANK looks at the counts of n cells, above 0 and in order, of which those
 * above max are as good as max. */
struct ramp ramp_scaled(enum ramp_scale scale, uint64_t max, const uint64_t *counts, size_t n);

/* 0 for 0, else 1 to ramp->levels; a count above the greatest is in the last level. */
unsigned ramp_level(const struct ramp *ramp, uint64_t count);

/* The least and the greatest count of a level from 1 on. */
uint64_t ramp_least(const struct ramp *ramp, unsigned level);
uint64_t ramp_most(const struct ramp *ramp, unsigned level);

/* The colour of a level from 1 on as 0xrrggbb: more samples are darker on white paper, brighter on
 * dark. */
uint32_t ramp_color(const struct ramp *ramp, unsigned level, bool dark);

/* Between which colours those of levels lie, at equal distances: how many, and an array of them. */
unsigned ramp_stops(enum ramp_colors colors, bool dark, const uint32_t **stops);

#endif
