/* calendar_test.c - dates, times of day, and the zone */
#include "base/calendar.h"
#include "base/zone.h"
#include "unit/check.h"

#include <stdlib.h>
#include <time.h>

/* Whether told is that date (in days), time of day (in seconds) and zone (in minutes). */
static bool
is(const char *told, int64_t day, nsec seconds, nsec minutes)
{
	struct calendar at;

	return calendar_parse(str_from(told), &at) && at.has_day && at.day == day &&
	    at.time == seconds * NSEC_SECOND && at.zone == minutes * 60 * NSEC_SECOND;
}

static bool
is_none(const char *told)
{
	struct calendar at = {.time = 42};

	return !calendar_parse(str_from(told), &at) && at.time == 42;
}

/* Figures from `date -u -d DATE +%s`, over 86400. */
static void
days(void)
{
	CHECK(calendar_day(1970, 1, 1) == 0);
	CHECK(calendar_day(1969, 12, 31) == -1);
	CHECK(calendar_day(2000, 2, 29) == 11016);
	CHECK(calendar_day(2000, 3, 1) == 11017);
	CHECK(calendar_day(1900, 3, 1) == -25508);
	CHECK(calendar_day(1900, 2, 28) == -25509);
	CHECK(calendar_day(2024, 12, 31) == 20088);
	CHECK(calendar_day(2025, 1, 1) == 20089);
	CHECK(calendar_day(2100, 2, 28) == 47540);
	CHECK(calendar_day(2100, 3, 1) == 47541);
	CHECK(calendar_day(1, 1, 1) == -719162);
	CHECK(calendar_day(9999, 12, 31) == 2932896);
}

/* Every day of 600 years, one after the other, is the day after the one before. */
static void
every_day(void)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int64_t year = 1670, want_year = 1670, days = calendar_day(1670, 1, 1);
	int month = 1, day = 1, want_month = 1, want_day = 1;

	for (; want_year < 2270; days++) {
		calendar_date(days, &year, &month, &day);
		CHECK(year == want_year && month == want_month && day == want_day);
		CHECK(calendar_day(year, month, day) == days);
		bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
		if (++want_day <= lengths[want_month - 1] + (leap && want_month == 2))
			continue;
		want_day = 1;
		if (++want_month <= 12)
			continue;
		want_month = 1;
		want_year++;
	}
	CHECK(days == 109573); /* 2270-01-01 */
}

static void
parse(void)
{
	struct calendar at;

	CHECK(is("1970-01-01T00:00:00Z", 0, 0, 0));
	CHECK(is("2026-11-22 23:59", 20779, 86340, 0));
	CHECK(is("2026-11-22T11:30:39+02:00", 20779, 41439, 120));
	CHECK(is("2026-11-22T11:30:39-0930", 20779, 41439, -570));
	CHECK(is("2024-02-29T00:00:00+14", 19782, 0, 840));
	CHECK(calendar_parse(STR("11:30:39.000000001"), &at) && !at.has_day && !at.has_zone);
	CHECK(at.time == 41439000000001);
	CHECK(calendar_parse(STR("00:00Z"), &at) && at.has_zone && at.time == 0);
}

static void
no_dates(void)
{
	static const char *const none[] = {"", ":", "1:30", "11:3", "24:00", "11:60", "11:30:60",
	    "11:30:39.", "11:30:39.0000000001", "11:30:39,5", "11:30:", "11:30:39Zz", "11:30:39+",
	    "11:30:39+2", "11:30:39+02:", "11:30:39+02:60", "11:30:39+24", "2026-11-22",
	    "2026-11-22T", "2026-11-22T11", "2023-02-29T00:00", "2100-02-29T00:00",
	    "2026-13-01T00:00", "2026-00-01T00:00", "2026-01-00T00:00", "2026-04-31T00:00",
	    "1677-01-01T00:00", "2262-01-01T00:00", "26-11-22T11:30", "2026-11-22t11:30", " 11:30",
	    "11:30 "};

	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		CHECK(is_none(none[i]));
}

static bool
is_asctime(const char *told, int64_t day, nsec seconds)
{
	struct calendar at;

	return calendar_parse_asctime(str_from(told), &at) && at.day == day &&
	    at.time == seconds * NSEC_SECOND;
}

static void
asctimes(void)
{
	struct calendar at;

	CHECK(is_asctime("Sun Nov 22 12:12:29 2026", 20779, 43949));
	CHECK(is_asctime("Thu Jul  9 17:14:37 2015", 16625, 62077));
	CHECK(is_asctime("Thu Feb 29 00:00:00 2024", 19782, 0));
	CHECK(!calendar_parse_asctime(STR("Wed Feb 29 00:00:00 2023"), &at));
	CHECK(!calendar_parse_asctime(STR("Sun Now 22 12:12:29 2026"), &at));
	CHECK(!calendar_parse_asctime(STR("Sun Nov 22 12:12:29 202"), &at));
	CHECK(!calendar_parse_asctime(STR("Sun Nov 22 12:12.29 2026"), &at));
	CHECK(!calendar_parse_asctime(STR(""), &at));
}

static bool
puts_as(nsec time, const char *want)
{
	struct text text = {0};

	calendar_put(&text, time);
	bool same = str_equal(text_str(&text), str_from(want));
	text_free(&text);
	return same;
}

static void
put(void)
{
	CHECK(puts_as(0, "1970-01-01T00:00:00Z"));
	CHECK(puts_as(-1, "1969-12-31T23:59:59.999999999Z"));
	CHECK(puts_as(1795347039200000000, "2026-11-22T11:30:39.2Z"));
	CHECK(puts_as(NSEC_MAX, "2262-04-11T23:47:16.854775807Z"));
	CHECK(puts_as(NSEC_MIN, "1677-09-21T00:12:43.145224192Z"));
}

/* By rules that TZ holds, so that no data base of zones is needed. */
static void
zone(void)
{
	nsec noon = 1784635200 * NSEC_SECOND; /* 2026-07-21T12:00:00Z */
	nsec winter = 1795347039 * NSEC_SECOND;

	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	tzset();
	CHECK(zone_utc(noon) == noon - 7200 * NSEC_SECOND);
	CHECK(zone_utc(winter + 5) == winter + 5 - 3600 * NSEC_SECOND);
	CHECK(zone_utc(0) == -3600 * NSEC_SECOND);
	CHECK(zone_utc(NSEC_MIN) == NSEC_MIN);
	setenv("TZ", "UTC0", 1);
	tzset();
	CHECK(zone_utc(noon + 7) == noon + 7);
	CHECK(zone_utc(-NSEC_SECOND) == -NSEC_SECOND);
}

int
main(void)
{
	days();
	every_day();
	parse();
	no_dates();
	asctimes();
	put();
	zone();
	return check_failed;
}
