/* merge.h - a grid with fewer rows, each of them several of another's.
 *
 *	struct grid fewer;
 *	if (merge_divides(&grid, 2))
 *		merge_rows(&grid, 2, &fewer);
 *	grid_free(&fewer);
 *
 * Rows begin where rows of the other do, to the nanosecond, so that nothing is guessed.
 */
#ifndef ANALYSIS_MERGE_H
#define ANALYSIS_MERGE_H

#include "analysis/grid.h"

/* Whether rows can be merged so many to one. */
bool merge_divides(const struct grid *grid, uint32_t by);

/* Makes *fewer of a grid that fits; by is one that divides its rows. */
void merge_rows(const struct grid *grid, uint32_t by, struct grid *fewer);

#endif
