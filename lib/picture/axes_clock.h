/* axes_clock.h - the axis of the wall clock, above the cells of a heat map.
 *
 *	const struct axes_clock clock = {.known = true, .wall = wall};
 *	axes_clock_draw(&plot, paper_of(false), &clock, &svg);
 *
 * Times of day at round ones, midnight as the day that begins; on its left, the first day and the
 * zone.
 */
#ifndef PICTURE_AXES_CLOCK_H
#define PICTURE_AXES_CLOCK_H

#include "picture/paper.h"
#include "picture/plot.h"

struct axes_clock {
	bool known;
	bool about; /* only roughly */
	bool local; /* shown in the user's zone, not in UTC */
	nsec wall;  /* since 1970, UTC, at second 0 */
};

/* Nothing where the clock is not known. */
void axes_clock_draw(const struct plot *plot, const struct paper *paper,
    const struct axes_clock *clock, struct text *svg);

#endif
