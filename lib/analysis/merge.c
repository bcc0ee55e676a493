/* merge.c - a grid with fewer rows */
#include "analysis/merge.h"

bool
merge_divides(const struct grid *grid, uint32_t by)
{
	return by > 0 && grid->rows % by == 0;
}

/* What a grid could hold, one with fewer cells can. */
void
merge_rows(const struct grid *grid, uint32_t by, struct grid *fewer)
{
	grid_init(fewer, grid->column, grid->rows / by);
	fewer->lit = grid->lit;
	for (int64_t column = grid->first; column <= grid->last; column++) {
		const uint64_t *counts = grid_counts(grid, column);
		const uint64_t *lights = grid->lit ? grid_lights(grid, column) : NULL;
		for (uint32_t row = 0; counts != NULL && row < grid->rows; row++)
			if (counts[row] > 0)
				grid_add_cell(fewer, column, row / by, counts[row],
				    lights != NULL ? lights[row] : 0);
	}
}
