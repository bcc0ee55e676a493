/* moment.h - a moment as users tell it.
 *
 *	34.2  -0.5		seconds from the origin
 *	250ms  1m30s  1.5h	the same with units: ns us ms s m h d, longer ones first
 *	@28648.2		the profiler's own clock
 *	2026-11-22T11:30:39.2Z	the wall clock, calendar.h: in UTC, with a zone (+02:00), or without
 *	11:30:39  11:30:39+02	a time of day, on the day on which the profile has it
 *	start  end		as far as the profile goes
 *	+80ms			the end of a range: that long after its start
 *
 *	struct moment moment;
 *	if (moment_parse(STR("1m30s"), &moment))
 *		...
 *
 * All are whole nanoseconds; what is finer is no moment.  What they mean in a stream, span.h says.
 */
#ifndef PROFILE_MOMENT_H
#define PROFILE_MOMENT_H

#include "base/nsec.h"

/* What a moment is counted from. */
enum moment_clock {
	MOMENT_ORIGIN, /* second 0 of the stream; start and end are its NSEC_MIN and NSEC_MAX */
	MOMENT_OWN,    /* the profiler's clock, as it wrote it */
	MOMENT_WALL,   /* 1970, UTC */
	MOMENT_DAY,    /* midnight of a day not told, UTC; a zone may lead to before or behind it */
	MOMENT_AFTER   /* the start of the range whose end it is */
};

struct moment {
	enum moment_clock clock;
	nsec time;
	nsec shift; /* and that much later */
	bool zoned; /* of a wall clock: a zone was told; else it is the user's to say which */
};

/* Reads all of s; false, and *moment as it was, where it is none. */
bool moment_parse(struct str s, struct moment *moment);

/* Reads all of s as a length of time, 80ms, or seconds without a unit; false, and *length as it was,
 * where it is none. */
bool moment_parse_length(struct str s, nsec *length);

#endif
