/* heat.c - which level, and so which colour, each cell of a heat map has */
#include "picture/heat.h"

#include "base/array.h"
#include "base/number.h"

#include <stdlib.h>

/* What the scale counts. */
static const uint64_t *
counts_of(const struct grid *grid, int64_t column)
{
	return grid->lit ? grid_lights(grid, column) : grid_counts(grid, column);
}

static int
compare(const void *a, const void *b)
{
	const uint64_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* All counts above 0, in order. */
static uint64_t *
sort_counts(const struct grid *grid, size_t *n)
{
	uint64_t *sorted = NULL;
	size_t capacity = 0;

	*n = 0;
	for (int64_t column = grid->first; column <= grid->last; column++) {
		const uint64_t *counts = counts_of(grid, column);
		for (uint32_t row = 0; counts != NULL && row < grid->rows; row++) {
			if (counts[row] == 0)
				continue;
			if (*n == capacity)
				sorted = array_grow(sorted, &capacity, *n + 1, sizeof(*sorted));
			sorted[(*n)++] = counts[row];
		}
	}
	if (*n > 1)
		qsort(sorted, *n, sizeof(*sorted), compare);
	return sorted;
}

/* The hottest cells: of each row, of the grid, and of it with all its samples. */
static void
find_hottest(struct heat *heat)
{
	const struct grid *grid = heat->grid;

	for (int64_t column = grid->first; column <= grid->last; column++) {
		const uint64_t *counts = counts_of(grid, column), *all = grid_counts(grid, column);
		for (uint32_t row = 0; counts != NULL && row < grid->rows; row++) {
			if (counts[row] > heat->rows[row])
				heat->rows[row] = counts[row];
			if (counts[row] > heat->hottest)
				heat->hottest = counts[row];
			if (all[row] > heat->total)
				heat->total = all[row];
		}
	}
}

static uint64_t
find_max(const struct heat *heat, const struct heat_wish *wish, const uint64_t *sorted, size_t n)
{
	if (wish->max_from == HEAT_FIXED)
		return wish->max;
	if (wish->max_from == HEAT_P99 && n > 0)
		return sorted[n - 1 - n / 100];
	return heat->hottest > 0 ? heat->hottest : 1;
}

void
heat_open(struct heat *heat, const struct grid *grid, const struct heat_wish *wish)
{
	static const enum ramp_scale scales[] = {
	    RAMP_LINEAR, RAMP_SQRT, RAMP_LOG, RAMP_RANK, RAMP_LINEAR};
	uint64_t *sorted = NULL;
	size_t n = 0;

	*heat = (struct heat){.grid = grid, .by_row = wish->scale == HEAT_ROW};
	heat->rows = array_new(grid->rows, sizeof(*heat->rows));
	find_hottest(heat);
	if (wish->scale == HEAT_RANK || wish->max_from != HEAT_HOTTEST)
		sorted = sort_counts(grid, &n);
	uint64_t max = find_max(heat, wish, sorted, n);
	/* Of each row's own hottest, in whole levels. */
	if (heat->by_row)
		max = RAMP_LEVELS;
	bool ranked = wish->scale == HEAT_RANK && n > 0;
	heat->ramp = ramp_scaled(ranked    ? RAMP_RANK
		: wish->scale == HEAT_RANK ? RAMP_LINEAR
					   : scales[wish->scale],
	    max, sorted, n);
	heat->ramp.colors = wish->colors;
	for (size_t i = n; !heat->by_row && i > 0 && sorted[i - 1] > max; i--)
		heat->over++;
	free(sorted);
}

static unsigned
level_of(const struct heat *heat, uint64_t count, uint32_t row)
{
	if (!heat->by_row || count == 0)
		return ramp_level(&heat->ramp, count);
	/* The hottest of a row has the last level, however few its samples are. */
	if (count == heat->rows[row])
		return RAMP_LEVELS;
	return 1 + (unsigned)number_scale(count, RAMP_LEVELS, heat->rows[row]);
}

void
heat_levels(const struct heat *heat, int64_t column, unsigned char *levels)
{
	const struct grid *grid = heat->grid;
	const uint64_t *counts = counts_of(grid, column), *all = grid_counts(grid, column);

	for (uint32_t row = 0; row < grid->rows; row++) {
		unsigned level = level_of(heat, counts[row], row);
		if (level == 0 && all[row] > 0)
			level = heat->ramp.levels + 1 +
			    (unsigned)number_scale(all[row] - 1, HEAT_GREYS, heat->total);
		levels[row] = (unsigned char)level;
	}
}

bool
heat_is_over(const struct heat *heat, int64_t column, uint32_t row)
{
	return heat->over > 0 && counts_of(heat->grid, column)[row] > heat->ramp.max;
}

unsigned
heat_last(const struct heat *heat)
{
	return heat->ramp.levels + (heat->grid->lit ? HEAT_GREYS : 0);
}

uint32_t
heat_color(const struct heat *heat, unsigned level, bool dark)
{
	static const uint32_t greys[2][HEAT_GREYS] = {
	    {0xeceef0, 0xdde0e3, 0xcdd1d5, 0xbbc0c5},
	    {0x2a2d31, 0x35393e, 0x42474d, 0x51575e},
	};

	if (level > heat->ramp.levels)
		return greys[dark][level - heat->ramp.levels - 1];
	return ramp_color(&heat->ramp, level, dark);
}

void
heat_close(struct heat *heat)
{
	free(heat->rows);
	*heat = (struct heat){0};
}
