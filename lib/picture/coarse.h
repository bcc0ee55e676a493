/* coarse.h - heat maps with fewer rows than were counted.
 *
 *	coarse_draw(&map, &svg);
 *
 * Rows are merged several to one, so that what is drawn has room: in the file, or on a terminal.
 */
#ifndef PICTURE_COARSE_H
#define PICTURE_COARSE_H

#include "picture/heatmap.h"

/* What a picture takes at most, in bytes: a page that opens at once. */
enum { COARSE_BYTES = 2000000 };

/* The same map with so many rows made one, of a grid that is made for it, to be freed by the caller.
 * by is one that divides the rows. */
struct heatmap coarse_map(const struct heatmap *map, uint32_t by, struct grid *grid);

/* As heatmap_draw, with as many rows as take no more than COARSE_BYTES, links left aside; the picture
 * says so where they are fewer.  Rows are offsets. */
void coarse_draw(const struct heatmap *map, struct text *svg);

#endif
