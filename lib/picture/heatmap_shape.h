/* heatmap_shape.h - the shape of a heat map in words, for those who do not see it.
 *
 * How many samples there are, in which column most of them are and in which the fewest, and where the
 * samples stop for a while.
 */
#ifndef PICTURE_HEATMAP_SHAPE_H
#define PICTURE_HEATMAP_SHAPE_H

#include "picture/heatmap.h"

/* Writes them as character data. */
void heatmap_shape_put(const struct heatmap *map, struct text *svg);

#endif
