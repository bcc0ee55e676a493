/* burst.c - the stretch of a grid that is worth a look first */
#include "analysis/burst.h"

/* Cells are numbered from row 0 of the first column. */
struct search {
	const struct grid *grid;
	uint64_t base; /* what a cell has to have, to be no loss */
	uint64_t first, last;
};

static const uint64_t *
column_of(const struct search *search, int64_t column)
{
	const struct grid *grid = search->grid;

	return grid->lit ? grid_lights(grid, column) : grid_counts(grid, column);
}

static uint64_t
count_of(const struct search *search, uint64_t cell)
{
	uint32_t rows = search->grid->rows;
	const uint64_t *counts = column_of(search, search->grid->first + (int64_t)(cell / rows));

	return counts == NULL ? 0 : counts[cell % rows];
}

static uint64_t
cells_of(const struct grid *grid)
{
	return grid_width(grid) * grid->rows;
}

/* The hottest cell is what there is to beat. */
static void
begin(struct search *search)
{
	uint64_t hottest = 0, n = cells_of(search->grid);

	for (uint64_t cell = 0; cell < n; cell++)
		if (count_of(search, cell) > hottest) {
			hottest = count_of(search, cell);
			search->first = search->last = cell;
		}
	search->base = hottest / 2 + 1;
}

/* The stretch of the greatest sum.  No sum is more than the grid's. */
static void
find_greatest(struct search *search)
{
	uint64_t n = cells_of(search->grid), first = 0, sum = 0, best = 0;

	for (uint64_t cell = 0; cell < n; cell++) {
		uint64_t count = count_of(search, cell);
		if (sum == 0)
			first = cell;
		if (count >= search->base)
			sum += count - search->base;
		else
			sum -= search->base - count < sum ? search->base - count : sum;
		if (sum <= best)
			continue;
		best = sum;
		search->first = first;
		search->last = cell;
	}
}

/* With all beside it that is no loss. */
static void
widen(struct search *search)
{
	uint64_t n = cells_of(search->grid);

	while (search->first > 0 && count_of(search, search->first - 1) >= search->base)
		search->first--;
	while (search->last + 1 < n && count_of(search, search->last + 1) >= search->base)
		search->last++;
}

struct burst
burst_find(const struct grid *grid)
{
	struct search search = {.grid = grid};
	struct burst burst = {0};
	uint32_t rows = grid->rows;

	begin(&search);
	if (grid->lanes) {
		search.first -= search.first % rows;
		search.last = search.first + rows - 1;
	} else {
		find_greatest(&search);
		widen(&search);
	}
	burst.start = grid_begin(
	    grid, grid->first + (int64_t)(search.first / rows), (uint32_t)(search.first % rows));
	burst.end = grid_begin(
	    grid, grid->first + (int64_t)(search.last / rows), (uint32_t)(search.last % rows) + 1);
	for (uint64_t cell = search.first; cell <= search.last; cell++) {
		const uint64_t *counts = grid_counts(grid, grid->first + (int64_t)(cell / rows));
		burst.count += counts == NULL ? 0 : counts[cell % rows];
	}
	return burst;
}
