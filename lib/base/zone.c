/* zone.c - the zone that the user's clock shows */
#include "base/zone.h"

#include "base/calendar.h"

#include <time.h>

nsec
zone_utc(nsec time)
{
	int64_t days = nsec_floor(time, CALENDAR_DAY), year;
	nsec rest = time % CALENDAR_DAY + (time % CALENDAR_DAY < 0 ? CALENDAR_DAY : 0);
	int seconds = (int)(rest / NSEC_SECOND), month, day;

	calendar_date(days, &year, &month, &day);
	struct tm shown = {
	    .tm_year = (int)year - 1900,
	    .tm_mon = month - 1,
	    .tm_mday = day,
	    .tm_hour = seconds / 3600,
	    .tm_min = seconds / 60 % 60,
	    .tm_sec = seconds % 60,
	    .tm_isdst = -1,
	    .tm_wday = -1, /* mktime sets it where it succeeds; -1 is a second like others */
	};
	time_t utc = mktime(&shown);
	if (shown.tm_wday < 0 || utc >= NSEC_MAX / NSEC_SECOND || utc <= NSEC_MIN / NSEC_SECOND)
		return time;
	return (nsec)utc * NSEC_SECOND + rest % NSEC_SECOND;
}
