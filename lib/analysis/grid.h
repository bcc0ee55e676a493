/* grid.h - how many samples fall in each cell of a heat map: columns of time, rows of the offset
 * within a column.
 *
 *	struct grid grid;
 *	grid_init(&grid, NSEC_SECOND, 50);
 *	while (...)
 *		if (!grid_add(&grid, time, count))
 *			... past what 64 bits hold
 *	if (grid.total > 0 && grid_fits(&grid))
 *		for (int64_t column = grid.first; column <= grid.last; column++)
 *			... grid_counts(&grid, column)
 *	grid_free(&grid);
 *
 * The rule, all in whole nanoseconds: column c holds the times t with floor(t / column) = c, below
 * zero too; row r of n begins ceil(r * column / n) after its column, and ends where the next row
 * or column begins.  A time on a border belongs to the later cell.
 *
 * Memory is what the columns with samples take, however far apart they lie.  Running out of it
 * ends the program.
 */
#ifndef ANALYSIS_GRID_H
#define ANALYSIS_GRID_H

#include "analysis/column.h"

enum {
	GRID_COLUMNS = 200000, /* a grid that spans more keeps no cells */
	GRID_AUTOMATIC = 1500, /* and one that makes its columns longer makes them so past these */
	GRID_ROWS = 1000,
};

struct grid {
	nsec column;    /* the length of a column */
	uint32_t rows;  /* 1 to GRID_ROWS */
	bool automatic; /* columns grow longer as the grid does; set before the first sample */
	bool lit;       /* cells also count samples that stand out; the same */
	bool lanes;     /* rows do not divide a column, but stand for something else (lanes.h) */
	uint64_t total;
	int64_t first,
	    last;           /* the columns between which all samples lie; set when total is not 0 */
	uint64_t **columns; /* column c is columns[c mod GRID_COLUMNS]; NULL has no samples */
	uint64_t *cell;     /* met last; NULL: none */
	nsec from;          /* which begins there, */
	uint64_t extent;    /* and is that long; 0 where there is none */
};

struct grid_cell {
	int64_t column;
	uint32_t row;
	uint64_t count;
};

/* column is from COLUMN_SHORTEST to COLUMN_LONGEST (column.h). */
void grid_init(struct grid *grid, nsec column, uint32_t rows);

/* What grid_add does for a sample that is not in the cell met last. */
bool grid_add_elsewhere(struct grid *grid, nsec time, uint64_t count);

/* Adds count samples of that time.  False, and the grid as it was, where the sum of all counts or
 * the borders of the cell are past 64 bits. */
static inline bool
grid_add(struct grid *grid, nsec time, uint64_t count)
{
	if ((uint64_t)time - (uint64_t)grid->from >= grid->extent ||
	    count > UINT64_MAX - grid->total)
		return grid_add_elsewhere(grid, time, count);
	grid->total += count;
	*grid->cell += count;
	return true;
}

/* The samples added last stand out: adds count to those that do in their cell.  Of a grid that is lit. */
void grid_light(struct grid *grid, uint64_t count);

/* Adds to a cell of a column, of which nothing is said but that all sums fit. */
void grid_add_cell(struct grid *grid, int64_t column, uint32_t row, uint64_t count, uint64_t lit);

/* Makes one row of each n, which divides the number of rows. */
void grid_merge_rows(struct grid *grid, uint32_t n);

/* How many columns lie between the first and the last, both included; 0 for an empty grid. */
uint64_t grid_width(const struct grid *grid);

/* Whether those are few enough for the grid to have cells. */
bool grid_fits(const struct grid *grid);

/* The counts of a column from first to last, row by row; NULL where it has no samples.  Of a grid
 * that fits; good until the next grid_add. */
const uint64_t *grid_counts(const struct grid *grid, int64_t column);

/* The same of samples that stand out, of a grid that is lit. */
const uint64_t *grid_lights(const struct grid *grid, int64_t column);

/* The cell with the most samples, the earliest of several, of a grid that fits and is not empty. */
struct grid_cell grid_hottest(const struct grid *grid);

/* When row begins; the row after the last is the beginning of the next column.  Where rows are lanes,
 * each but that begins with its column. */
nsec grid_begin(const struct grid *grid, int64_t column, uint32_t row);

/* The row of a time that lies in the column; where rows are lanes, 0. */
uint32_t grid_row(const struct grid *grid, int64_t column, nsec time);

/* The shortest of some round lengths of a column with which the grid would have at most that many;
 * 0 where none is long enough. */
nsec grid_fitting(const struct grid *grid, uint64_t columns);

void grid_free(struct grid *grid);

#endif
