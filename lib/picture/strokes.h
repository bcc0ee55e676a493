/* strokes.h - the cells of a heat map as the strokes of a pen that is one cell wide and high.
 *
 *	struct text paths[HEAT_LEVELS + 1] = {0};
 *	strokes_draw(&heat, 0, grid_width(&grid), paths);
 *	... paths[level], the data of a path; then text_free each
 *
 * Coordinates are columns and rows, x from 0 at the first column, y from 0 at the bottom.  A path
 * begins with `M.5.5`, the middle of the first cell; `m` goes from there, or from the end of the
 * stroke before, to the middle of another, and a stroke is `z`, that cell alone, or `h3`, or `v3`, it
 * and three more to the right of it or above it.  Strokes do not overlap, and square caps make them
 * the cells.
 */
#ifndef PICTURE_STROKES_H
#define PICTURE_STROKES_H

#include "picture/heat.h"

/* Writes the path of each level that has cells among width columns, from column left of the map on,
 * behind what is there; the others stay as they are. */
void strokes_draw(
    const struct heat *heat, uint64_t left, uint64_t width, struct text paths[HEAT_LEVELS + 1]);

#endif
