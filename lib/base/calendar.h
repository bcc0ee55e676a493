/* calendar.h - dates and times of day as people write them.
 *
 *	struct calendar at;
 *	if (calendar_parse(STR("2026-11-22T11:30:39.2+02:00"), &at))
 *		utc = at.day * CALENDAR_DAY + at.time - at.zone;
 *
 * The Gregorian calendar, also for the years before it; every day has 86400 seconds.  Neither the
 * locale nor the machine's own zone plays a part: zone.h knows that one.
 */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include "base/nsec.h"

#define CALENDAR_DAY (86400 * NSEC_SECOND)

struct calendar {
	bool has_day, has_zone;
	int64_t day; /* since 1970-01-01; 0 where no date is told */
	nsec time;   /* since midnight, below CALENDAR_DAY */
	nsec zone;   /* how far east of UTC; 0 where not told */
};

/* Reads all of s: [YYYY-MM-DD(T| )]HH:MM[:SS[.DECIMALS]][Z|(+|-)HH[[:]MM]], the years 1678 to 2261,
 * which are those that an nsec has.  False, and *at as it was, for anything else. */
bool calendar_parse(struct str s, struct calendar *at);

/* The same for what asctime(3) writes: `Sun Nov 22 12:12:29 2026`.  The day of the week is not
 * looked at. */
bool calendar_parse_asctime(struct str s, struct calendar *at);

/* Days from 1970-01-01 to a day of the years 1 to 9999; month and day count from 1. */
int64_t calendar_day(int64_t year, int month, int day);

/* The same backwards. */
void calendar_date(int64_t days, int64_t *year, int *month, int *day);

/* Writes a time since 1970, UTC: 2026-11-22T11:30:39.2Z. */
void calendar_put(struct text *text, nsec time);

#endif
