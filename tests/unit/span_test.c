/* span_test.c - what two moments mean in a stream */
#include "profile/span.h"

#include "base/calendar.h"
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
	far_away();
	return check_failed;
}
