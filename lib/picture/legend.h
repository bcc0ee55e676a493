/* legend.h - which colour is how many samples. */
#ifndef PICTURE_LEGEND_H
#define PICTURE_LEGEND_H

#include "base/text.h"
#include "picture/ramp.h"

enum { LEGEND_HEIGHT = 32 };

/* Draws the scale with its numbers, its right end at x, from y downwards; what is counted, left
 * of it. */
void
legend_draw(const struct ramp *ramp, struct str unit, uint64_t x, uint64_t y, struct text *svg);

#endif
