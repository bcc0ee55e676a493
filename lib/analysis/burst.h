/* burst.h - the stretch of a grid that is worth a look first.
 *
 *	struct burst burst = burst_find(&grid);
 *	... burst.start, burst.end
 *
 * Cells are read in the order of time, past the ends of columns.  Of all stretches, it is the one in
 * which cells have most in sum beyond half of the hottest cell, with what lies beside it and is as
 * much; a single hot cell where no stretch is more.  Where rows are lanes, it is the column of the
 * hottest cell.
 */
#ifndef ANALYSIS_BURST_H
#define ANALYSIS_BURST_H

#include "analysis/grid.h"

struct burst {
	nsec start, end;
	uint64_t count; /* all samples in it */
};

/* grid is one that fits and is not empty.  Where some of its samples stand out, these are counted for
 * the choice. */
struct burst burst_find(const struct grid *grid);

#endif
