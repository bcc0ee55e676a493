/* zone.c - the zone that the user's clock shows */
#include "base/zone.h"

#include "base/calendar.h"

#include <time.h>

/* No zone is farther from UTC: what was in force that long ago was before any change meant. */
#define FARTHEST (26 * 3600 * NSEC_SECOND)

/* How far the user's clock is ahead of UTC.  (mktime is not asked: of a time shown twice it gives
 * the one or the other, by what it was asked before, and tm_isdst tells only some of them apart.) */
static nsec
ahead(nsec utc)
{
	int64_t second = nsec_floor(utc, NSEC_SECOND);
	time_t at = (time_t)second;
	struct tm shown;

	if ((int64_t)at != second || localtime_r(&at, &shown) == NULL)
		return 0;
	int64_t days = calendar_day(shown.tm_year + 1900, shown.tm_mon + 1, shown.tm_mday);
	int64_t seconds = (shown.tm_hour * 60 + shown.tm_min) * 60 + shown.tm_sec;
	return (days * (CALENDAR_DAY / NSEC_SECOND) + seconds - second) * NSEC_SECOND;
}

int
zone_find(nsec time, nsec utc[2])
{
	tzset(); /* localtime_r need not */
	nsec before = ahead(nsec_sub(time, FARTHEST)), after = ahead(nsec_add(time, FARTHEST));

	utc[0] = nsec_sub(time, before);
	utc[1] = nsec_sub(time, after);
	if (before == after)
		return 1;
	bool first = ahead(utc[0]) == before, second = ahead(utc[1]) == after;
	if (first && !second)
		utc[1] = utc[0];
	if (second && !first)
		utc[0] = utc[1];
	return first + second;
}

nsec
zone_utc(nsec time)
{
	nsec utc[2];

	zone_find(time, utc);
	return utc[0];
}

nsec
zone_ahead(nsec utc)
{
	tzset();
	return ahead(utc);
}

bool
zone_change(nsec start, nsec end, nsec *change)
{
	tzset();
	nsec now = ahead(start), low = start, high;

	do {
		if (low >= end)
			return false;
		high = nsec_sub(end, low) > CALENDAR_DAY ? low + CALENDAR_DAY : end;
		if (ahead(high) == now)
			low = high;
	} while (low == high);
	while (high - low > NSEC_SECOND) {
		nsec middle = low + (high - low) / 2;
		if (ahead(middle) == now)
			low = middle;
		else
			high = middle;
	}
	*change = nsec_floor(high, NSEC_SECOND) * NSEC_SECOND;
	return true;
}
