/* axes.h - the axes of a heat map: seconds below it, the wall clock above it, offsets or names on its
 * left.
 *
 *	const struct axes_clock clock = {.known = true, .wall = wall};
 *	axes_draw(&plot, paper_of(false), &clock, &svg);
 */
#ifndef PICTURE_AXES_H
#define PICTURE_AXES_H

#include "picture/axes_clock.h"

/* Draws the paper under the cells, ticks, labels and names. */
void axes_draw(const struct plot *plot, const struct paper *paper, const struct axes_clock *clock,
    struct text *svg);

#endif
