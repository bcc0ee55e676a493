/* grid.c - how many samples fall in each cell of a heat map */
#include "analysis/grid.h"

#include "base/array.h"

#include <stdlib.h>

void
grid_init(struct grid *grid, nsec column, uint32_t rows)
{
	*grid = (struct grid){.column = column, .rows = rows};
	grid->columns = array_new(GRID_COLUMNS, sizeof(*grid->columns));
}

/* No two columns of a grid that fits share a slot. */
static size_t
slot(int64_t column)
{
	int64_t rest = column % GRID_COLUMNS;

	return (size_t)(rest < 0 ? rest + GRID_COLUMNS : rest);
}

/* How many numbers a column takes. */
static size_t
depth(const struct grid *grid)
{
	return grid->lit ? 2 * (size_t)grid->rows : grid->rows;
}

static uint64_t *
hold_column(struct grid *grid, int64_t column)
{
	uint64_t **counts = &grid->columns[slot(column)];

	if (*counts == NULL)
		*counts = array_new(depth(grid), sizeof(**counts));
	return *counts;
}

/* Adds the cells of the column that is the part-th of factor in another: rows of the one are whole
 * parts of rows of the other. */
static void
add_part(
    const struct grid *grid, uint64_t *sum, const uint64_t *counts, uint64_t part, uint64_t factor)
{
	for (uint32_t row = 0; row < grid->rows; row++) {
		uint64_t to = (part * grid->rows + row) / factor;
		sum[to] += counts[row];
		if (grid->lit)
			sum[grid->rows + to] += counts[grid->rows + row];
	}
}

/* Makes columns factor times as long. */
static void
lengthen(struct grid *grid, int64_t factor)
{
	uint64_t **columns = grid->columns;
	int64_t first = grid->first, last = grid->last;

	grid->columns = array_new(GRID_COLUMNS, sizeof(*grid->columns));
	grid->column *= factor;
	grid->first = nsec_floor(first, factor);
	grid->last = nsec_floor(last, factor);
	for (int64_t column = first; column <= last; column++) {
		uint64_t *counts = columns[slot(column)];
		if (counts == NULL)
			continue;
		int64_t to = nsec_floor(column, factor);
		add_part(grid, hold_column(grid, to), counts, (uint64_t)(column - to * factor),
		    (uint64_t)factor);
		free(counts);
	}
	free(columns);
}

/* Whether the grid and that column were more than an automatic grid has. */
static bool
is_too_wide(const struct grid *grid, int64_t column)
{
	int64_t first = column < grid->first ? column : grid->first;
	int64_t last = column > grid->last ? column : grid->last;

	return (uint64_t)last - (uint64_t)first >= GRID_AUTOMATIC;
}

/* The column of time, in a grid that has room for it where one has. */
static int64_t
find_column(struct grid *grid, nsec time)
{
	int64_t column = nsec_floor(time, grid->column);

	if (grid->total == 0)
		grid->first = grid->last = column;
	while (grid->automatic && is_too_wide(grid, column)) {
		nsec longer = column_longer(grid->column);
		if (longer == 0)
			break;
		lengthen(grid, longer / grid->column);
		column = nsec_floor(time, grid->column);
	}
	if (column < grid->first)
		grid->first = column;
	if (column > grid->last)
		grid->last = column;
	return column;
}

/* Makes the cell of time the one met last; a grid that no longer fits has none. */
static void
find_cell(struct grid *grid, nsec time)
{
	int64_t column = find_column(grid, time);

	grid->cell = NULL;
	grid->extent = 0;
	if (!grid_fits(grid))
		return;
	uint32_t row = grid_row(grid, column, time);
	grid->cell = hold_column(grid, column) + row;
	grid->from = grid_begin(grid, column, row);
	grid->extent =
	    (uint64_t)grid_begin(grid, column, row + 1) - (uint64_t)grid_begin(grid, column, row);
}

bool
grid_add_elsewhere(struct grid *grid, nsec time, uint64_t count)
{
	/* Columns may come to be longer. */
	nsec longest = grid->automatic ? COLUMN_LONGEST : grid->column;

	if (count == 0)
		return true;
	if (time > NSEC_MAX - longest || time < NSEC_MIN + longest)
		return false;
	if (count > UINT64_MAX - grid->total)
		return false;
	find_cell(grid, time);
	grid->total += count;
	if (grid->cell != NULL)
		*grid->cell += count;
	return true;
}

void
grid_light(struct grid *grid, uint64_t count)
{
	if (grid->cell != NULL)
		grid->cell[grid->rows] += count;
}

void
grid_add_cell(struct grid *grid, int64_t column, uint32_t row, uint64_t count, uint64_t lit)
{
	if (grid->total == 0)
		grid->first = grid->last = column;
	if (column < grid->first)
		grid->first = column;
	if (column > grid->last)
		grid->last = column;
	grid->total += count;
	if (!grid_fits(grid))
		return;
	uint64_t *counts = hold_column(grid, column);
	counts[row] += count;
	if (grid->lit)
		counts[grid->rows + row] += lit;
}

void
grid_merge_rows(struct grid *grid, uint32_t n)
{
	struct grid merged = *grid;

	merged.rows /= n;
	merged.columns = array_new(GRID_COLUMNS, sizeof(*merged.columns));
	merged.cell = NULL;
	merged.extent = 0;
	for (size_t i = 0; i < GRID_COLUMNS; i++) {
		if (grid->columns[i] == NULL)
			continue;
		merged.columns[i] = array_new(depth(&merged), sizeof(**merged.columns));
		for (size_t at = 0; at < depth(grid); at++)
			merged.columns[i][at / n] += grid->columns[i][at];
	}
	grid_free(grid);
	*grid = merged;
}

uint64_t
grid_width(const struct grid *grid)
{
	return grid->total > 0 ? (uint64_t)grid->last - (uint64_t)grid->first + 1 : 0;
}

bool
grid_fits(const struct grid *grid)
{
	return grid_width(grid) <= GRID_COLUMNS;
}

const uint64_t *
grid_counts(const struct grid *grid, int64_t column)
{
	return grid->columns[slot(column)];
}

const uint64_t *
grid_lights(const struct grid *grid, int64_t column)
{
	const uint64_t *counts = grid_counts(grid, column);

	return counts != NULL ? counts + grid->rows : NULL;
}

struct grid_cell
grid_hottest(const struct grid *grid)
{
	struct grid_cell cell = {0};

	for (int64_t column = grid->first; column <= grid->last; column++) {
		const uint64_t *counts = grid_counts(grid, column);
		for (uint32_t row = 0; counts != NULL && row < grid->rows; row++)
			if (counts[row] > cell.count)
				cell = (struct grid_cell){column, row, counts[row]};
	}
	return cell;
}

nsec
grid_begin(const struct grid *grid, int64_t column, uint32_t row)
{
	uint64_t product = (uint64_t)row * (uint64_t)grid->column;

	if (grid->lanes)
		return (column + (row == grid->rows)) * grid->column;
	return column * grid->column + (nsec)((product + grid->rows - 1) / grid->rows);
}

uint32_t
grid_row(const struct grid *grid, int64_t column, nsec time)
{
	nsec offset = time - column * grid->column;

	return grid->lanes ? 0 : (uint32_t)((uint64_t)offset * grid->rows / (uint64_t)grid->column);
}

nsec
grid_fitting(const struct grid *grid, uint64_t columns)
{
	for (nsec to = column_longer(grid->column); to > 0; to = column_longer(to)) {
		int64_t first = nsec_floor(grid->first * grid->column, to);
		int64_t last = nsec_floor((grid->last + 1) * grid->column - 1, to);
		if ((uint64_t)last - (uint64_t)first < columns)
			return to;
	}
	return 0;
}

void
grid_free(struct grid *grid)
{
	for (size_t i = 0; grid->columns != NULL && i < GRID_COLUMNS; i++)
		free(grid->columns[i]);
	free(grid->columns);
	*grid = (struct grid){0};
}
