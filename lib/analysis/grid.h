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

#include "base/nsec.h"

enum {
	GRID_COLUMNS = 20000, /* a grid that spans more keeps no cells */
	GRID_ROWS = 1000,
};

/* The shortest and the longest column. */
#define GRID_SHORTEST (NSEC_SECOND / 100)
#define GRID_LONGEST (86400 * NSEC_SECOND)

struct grid {
	nsec column;   /* the length of a column */
	uint32_t rows; /* 1 to GRID_ROWS */
	uint64_t total;
	int64_t first,
	    last;           /* the columns between which all samples lie; set when total is not 0 */
	uint64_t **columns; /* column c is columns[c mod GRID_COLUMNS]; NULL has no samples */
	uint64_t *counts;   /* of the column met last */
	nsec begin;         /* and its beginning */
};

struct grid_cell {
	int64_t column;
	uint32_t row;
	uint64_t count;
};

/* column is from GRID_SHORTEST to GRID_LONGEST. */
void grid_init(struct grid *grid, nsec column, uint32_t rows);

/* Adds count samples of that time.  False, and the grid as it was, where the sum of all counts or
 * the borders of the cell are past 64 bits. */
bool grid_add(struct grid *grid, nsec time, uint64_t count);

/* How many columns lie between the first and the last, both included; 0 for an empty grid. */
uint64_t grid_width(const struct grid *grid);

/* Whether those are few enough for the grid to have cells. */
bool grid_fits(const struct grid *grid);

/* The counts of a column from first to last, row by row; NULL where it has no samples.  Of a grid
 * that fits; good until the next grid_add. */
const uint64_t *grid_counts(const struct grid *grid, int64_t column);

/* The cell with the most samples, the earliest of several, of a grid that fits and is not empty. */
struct grid_cell grid_hottest(const struct grid *grid);

/* When row begins; the row after the last is the beginning of the next column. */
nsec grid_begin(const struct grid *grid, int64_t column, uint32_t row);

/* The shortest of some round lengths of a column with which the grid would fit; 0 where none is
 * long enough. */
nsec grid_fitting(const struct grid *grid);

/* Reads the length of a column: a whole number and its unit, ms, s, m, h or d: 10ms, 1d.  False,
 * and *column as it was, for anything else and outside GRID_SHORTEST and GRID_LONGEST. */
bool grid_parse_column(struct str s, nsec *column);

/* Writes a length that grid_parse_column read, in the largest unit that makes it whole. */
void grid_put_column(struct text *text, nsec column);

void grid_free(struct grid *grid);

#endif
