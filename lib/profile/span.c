/* span.c - the stretch of time that two moments, as told, mean in a stream */
#include "profile/span.h"

#include "base/calendar.h"
#include "base/zone.h"

/* One end of the span. */
struct side {
	const struct moment *moment;
	nsec time;   /* what it means */
	int64_t day; /* of a time of day: the one it is taken on, since 1970 */
	bool free;   /* the stream holds it on no day: another would do */
	bool twice;  /* the stream holds it on several days */
};

/* A time of a wall clock, from second 0 of the stream. */
static nsec
from_wall(const struct span_stream *stream, const struct moment *moment, nsec time)
{
	if (stream->local && !moment->zoned)
		time = zone_utc(time);
	return nsec_sub(time, stream->wall);
}

static nsec
on_day(const struct span_stream *stream, const struct moment *moment, int64_t day)
{
	if (day > NSEC_MAX / CALENDAR_DAY)
		return NSEC_MAX;
	if (day < NSEC_MIN / CALENDAR_DAY)
		return NSEC_MIN;
	return from_wall(stream, moment, nsec_add(day * CALENDAR_DAY, moment->time));
}

/* The first day on which it is that time of day at from or later. */
static int64_t
first_day(const struct span_stream *stream, const struct moment *moment, nsec from)
{
	nsec midnight = nsec_sub(nsec_add(from, stream->wall), moment->time);
	int64_t day = nsec_floor(midnight, CALENDAR_DAY) - 2; /* local time may be a day off */

	while (on_day(stream, moment, day) < from)
		day++;
	return day;
}

static void
take_day(const struct span_stream *stream, struct side *side, int64_t day)
{
	side->day = day;
	side->time = on_day(stream, side->moment, day);
}

static void
find_day(const struct span_stream *stream, struct side *side)
{
	int64_t day = first_day(stream, side->moment, stream->first);
	nsec before = on_day(stream, side->moment, day - 1), at;

	take_day(stream, side, day);
	at = side->time;
	if (!stream->open && at <= stream->last) {
		side->twice = on_day(stream, side->moment, day + 1) <= stream->last;
		return;
	}
	/* While the end is not known, the day to come is as good as held. */
	side->free = !stream->open;
	if (nsec_sub(stream->first, before) < nsec_sub(at, stream->first)) {
		side->free = true;
		take_day(stream, side, day - 1);
	}
}

static void
settle(const struct span_stream *stream, struct side *side)
{
	switch (side->moment->clock) {
	case MOMENT_ORIGIN: side->time = side->moment->time; break;
	case MOMENT_OWN: side->time = nsec_sub(side->moment->time, stream->origin); break;
	case MOMENT_WALL: side->time = from_wall(stream, side->moment, side->moment->time); break;
	case MOMENT_DAY: find_day(stream, side); break;
	case MOMENT_AFTER: break;
	}
}

/* When the stream may hold the time of day once more. */
static nsec
comes_again(const struct span_stream *stream, const struct side *side)
{
	if (!stream->open || side->moment->clock != MOMENT_DAY)
		return NSEC_MAX;
	return on_day(stream, side->moment, side->day + 1);
}

static nsec
sooner(nsec a, nsec b)
{
	return a < b ? a : b;
}

/* Finds the end, now that the start is known; may move a start that is free to. */
static void
settle_end(const struct span_stream *stream, struct side *start, struct side *end, nsec *again)
{
	enum moment_clock clock = start->moment->clock;

	if (end->moment->clock == MOMENT_AFTER) {
		end->time = nsec_add(start->time, end->moment->time);
		return;
	}
	if (end->moment->clock != MOMENT_DAY) {
		settle(stream, end);
	} else if (clock != MOMENT_DAY && start->time != NSEC_MIN) {
		take_day(stream, end, first_day(stream, end->moment, start->time));
		return;
	} else {
		settle(stream, end);
		if (end->twice && clock == MOMENT_DAY) {
			take_day(stream, end, first_day(stream, end->moment, start->time));
			end->twice = false;
		}
	}
	if (start->time > end->time && start->free)
		take_day(stream, start, first_day(stream, start->moment, end->time) - 1);
	else if (start->time > end->time && end->free)
		take_day(stream, end, first_day(stream, end->moment, start->time));
	*again = comes_again(stream, end);
}

const char *
span_settle(const struct span_stream *stream, const struct moment *start_told,
    const struct moment *end_told, struct span *span)
{
	struct side start = {.moment = start_told}, end = {.moment = end_told};
	nsec again = NSEC_MAX;

	settle(stream, &start);
	if (!start.twice)
		settle_end(stream, &start, &end, &again);
	if (start.twice || end.twice) {
		const struct side *side = start.twice ? &start : &end;
		span->first = nsec_add(side->time, stream->wall);
		return "the profile holds that time of day more than once";
	}
	span->start = nsec_add(start.time, start_told->shift);
	span->end = nsec_add(end.time, end_told->shift);
	span->again = sooner(again, comes_again(stream, &start));
	return span->start > span->end ? "the start is after the end" : NULL;
}
