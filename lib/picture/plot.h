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

/* Lays out a grid that fits and is not empty on a page of that width in pixels, 0 for one that
 * suits the grid.  The page is made wider where it is less than PLOT_LEAST or a column would be
 * narrower than a pixel. */
struct plot plot_lay(const struct grid *grid, uint64_t page_width);

/* Draws the paper under the cells, ticks, labels and names of both axes, which reach PLOT_BELOW
 * pixels below the cells. */
void plot_draw_axes(const struct plot *plot, struct text *svg);

enum {
	PLOT_BELOW = 40,
	PLOT_PAGE = 1200, /* width of a page, where the columns allow it */
	PLOT_LEAST = 480, /* and the least that can be asked for */
};

#endif
