/* moment.h - a moment as users tell it.
 *
 *	34.2  -0.5		seconds from the origin
 *	250ms  1m30s  1.5h	the same with units: ns us ms s m h d, longer ones first
 *	@28648.2		the profiler's own clock
 *	start  end		as far as the profile goes
 *	+80ms			the end of a range: that long after its start
 *
 *	struct moment moment;
 *	if (moment_parse(STR("1m30s"), &moment))
 *		time = moment_settle(moment, 0, origin);
 *
 * All are whole nanoseconds; what is finer is no moment.
 */
#ifndef PROFILE_MOMENT_H
#define PROFILE_MOMENT_H

#include "base/nsec.h"

/* What a moment is counted from.  Further clocks, the wall's, go here. */
enum moment_clock {
	MOMENT_ORIGIN, /* second 0 of the stream; start and end are its NSEC_MIN and NSEC_MAX */
	MOMENT_OWN,    /* the profiler's clock, as it wrote it */
	MOMENT_AFTER   /* the start of the range whose end it is */
};

struct moment {
	enum moment_clock clock;
	nsec time;
};

/* Reads all of s; false, and *moment as it was, where it is none. */
bool moment_parse(struct str s, struct moment *moment);

/* Nanoseconds from the origin, whose own time is origin; start is that of the range, likewise. */
nsec moment_settle(struct moment moment, nsec start, nsec origin);

#endif
