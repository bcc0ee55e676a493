/* heat.h - which level, and so which colour, each cell of a heat map has.
 *
 *	struct heat heat;
 *	const struct heat_wish wish = {.scale = HEAT_LOG, .max_from = HEAT_P99};
 *	heat_open(&heat, &grid, &wish);
 *	... heat_level(&heat, column, row), heat_color(&heat, level, false)
 *	heat_close(&heat);
 *
 * Levels from 1 to heat.ramp.levels are those of the scale.  Where some samples stand out, they alone
 * are counted for it, and cells without them have one of HEAT_GREYS levels behind it, by what they
 * count.  Level 0 is an empty cell.
 */
#ifndef PICTURE_HEAT_H
#define PICTURE_HEAT_H

#include "analysis/grid.h"
#include "picture/ramp.h"

/* In the order of HEAT_SCALES: those of a ramp, and each row by its own hottest cell. */
enum heat_scale { HEAT_LINEAR, HEAT_SQRT, HEAT_LOG, HEAT_RANK, HEAT_ROW };

#define HEAT_SCALES "linear|sqrt|log|rank|row"

/* What the hottest colour stands for. */
enum heat_max { HEAT_HOTTEST, HEAT_FIXED, HEAT_P99 };

struct heat_wish {
	enum heat_scale scale;
	enum heat_max max_from;
	uint64_t max; /* of HEAT_FIXED, above 0 */
	bool of_row;  /* which is of the length of a row, and of several that are merged, of all */
	enum ramp_colors colors;
};

enum { HEAT_GREYS = 4, HEAT_LEVELS = RAMP_LEVELS + HEAT_GREYS };

struct heat {
	const struct grid *grid;
	struct ramp ramp;
	bool by_row;
	uint64_t *rows;   /* the hottest cell of each row */
	uint64_t hottest; /* cell, of what the scale counts */
	uint64_t total;   /* the hottest cell of all samples */
	uint64_t over;    /* cells above the scale */
};

/* grid is one that fits and is not empty; it is borrowed. */
void heat_open(struct heat *heat, const struct grid *grid, const struct heat_wish *wish);

/* The levels of the rows of a column that has samples. */
void heat_levels(const struct heat *heat, int64_t column, unsigned char *levels);

/* Whether a cell of a column that has samples counts more than the scale goes. */
bool heat_is_over(const struct heat *heat, int64_t column, uint32_t row);

/* The last level there is. */
unsigned heat_last(const struct heat *heat);

uint32_t heat_color(const struct heat *heat, unsigned level, bool dark);

void heat_close(struct heat *heat);

#endif
