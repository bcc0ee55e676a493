/* plot.h - where the cells of a heat map stand on the page.
 *
 *	struct plot plot = plot_lay(&grid, &(struct plot_wish){.page_width = 1200});
 *	... plot_x(&plot, time)
 *
 * Time runs to the right by columns and, within a column, upwards by rows; where rows are lanes, each
 * has its name.
 */
#ifndef PICTURE_PLOT_H
#define PICTURE_PLOT_H

#include "analysis/grid.h"

struct plot {
	const struct grid *grid;
	const struct str *lanes;           /* the names of rows; NULL: they divide the column */
	uint64_t columns;                  /* from the grid's first to its last */
	uint64_t left, top, width, height; /* in pixels */
	uint64_t page_width;
};

struct plot_wish {
	uint64_t page_width; /* 0: what suits the grid */
	const struct str *lanes;
	bool wall;     /* there is an axis of the wall clock, above the cells */
	uint64_t more; /* pixels that the titles take beside those of two lines */
};

/* Lays out a grid that fits and is not empty.  page_width is 0 or at least plot_least. */
struct plot plot_lay(const struct grid *grid, const struct plot_wish *wish);

/* How wide a page has to be so that no column is narrower than PLOT_CELL pixels; at least
 * PLOT_LEAST. */
uint64_t plot_least(const struct grid *grid, const struct str *lanes);

/* How many columns a page of that width has room for. */
uint64_t plot_most(uint64_t page_width, const struct grid *grid, const struct str *lanes);

/* Where a time between the borders of the plot stands. */
uint64_t plot_x(const struct plot *plot, nsec time);

/* How many characters of a lane's name have room. */
size_t plot_name_room(const struct plot *plot);

enum {
	PLOT_BELOW = 40,     /* what the axes take below the cells */
	PLOT_PAGE = 1200,    /* width of a page, where the columns allow it */
	PLOT_LEAST = 480,    /* and the least that can be asked for */
	PLOT_CELL = 2,       /* the least width of a column */
	PLOT_LABEL = 11,     /* size of the letters, */
	PLOT_LABEL_WIDTH = 7 /* and 0.61 em of that, rounded up */
};

#endif
