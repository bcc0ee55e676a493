/* zone.h - the zone that the user's clock shows.
 *
 *	utc = zone_utc(day * CALENDAR_DAY + time);
 *
 * The one place that asks the system for it, and so the one whose answer TZ changes.  Programs come
 * here only where --local tells them to.
 */
#ifndef BASE_ZONE_H
#define BASE_ZONE_H

#include "base/nsec.h"

/* When, since 1970 UTC, a clock in the user's zone showed what one in UTC shows at time.  What it
 * shows twice, when summer time ends, is one of the two, and what it never shows is near it. */
nsec zone_utc(nsec time);

#endif
