/* moment_test.c - times as users tell them */
#include "profile/moment.h"

#include "unit/check.h"

static bool
is(const char *told, enum moment_clock clock, nsec time)
{
	struct moment moment = {.clock = MOMENT_ORIGIN, .time = 42};

	return moment_parse(str_from(told), &moment) && moment.clock == clock &&
	    moment.time == time;
}

static bool
is_none(const char *told)
{
	struct moment moment = {.clock = MOMENT_AFTER, .time = 42};

	return !moment_parse(str_from(told), &moment) && moment.clock == MOMENT_AFTER &&
	    moment.time == 42;
}

static void
seconds(void)
{
	CHECK(is("0", MOMENT_ORIGIN, 0));
	CHECK(is("34.2", MOMENT_ORIGIN, 34200000000));
	CHECK(is(".5", MOMENT_ORIGIN, 500000000));
	CHECK(is("-0.000012", MOMENT_ORIGIN, -12000));
	CHECK(is("1795348020.124311289", MOMENT_ORIGIN, 1795348020124311289));
	CHECK(is("9223372035.999999999", MOMENT_ORIGIN, 9223372035999999999));
	CHECK(is("9223372036.854775807", MOMENT_ORIGIN, NSEC_MAX));
	CHECK(is_none("9223372036.854775808"));
	CHECK(is_none("1.0000000001"));
	CHECK(is("1.0000000000", MOMENT_ORIGIN, NSEC_SECOND));
}

static void
with_units(void)
{
	CHECK(is("7ns", MOMENT_ORIGIN, 7));
	CHECK(is("2.5us", MOMENT_ORIGIN, 2500));
	CHECK(is("250ms", MOMENT_ORIGIN, 250000000));
	CHECK(is("1.5s", MOMENT_ORIGIN, 1500000000));
	CHECK(is("1m30s", MOMENT_ORIGIN, 90 * NSEC_SECOND));
	CHECK(is("1h2m", MOMENT_ORIGIN, 3720 * NSEC_SECOND));
	CHECK(is("1d1h1m1s1ms1us1ns", MOMENT_ORIGIN, 90061001001001));
	CHECK(is("0.125d", MOMENT_ORIGIN, 10800 * NSEC_SECOND));
	CHECK(is("-1m0.5s", MOMENT_ORIGIN, -60500000000));
	CHECK(is("1m500ms", MOMENT_ORIGIN, 60500000000));
	CHECK(is("106751d", MOMENT_ORIGIN, 106751 * (86400 * NSEC_SECOND)));
	CHECK(is_none("106752d"));
	CHECK(is_none("106751.999d"));
	CHECK(is_none("106751d24h"));
	CHECK(is_none("0.5ns"));
	CHECK(is_none("30s1m"));
	CHECK(is_none("1m1m"));
	CHECK(is_none("1m30"));
	CHECK(is_none("5M"));
	CHECK(is_none("1w"));
	CHECK(is_none("m"));
}

static void
other_clocks(void)
{
	CHECK(is("start", MOMENT_ORIGIN, NSEC_MIN));
	CHECK(is("end", MOMENT_ORIGIN, NSEC_MAX));
	CHECK(is("@28648.2", MOMENT_OWN, 28648200000000));
	CHECK(is("+80ms", MOMENT_AFTER, 80000000));
	CHECK(is_none("@"));
	CHECK(is_none("+"));
	CHECK(is_none("+-1"));
	CHECK(is_none("@+1"));
	CHECK(is_none("@start"));
}

static void
no_times(void)
{
	static const char *const none[] = {
	    "", "-", ".", "5.", "1.2.3", "--5", "1e3", "0x10", " 1", "1 ", "app.fs", "1,2", "ends"};

	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		CHECK(is_none(none[i]));
}

static bool
is_wall(const char *told, enum moment_clock clock, nsec time, bool zoned)
{
	struct moment moment = {.shift = 42};

	return moment_parse(str_from(told), &moment) && moment.clock == clock &&
	    moment.time == time && moment.zoned == zoned && moment.shift == 0;
}

static void
wall_clock(void)
{
	/* date -u -d 2026-11-22T11:30:39 +%s */
	nsec at = 1795347039200000000;

	CHECK(is_wall("2026-11-22T11:30:39.2Z", MOMENT_WALL, at, true));
	CHECK(is_wall("2026-11-22T11:30:39.2", MOMENT_WALL, at, false));
	CHECK(is_wall("2026-11-22 13:30:39.2+02:00", MOMENT_WALL, at, true));
	CHECK(is_wall("2026-11-21T23:00:39.2-1230", MOMENT_WALL, at, true));
	CHECK(is_wall("11:30:39.2", MOMENT_DAY, 41439200000000, false));
	CHECK(is_wall("11:30", MOMENT_DAY, 41400 * NSEC_SECOND, false));
	CHECK(is_wall("01:00:00+02", MOMENT_DAY, -3600 * NSEC_SECOND, true));
	CHECK(is_none("11:30:39.2+"));
	CHECK(is_none("+11:30:39"));
	CHECK(is_none("@11:30:39"));
	CHECK(is_none("2026-11-22"));
}

int
main(void)
{
	seconds();
	with_units();
	other_clocks();
	no_times();
	wall_clock();
	return check_failed;
}
