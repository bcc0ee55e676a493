/* zone.h - the zone that the user's clock shows.
 *
 *	nsec utc[2];
 *	if (zone_find(day * CALENDAR_DAY + time, utc) == 1)
 *		... utc[0]
 *
 * The one place that asks the system for it, and so the one whose answer TZ changes.  What programs
 * write depends on it only where --local says so.
 */
#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include "base/nsec.h"

/* When, since 1970 UTC, a clock in the user's zone showed what one in UTC shows at time.  Returns how
 * often it did: 1, with both utc alike; 2, in order, where it was put back, as when summer time ends;
 * 0 where it was put forward over that time.  utc[0] is then by the zone before the change, utc[1] by
 * that after it. */
int zone_find(nsec time, nsec utc[2]);

/* The first of both, where there is nobody to ask which is meant. */
nsec zone_utc(nsec time);

/* How far a clock in the user's zone is ahead of UTC at a time since 1970, UTC. */
nsec zone_ahead(nsec utc);

/* When that is anew for the first time after start, up to end: the first whole second of it, or false.
 * What is changed and changed back within a day is not seen. */
bool zone_change(nsec start, nsec end, nsec *change);

#endif
