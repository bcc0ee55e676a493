/* cells.h - the cells of a heat map: as ink, and as numbers for the script beside it.
 *
 *	cells_draw(&plot, &ramp, STR("samples"), &svg);
 *	cells_put_counts(&grid, &svg);
 *
 * Both are as small as the samples are few: what is empty is not written.
 */
#ifndef PICTURE_CELLS_H
#define PICTURE_CELLS_H

#include "picture/plot.h"
#include "picture/ramp.h"

/* Draws the cells as one path a level of the ramp, in coordinates of columns and rows (x from 0
 * at the first column, y from 0 at the bottom), which a transform puts in their place.  Each path's
 * title tells its counts, in unit. */
void
cells_draw(const struct plot *plot, const struct ramp *ramp, struct str unit, struct text *svg);

/* Writes the counts as text: columns from the first on, a `;` after each; a column is its counts
 * from row 0 on with `,` between them, where 0 is empty and zeros at the end are left out.
 * `*N;` are N columns without samples. */
void cells_put_counts(const struct grid *grid, struct text *text);

#endif
