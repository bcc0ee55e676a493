/* heatmap_titles.h - the title of a heat map, and what stands below it.
 *
 *	heatmap_titles_lines(&map, &heat, page_width)	2
 *	heatmap_titles_draw(&map, &heat, page_width, paper, &svg);
 *
 * What the map holds and the subtitle take as many lines as they need, broken between their parts: no
 * wider than the page, nor than a window.  A part that is longer is cut, and whole in a tooltip.
 */
#ifndef PICTURE_HEATMAP_TITLES_H
#define PICTURE_HEATMAP_TITLES_H

#include "picture/heatmap.h"
#include "picture/paper.h"

/* How many lines there are below the title. */
size_t
heatmap_titles_lines(const struct heatmap *map, const struct heat *heat, uint64_t page_width);

/* Draws the title and them, HEATMAP_TITLES_LINE apart. */
void heatmap_titles_draw(const struct heatmap *map, const struct heat *heat, uint64_t page_width,
    const struct paper *paper, struct text *svg);

enum { HEATMAP_TITLES_LINE = 17 };

#endif
