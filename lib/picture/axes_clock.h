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

enum axes_clock_unit { AXES_CLOCK_SECOND, AXES_CLOCK_DAY };

/* Writes what the clock shows at a time: 12:30:05, or the day and 12:30. */
void axes_clock_put(
    struct text *text, const struct axes_clock *clock, nsec time, enum axes_clock_unit unit);

/* The day that it shows then: 2026-11-22. */
void axes_clock_put_day(struct text *text, const struct axes_clock *clock, nsec time);

/* Writes how many seconds a local one is ahead at a start and, up to an end, from which times on it is
 * anew: `3600 34000000000:7200`. */
void axes_clock_put_zones(struct text *text, const struct axes_clock *clock, nsec start, nsec end);

/* Nothing where the clock is not known. */
void axes_clock_draw(const struct plot *plot, const struct paper *paper,
    const struct axes_clock *clock, struct text *svg);

#endif
