/* burst.h - the stretch of a grid that is worth a look first.
 *
 *	struct burst burst = burst_find(&grid);
 *	... burst.start, burst.end
 *
 * Cells are read in the order of time, past the ends of columns.  What is around a cell is the mean of
 * the column's length before it, or behind it, whichever is more: so neither the midst nor the ends of
 * a long phase stand out of it.  A burst is the stretch in which cells have most in sum beyond half
 * way from what is around them to the hottest cell, where that is more than any single cell has, and no
 * chance: four standard deviations of what is around it.
 *
 * Where there is none, it is a phase: the stretch in which cells have most in sum beyond half of the
 * hottest cell, or the first of the hottest cells alone.  Any of these with what lies beside it and is as much, a burst within a column's length.
 * Where rows are lanes, it is the column of the hottest cell.
 */
#ifndef ANALYSIS_BURST_H
#define ANALYSIS_BURST_H

#include "analysis/grid.h"

enum burst_kind { BURST_SHORT, BURST_PHASE, BURST_CELL, BURST_COLUMN };

struct burst {
	enum burst_kind kind;
	nsec start, end;
	uint64_t count; /* all samples in it */
};

/* grid is one that fits and is not empty.  Where some of its samples stand out, these are counted for
 * the choice. */
struct burst burst_find(const struct grid *grid);

#endif
