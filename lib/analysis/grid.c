/* grid.c - how many samples fall in each cell of a heat map */
#include "analysis/grid.h"

#include "base/array.h"
#include "base/number.h"

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

static bool
holds(const struct grid *grid, nsec time)
{
	return grid->counts != NULL && time >= grid->begin &&
	    (uint64_t)time - (uint64_t)grid->begin < (uint64_t)grid->column;
}

/* Makes the column of time the one met last; a grid that no longer fits has none. */
static void
find_column(struct grid *grid, nsec time)
{
	int64_t column = nsec_floor(time, grid->column);

	if (grid->total == 0)
		grid->first = grid->last = column;
	if (column < grid->first)
		grid->first = column;
	if (column > grid->last)
		grid->last = column;
	grid->begin = column * grid->column;
	grid->counts = NULL;
	if ((uint64_t)grid->last - (uint64_t)grid->first >= GRID_COLUMNS)
		return;
	uint64_t **counts = &grid->columns[slot(column)];
	if (*counts == NULL)
		*counts = array_new(grid->rows, sizeof(**counts));
	grid->counts = *counts;
}

bool
grid_add(struct grid *grid, nsec time, uint64_t count)
{
	if (count == 0)
		return true;
	if (time > NSEC_MAX - grid->column || time < NSEC_MIN + grid->column)
		return false;
	if (count > UINT64_MAX - grid->total)
		return false;
	if (!holds(grid, time))
		find_column(grid, time);
	grid->total += count;
	if (grid->counts != NULL) {
		nsec offset = time - grid->begin;
		grid->counts[(uint64_t)offset * grid->rows / (uint64_t)grid->column] += count;
	}
	return true;
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

	return column * grid->column + (nsec)((product + grid->rows - 1) / grid->rows);
}

nsec
grid_fitting(const struct grid *grid)
{
	static const int seconds[] = {1, 10, 60, 600, 3600, 21600, 86400};

	for (size_t i = 0; i < sizeof(seconds) / sizeof(*seconds); i++) {
		nsec column = seconds[i] * NSEC_SECOND;
		int64_t first = nsec_floor(grid->first * grid->column, column);
		int64_t last = nsec_floor((grid->last + 1) * grid->column - 1, column);
		if (column > grid->column && last - first < GRID_COLUMNS)
			return column;
	}
	return 0;
}

static const struct unit {
	struct str name;
	nsec length;
} units[] = {
    {{"d", 1}, 86400 * NSEC_SECOND},
    {{"h", 1}, 3600 * NSEC_SECOND},
    {{"m", 1}, 60 * NSEC_SECOND},
    {{"s", 1}, NSEC_SECOND},
    {{"ms", 2}, NSEC_SECOND / 1000},
};

enum { UNITS = sizeof(units) / sizeof(*units) };

bool
grid_parse_column(struct str s, nsec *column)
{
	size_t digits = str_span_digits(s);
	uint64_t number;

	if (!number_parse(str_head(s, digits), &number))
		return false;
	for (size_t i = 0; i < UNITS; i++) {
		if (!str_equal(str_skip(s, digits), units[i].name))
			continue;
		if (number > (uint64_t)(GRID_LONGEST / units[i].length))
			return false;
		nsec value = (nsec)number * units[i].length;
		if (value < GRID_SHORTEST)
			return false;
		*column = value;
		return true;
	}
	return false;
}

void
grid_put_column(struct text *text, nsec column)
{
	size_t i = 0;

	while (i + 1 < UNITS && column % units[i].length != 0)
		i++;
	text_put_number(text, (uint64_t)(column / units[i].length));
	text_put(text, units[i].name);
}

void
grid_free(struct grid *grid)
{
	for (size_t i = 0; i < GRID_COLUMNS; i++)
		free(grid->columns[i]);
	free(grid->columns);
	*grid = (struct grid){0};
}
