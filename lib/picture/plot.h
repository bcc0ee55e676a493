/* plot.h - where the cells of a heat map stand on the page, and the axes beside them.
 *
 *	struct plot plot = plot_lay(&grid, 0);
 *	plot_draw_axes(&plot, &svg);
 *
 * Time runs to the right by columns and, within a column, upwards by rows.
 */
#ifndef PICTURE_PLOT_H
#define PICTURE_PLOT_H

#include "analysis/grid.h"

struct plot {
	const struct grid *grid;
	uint64_t columns;                  /* from the grid's first to its last */
	uint64_t left, top, width, height; /* in pixels */
	uint64_t page_width;
};

/* Lays out a grid that fits and is not empty on a page of about that width in pixels, 0 for one
 * that suits the grid.  No column is narrower than a pixel: the page is made wider. */
struct plot plot_lay(const struct grid *grid, uint64_t page_width);

/* Draws the paper under the cells, ticks, labels and names of both axes, which reach PLOT_BELOW
 * pixels below the cells. */
void plot_draw_axes(const struct plot *plot, struct text *svg);

enum { PLOT_BELOW = 40 };

#endif
