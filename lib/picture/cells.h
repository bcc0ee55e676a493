/* cells.h - the cells of a heat map: as ink, and as numbers for the script beside it.
 *
 *	cells_draw(&plot, &heat, STR("samples"), false, &svg);
 *	cells_put_counts(&grid, &svg);
 *
 * Both are as small as the samples are few: what is empty is not written.
 */
#ifndef PICTURE_CELLS_H
#define PICTURE_CELLS_H

#include "picture/heat.h"
#include "picture/plot.h"

/* Draws the cells as one path a level, of a long map one a level and some thousand columns, in coordinates of columns and rows (x from 0 at the first
 * column, y from 0 at the bottom), which a transform puts in their place.  Each path's title tells its
 * counts, in unit. */
void cells_draw(
    const struct plot *plot, const struct heat *heat, struct str unit, bool dark, struct text *svg);

/* Writes that transform, as an attribute. */
void cells_put_transform(const struct plot *plot, struct text *svg);

/* The class of what has the colour of a level. */
void cells_put_class(const struct heat *heat, unsigned level, struct text *svg);

/* Writes the counts as text: columns from the first on, a `;` after each; a column is its counts
 * from row 0 on with `,` between them, where 0 is empty and zeros at the end are left out; `C*N` is N
 * times the count C.  `*N;` alone are N columns without samples. */
void cells_put_counts(const struct grid *grid, struct text *text);

/* The same of the samples that stand out, of a grid that is lit. */
void cells_put_lights(const struct grid *grid, struct text *text);

/* Whether the cells, as they are drawn, tell their counts: each level is one. */
bool cells_tell_counts(const struct heat *heat);

#endif
