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

#include "analysis/grid.h"

struct heatmap {
	const struct grid *grid;    /* one that fits and is not empty */
	struct str title, subtitle; /* the second line below the title; the first is our own */
	struct str unit;            /* what the counts are */
	uint64_t width;             /* in pixels; 0 suits the grid */
	bool script;
	struct str before, after; /* the times, in the command (command.h) */
};

/* Draws behind what is in svg. */
void heatmap_draw(const struct heatmap *map, struct text *svg);

#endif
