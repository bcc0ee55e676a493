/* span_test.c - what two moments mean in a stream */
#include "profile/span.h"

#include "base/calendar.h"
#include "base/zone.h"
#include "unit/check.h"

#include <stdlib.h>
#include <time.h>

enum { HOUR = 3600 };

/* To the next whole second. */
static nsec
hours(double n)
{
	return n < 0 ? -hours(-n) : (nsec)(n * HOUR + 0.5) * NSEC_SECOND;
}

/* Second 0 is 2026-11-22 at midnight UTC, the profiler's own 100; samples lie between these hours. */
static struct span_stream
stream(double first, double last)
{
	return (struct span_stream){
	    .origin = 100 * NSEC_SECOND,
	    .wall = calendar_day(2026, 11, 22) * CALENDAR_DAY,
	    .first = hours(first),
	    .last = hours(last),
	};
}

/* Whether the range means these hours. */
static bool
means(struct span_stream stream, const char *start, const char *end, double from, double to)
{
	struct moment one, other;
	struct span span = {0};

	return moment_parse(str_from(start), &one) && moment_parse(str_from(end), &other) &&
	    span_settle(&stream, &one, &other, &span) == NULL && span.start == hours(from) &&
	    span.end == hours(to);
}

static bool
wrong(struct span_stream stream, const char *start, const char *end, const char *why)
{
	struct moment one, other;
	struct span span = {0};

	if (!moment_parse(str_from(start), &one) || !moment_parse(str_from(end), &other))
		return false;
	const char *said = span_settle(&stream, &one, &other, &span);
	return said != NULL && str_find(str_from(said), str_from(why)) < strlen(said);
}

static void
other_clocks(void)
{
	struct span_stream morning = stream(8, 9);

	CHECK(means(morning, "7200", "+1h", 2, 3));
	CHECK(means(morning, "@3700", "@7300", 1, 2));
	CHECK(means(morning, "2026-11-22T08:15:00Z", "+15m", 8.25, 8.5));
	CHECK(means(morning, "2026-11-22T10:15+02:00", "2026-11-22T08:30", 8.25, 8.5));
	CHECK(means(morning, "2026-11-21T23:00Z", "2026-11-23T01:00Z", -1, 25));
	CHECK(wrong(morning, "2026-11-22T08:15Z", "2026-11-22T09:00+02:00", "after the end"));
}

static void
times_of_day(void)
{
	struct span_stream morning = stream(8, 9), night = stream(23, 25);

	CHECK(means(morning, "08:15", "08:30", 8.25, 8.5));
	CHECK(means(morning, "10:15+02:00", "+15m", 8.25, 8.5));
	CHECK(means(morning, "07:00", "10:00", 7, 10)); /* from before to behind it */
	CHECK(means(morning, "08:30", "end", 8.5, 0) == false);
	CHECK(means(night, "23:30", "00:30", 23.5, 24.5));
	CHECK(means(night, "22:00", "02:00", 22, 26));
	CHECK(means(night, "00:15", "00:30", 24.25, 24.5));
	CHECK(wrong(night, "00:30", "23:30", "after the end"));
	/* Out of the stream, but in the order told. */
	CHECK(means(morning, "21:00", "08:30", -3, 8.5));
	CHECK(means(morning, "08:30", "07:00", 8.5, 31));
	/* An end behind a start on a known day. */
	CHECK(means(stream(8, 60), "2026-11-23T09:00Z", "11:00", 33, 35));
	CHECK(means(stream(8, 60), "36000", "11:00", 10, 11));
}

static void
twice(void)
{
	struct span_stream long_one = stream(8, 34); /* until 10:00 of the next day */

	CHECK(wrong(long_one, "09:00", "+1s", "more than once"));
	CHECK(wrong(long_one, "start", "09:00", "more than once"));
	CHECK(wrong(long_one, "08:00", "+1s", "more than once")); /* the very first sample */
	CHECK(wrong(stream(8, 32), "08:00", "+1s", "more than once"));
	CHECK(means(long_one, "11:00", "+1h", 11, 12));
	CHECK(means(long_one, "07:00", "08:30", 31, 32.5)); /* on the second day alone */
	CHECK(means(long_one, "11:00", "09:00", 11, 33));   /* the first behind its start */
	CHECK(means(long_one, "2026-11-23T09:00", "+1s", 33, 33 + 1.0 / HOUR));
}

static void
open_ended(void)
{
	struct span_stream open = stream(8, 8);
	struct moment one, other;
	struct span span = {0};

	open.open = true;
	CHECK(means(open, "08:15", "08:30", 8.25, 8.5));
	CHECK(means(open, "07:59:59", "08:30", 8 - 1.0 / HOUR, 8.5));
	CHECK(means(open, "19:59", "+1m", 20 - 1.0 / 60, 20));
	CHECK(wrong(open, "08:30", "08:15", "after the end"));
	CHECK(moment_parse(STR("07:59"), &one) && moment_parse(STR("08:30"), &other));
	CHECK(span_settle(&open, &one, &other, &span) == NULL);
	CHECK(span.again == (32 * HOUR - 60) * NSEC_SECOND);
	CHECK(moment_parse(STR("12"), &one) && span_settle(&open, &one, &one, &span) == NULL);
	CHECK(span.again == NSEC_MAX);
}

static void
local(void)
{
	struct span_stream morning = stream(8, 9);

	setenv("TZ", "TST-2", 1);
	tzset();
	morning.local = true;
	CHECK(means(morning, "10:15", "08:30Z", 8.25, 8.5));
	CHECK(means(morning, "2026-11-22T10:15", "+15m", 8.25, 8.5));
	/* Late in the evening of the stream's own day it is the next day there. */
	morning = stream(22, 23);
	morning.local = true;
	CHECK(means(morning, "00:15", "00:30", 22.25, 22.5));
}

/* Second 0 is midnight UTC of a day on which Berlin's clocks are put: at hour 1, forward from 02:00 to
 * 03:00 in March, back from 03:00 to 02:00 in October. */
static struct span_stream
berlin(int month, int day, double first, double last)
{
	struct span_stream stream = {
	    .wall = calendar_day(2026, month, day) * CALENDAR_DAY,
	    .first = hours(first),
	    .last = hours(last),
	    .local = true,
	};

	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	tzset();
	return stream;
}

/* What is to be told with a range that is wrong. */
static bool
lacks(struct span_stream stream, const char *start, const char *end, enum span_lack lack,
    double one, double other)
{
	struct moment from, to;
	struct span span = {0};

	return moment_parse(str_from(start), &from) && moment_parse(str_from(end), &to) &&
	    span_settle(&stream, &from, &to, &span) != NULL && span.lack == lack &&
	    span.utc[0] == nsec_add(stream.wall, hours(one)) &&
	    span.utc[1] == nsec_add(stream.wall, hours(other));
}

static void
put_back(void)
{
	struct span_stream night = berlin(10, 25, -2, 4), early = berlin(10, 25, -2, 1.25);
	struct span_stream late = berlin(10, 25, 0.75, 4), between = berlin(10, 25, 0.6, 1.3);
	static const char *const told[] = {"02:30", "2026-10-25T02:30"};

	for (int i = 0; i < 2; i++) {
		CHECK(lacks(night, told[i], "+1h", SPAN_LACKS_ZONE, 0.5, 1.5));
		CHECK(lacks(night, "start", told[i], SPAN_LACKS_ZONE, 0.5, 1.5));
		CHECK(lacks(night, "0", told[i], SPAN_LACKS_ZONE, 0.5, 1.5));
		CHECK(lacks(night, "01:00", told[i], SPAN_LACKS_ZONE, 0.5, 1.5));
		CHECK(lacks(night, told[i], told[i], SPAN_LACKS_ZONE, 0.5, 1.5));
		/* The stream holds one of them alone. */
		CHECK(means(early, told[i], "+1h", 0.5, 1.5));
		CHECK(means(early, "01:00", told[i], -1, 0.5));
		CHECK(means(late, told[i], "+1h", 1.5, 2.5));
		CHECK(means(late, "2026-10-24T23:00Z", told[i], -1, 1.5));
		/* Or none: that nearest to its beginning, or that puts the start before the end. */
		CHECK(means(berlin(10, 25, 2, 4), told[i], "+1h", 1.5, 2.5));
		CHECK(means(berlin(10, 25, -2, -1), told[i], "+1h", 0.5, 1.5));
		CHECK(means(between, told[i], "+1h", 0.5, 1.5));
		CHECK(means(between, "3600", told[i], 1, 1.5));
		/* One would come before the start. */
		CHECK(means(night, "3000", told[i], 3000.0 / HOUR, 1.5));
		CHECK(means(night, "02:45+02:00", told[i], 0.75, 1.5));
		CHECK(means(early, "2026-10-25T02:45+02", told[i], 0.75, 1.5));
		CHECK(means(night, "2026-10-25T00:30Z", told[i], 0.5, 0.5) == false);
	}
	CHECK(means(night, "02:30+02:00", "+1h", 0.5, 1.5));
	CHECK(means(night, "02:30+01:00", "+1h", 1.5, 2.5));
	CHECK(means(night, "2026-10-25T02:30+01:00", "+1h", 1.5, 2.5));
	CHECK(means(night, "01:59:59", "03:00", -1.0 / HOUR, 2));
	CHECK(wrong(night, "2026-10-25T02:30", "2026-10-25T00:00Z", "shows that time twice"));
	/* A date is on no other day, though the stream holds it on none. */
	CHECK(wrong(berlin(10, 25, 2, 4), told[1], "2026-10-24T20:00Z", "after the end"));
	CHECK(wrong(berlin(10, 25, -2, -1), "2026-10-25T05:00Z", told[1], "after the end"));
	/* What is UTC is shown once. */
	night.local = false;
	CHECK(means(night, "02:30", "+1h", 2.5, 3.5));
	/* The next day's is one more. */
	CHECK(lacks(berlin(10, 25, -2, 26), "02:30", "+1h", SPAN_LACKS_ZONE, 0.5, 1.5));
	CHECK(lacks(berlin(10, 25, 1, 26), "02:30", "+1h", SPAN_LACKS_DATE, 1.5, 1.5));
	CHECK(lacks(berlin(10, 24, -2, 26), "02:30", "+1h", SPAN_LACKS_DATE, 0.5, 0.5));
	CHECK(means(berlin(10, 25, 2, 26), "02:30", "+1h", 25.5, 26.5));
}

/* When that comes once more in a stream that begins at this hour and is still coming. */
static bool
comes(double first, const char *start, const char *end, double from, double again)
{
	struct span_stream stream = berlin(10, 25, first, first);
	struct moment one, other;
	struct span span = {0};

	stream.open = true;
	return moment_parse(str_from(start), &one) && moment_parse(str_from(end), &other) &&
	    span_settle(&stream, &one, &other, &span) == NULL && span.start == hours(from) &&
	    span.again == (again < 0 ? NSEC_MAX : hours(again));
}

static void
put_back_while_open(void)
{
	CHECK(comes(-2, "02:30", "+1h", 0.5, 1.5));
	CHECK(comes(-2, "2026-10-25T02:30", "+1h", 0.5, 1.5));
	CHECK(comes(-2, "2026-10-24T22:00Z", "02:30", -2, 1.5));
	CHECK(comes(-2, "2026-10-24T22:00Z", "2026-10-25T02:30", -2, 1.5));
	CHECK(comes(0.75, "2026-10-25T02:30", "+1h", 0.5, 1.5));
	CHECK(comes(1.25, "2026-10-25T02:30", "+1h", 1.5, -1));
	CHECK(comes(1.25, "02:30", "+1h", 1.5, 25.5));
	CHECK(comes(1.75, "2026-10-25T02:30", "+1h", 1.5, -1));
	CHECK(comes(-2, "2026-10-25T02:30+01:00", "+1h", 1.5, -1));
}

static void
put_forward(void)
{
	struct span_stream night = berlin(3, 29, -2, 4);

	CHECK(lacks(night, "02:30", "+1h", SPAN_LACKS_ZONE, 1.5, 0.5));
	CHECK(lacks(night, "2026-03-29T02:30", "+1h", SPAN_LACKS_ZONE, 1.5, 0.5));
	CHECK(lacks(night, "01:00", "02:30", SPAN_LACKS_ZONE, 1.5, 0.5));
	CHECK(lacks(night, "0", "2026-03-29T02:00", SPAN_LACKS_ZONE, 1, 0));
	CHECK(wrong(night, "02:30", "+1h", "put forward"));
	CHECK(means(night, "01:59:59", "03:00", 1 - 1.0 / HOUR, 1));
	CHECK(means(night, "02:30+01:00", "+1h", 1.5, 2.5));
	/* A day on which it is shown is meant, where the stream holds one. */
	CHECK(means(berlin(3, 29, -2, 26), "02:30", "+1h", 24.5, 25.5));
	CHECK(means(berlin(3, 28, -2, 26), "02:30", "+1h", 1.5, 2.5));
	night.open = true;
	CHECK(wrong(night, "02:30", "+1h", "put forward"));
}

/* A clock is not always put by an hour, or to summer time. */
static void
zones(void)
{
	nsec utc[2], day = calendar_day(2026, 4, 5) * CALENDAR_DAY;

	setenv("TZ", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 1); /* Lord Howe: 02:00 is 01:30 */
	CHECK(zone_find(day + hours(1.75), utc) == 2);
	CHECK(utc[0] == day - hours(9.25) && utc[1] == day - hours(8.75));
	CHECK(zone_find(day + hours(1.25), utc) == 1 && utc[0] == utc[1]);
	CHECK(zone_find(day + hours(2), utc) == 1 && utc[0] == day - hours(8.5));
	CHECK(zone_find(day + hours(2), utc) == 1 && utc[1] == day - hours(8.5));
	CHECK(zone_find(NSEC_MAX, utc) == 1 && zone_find(NSEC_MIN, utc) == 1);
	setenv("TZ", "UTC0", 1);
	CHECK(zone_find(day, utc) == 1 && utc[0] == day && utc[1] == day);
}

static void
far_away(void)
{
	struct span_stream edge = {.first = NSEC_MAX - 1, .last = NSEC_MAX - 1};
	struct moment one, other;
	struct span span = {0};

	CHECK(moment_parse(STR("08:15"), &one) && moment_parse(STR("08:30"), &other));
	span_settle(&edge, &one, &other, &span);
	edge.first = edge.last = NSEC_MIN;
	edge.wall = NSEC_MIN;
	span_settle(&edge, &one, &other, &span);
	CHECK(moment_parse(STR("end"), &one));
	span_settle(&edge, &one, &other, &span);
}

int
main(void)
{
	other_clocks();
	times_of_day();
	twice();
	open_ended();
	local();
	put_back();
	put_back_while_open();
	put_forward();
	zones();
	far_away();
	return check_failed;
}
