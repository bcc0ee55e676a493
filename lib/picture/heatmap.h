/* heatmap.h - a heat map as one self-contained SVG.
 *
 *	struct heatmap map = {.grid = &grid, .title = STR("Heat map"), .unit = STR("samples")};
 *	struct text svg = {0};
 *	heatmap_draw(&map, &svg);
 *
 * All that matters shows without scripts and styles.  With the script, cells tell their counts,
 * and a selection gives the command that cuts it.
 */
#ifndef PICTURE_HEATMAP_H
#define PICTURE_HEATMAP_H

#include "picture/axes_clock.h"
#include "picture/heat.h"
#include "picture/marks.h"

struct heatmap {
	const struct grid *grid;    /* one that fits and is not empty */
	struct str title, subtitle; /* the second line below the title; the first is our own */
	struct str unit;            /* what the counts are */
	uint64_t width;             /* in pixels, at least plot_least; 0 suits the grid */
	bool script;
	uint32_t merged_from;     /* how many rows there were, of which these are made; 0: these */
	struct str before, after; /* the times, in the command (command.h) */

	struct heat_wish heat;   /* which colour is how much */
	struct axes_clock clock; /* what the wall clock showed */
	struct str by;           /* what rows are, where they are lanes: `threads`; */
	const struct str *lanes; /* their names, and of the first the sum of the rest; else NULL */
	size_t rest;             /* how many that sums */
	struct str lit;          /* which samples stand out; empty: none do */
	uint64_t n_lit;          /* and how many these are */
	struct marks marks;      /* paper is set here */
};

/* Draws behind what is in svg. */
void heatmap_draw(const struct heatmap *map, struct text *svg);

#endif
