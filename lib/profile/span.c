/* span.c - the stretch of time that two moments, as told, mean in a stream */
#include "profile/span.h"

#include "base/calendar.h"
#include "base/zone.h"

/* One end of the span. */
struct side {
	const struct moment *moment;
	nsec time;    /* what it means */
	int64_t turn; /* of a wall clock: the one that is taken, see on_turn */
	bool free;    /* the stream holds it on no turn: another would do */
	bool twice;   /* the stream holds it on several */
};

static bool
is_wall(const struct moment *moment)
{
	return moment->clock == MOMENT_WALL || moment->clock == MOMENT_DAY;
}

static int64_t
turn_day(int64_t turn)
{
	return nsec_floor(turn, 2);
}

/* What a clock shows on a turn: that date, or that time of one day; NSEC_MAX and NSEC_MIN where there
 * are no more turns. */
static nsec
shown_on(const struct moment *moment, int64_t turn)
{
	bool dated = moment->clock == MOMENT_WALL;
	int64_t day = turn_day(turn), last = dated ? 0 : NSEC_MAX / CALENDAR_DAY;

	if (day > last)
		return NSEC_MAX;
	if (day < -last)
		return NSEC_MIN;
	return nsec_add(day * CALENDAR_DAY, moment->time);
}

/* When a clock shows that, since 1970, UTC.  Returns how often, as zone_find. */
static int
find_shown(const struct span_stream *stream, const struct moment *moment, int64_t turn, nsec utc[2])
{
	nsec shown = shown_on(moment, turn);

	if (stream->local && !moment->zoned)
		return zone_find(shown, utc);
	utc[0] = utc[1] = shown;
	return 1;
}

/* When, from second 0, it is what was told.  Each day has two turns, since a clock that is put back
 * shows some times twice; mostly both are the same.  A date has one day, which is called 0. */
static nsec
on_turn(const struct span_stream *stream, const struct moment *moment, int64_t turn)
{
	nsec shown = shown_on(moment, turn), utc[2];

	if (shown == NSEC_MAX || shown == NSEC_MIN)
		return shown;
	int n = find_shown(stream, moment, turn, utc);
	return nsec_sub(utc[n == 2 && turn > turn_day(turn) * 2], stream->wall);
}

/* Whether a clock that is put forward skips it. */
static bool
is_skipped(const struct span_stream *stream, const struct moment *moment, int64_t turn)
{
	nsec utc[2];

	return is_wall(moment) && find_shown(stream, moment, turn, utc) == 0;
}

/* The first turn at from or later. */
static int64_t
first_turn(const struct span_stream *stream, const struct moment *moment, nsec from)
{
	int64_t turn = 0;

	if (moment->clock == MOMENT_DAY) {
		nsec midnight = nsec_sub(nsec_add(from, stream->wall), moment->time);
		/* Local time may be a day off. */
		turn = 2 * (nsec_floor(midnight, CALENDAR_DAY) - 2);
	}
	while (on_turn(stream, moment, turn) < from)
		turn++;
	return turn;
}

/* The turn that comes after another and is shown. */
static int64_t
next_turn(const struct span_stream *stream, const struct moment *moment, int64_t turn)
{
	nsec before = on_turn(stream, moment, turn), at;

	do
		at = on_turn(stream, moment, ++turn);
	while (at < NSEC_MAX && (at <= before || is_skipped(stream, moment, turn)));
	return turn;
}

static void
take_turn(const struct span_stream *stream, struct side *side, int64_t turn)
{
	if (side->moment->clock == MOMENT_WALL)
		turn = turn > 0;
	side->turn = turn;
	side->time = on_turn(stream, side->moment, turn);
}

/* When its clock, put back, shows it once more that day; its time where it does not. */
static nsec
later_that_day(const struct span_stream *stream, const struct side *side)
{
	return on_turn(stream, side->moment, side->turn | 1);
}

static bool
holds(const struct span_stream *stream, nsec time)
{
	return time >= stream->first && (stream->open || time <= stream->last);
}

/* The turn that the stream holds. */
static int64_t
held_turn(const struct span_stream *stream, const struct moment *moment)
{
	int64_t turn = first_turn(stream, moment, stream->first), next;

	if (stream->open || !is_skipped(stream, moment, turn))
		return turn;
	next = next_turn(stream, moment, turn);
	return holds(stream, on_turn(stream, moment, next)) ? next : turn;
}

static void
find_turn(const struct span_stream *stream, struct side *side)
{
	int64_t turn = held_turn(stream, side->moment);
	nsec before = on_turn(stream, side->moment, turn - 1);
	nsec at = on_turn(stream, side->moment, turn);

	take_turn(stream, side, turn);
	if (!stream->open && at <= stream->last) {
		turn = next_turn(stream, side->moment, turn);
		side->twice = on_turn(stream, side->moment, turn) <= stream->last;
		return;
	}
	/* While the end is not known, the turn to come is as good as held. */
	side->free = !stream->open;
	if (nsec_sub(stream->first, before) < nsec_sub(at, stream->first)) {
		side->free = true;
		take_turn(stream, side, turn - 1);
	}
}

/* Takes the first turn from a time on, and so the day; but which of its turns may not be clear. */
static void
take_after(const struct span_stream *stream, struct side *side, nsec from)
{
	take_turn(stream, side, first_turn(stream, side->moment, from));
	nsec later = later_that_day(stream, side);
	side->twice = false;
	if (later == side->time || !holds(stream, later))
		return;
	if (!holds(stream, side->time))
		take_turn(stream, side, side->turn | 1);
	else
		side->twice = !stream->open;
}

static void
settle(const struct span_stream *stream, struct side *side)
{
	switch (side->moment->clock) {
	case MOMENT_ORIGIN: side->time = side->moment->time; break;
	case MOMENT_OWN: side->time = nsec_sub(side->moment->time, stream->origin); break;
	case MOMENT_WALL:
		take_turn(stream, side, 0);
		if (later_that_day(stream, side) > side->time)
			find_turn(stream, side);
		break;
	case MOMENT_DAY: find_turn(stream, side); break;
	case MOMENT_AFTER: break;
	}
}

/* When the stream may hold what was told once more. */
static nsec
comes_again(const struct span_stream *stream, const struct side *side)
{
	if (!stream->open || !is_wall(side->moment))
		return NSEC_MAX;
	return on_turn(stream, side->moment, next_turn(stream, side->moment, side->turn));
}

static nsec
sooner(nsec a, nsec b)
{
	return a < b ? a : b;
}

static bool
overlaps(const struct span_stream *stream, const struct side *start, const struct side *end)
{
	return start->time <= end->time && end->time > stream->first &&
	    (stream->open || start->time <= stream->last);
}

/* Two times of day of which the stream's first sample lies between: of 04:00 18:00 a profile of 05:00
 * is meant, though 18:00 of the day before is nearer.  Else both stay as they are. */
static void
enclose(const struct span_stream *stream, struct side *start, struct side *end)
{
	struct side before = *start, after = *end;

	if (start->moment->clock != MOMENT_DAY || end->moment->clock != MOMENT_DAY ||
	    (!start->free && !end->free) || overlaps(stream, start, end))
		return;
	nsec behind = nsec_add(stream->first, 1);
	take_turn(stream, &before, first_turn(stream, before.moment, behind) - 1);
	take_turn(stream, &after, first_turn(stream, after.moment, before.time));
	if (overlaps(stream, &before, &after)) {
		*start = before;
		*end = after;
	}
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
	if (end->moment->clock == MOMENT_DAY && clock != MOMENT_DAY && start->time != NSEC_MIN) {
		take_after(stream, end, start->time);
		/* Which day is known; but it may come again on that one. */
		if (later_that_day(stream, end) > end->time)
			*again = comes_again(stream, end);
		return;
	}
	settle(stream, end);
	if (end->twice && start->time != NSEC_MIN)
		take_after(stream, end, start->time);
	if (start->time > end->time && is_wall(end->moment) &&
	    later_that_day(stream, end) >= start->time)
		take_turn(stream, end, end->turn | 1);
	if (start->time > end->time && start->free)
		take_turn(stream, start, first_turn(stream, start->moment, end->time) - 1);
	else if (start->time > end->time && end->free)
		take_turn(stream, end, first_turn(stream, end->moment, start->time));
	enclose(stream, start, end);
	*again = comes_again(stream, end);
}

/* Says what of a side is not plain; NULL where all is. */
static const char *
find_lack(const struct span_stream *stream, const struct side *side, struct span *span)
{
	bool skipped = is_skipped(stream, side->moment, side->turn);

	if (!side->twice && !skipped)
		return NULL;
	span->shown = shown_on(side->moment, side->turn);
	find_shown(stream, side->moment, side->turn, span->utc);
	span->lack = SPAN_LACKS_ZONE;
	if (skipped)
		return "the local clock is put forward over that time";
	if (later_that_day(stream, side) > side->time)
		return "the local clock is put back and shows that time twice";
	span->lack = SPAN_LACKS_DATE;
	span->utc[0] = nsec_add(side->time, stream->wall);
	return "the profile holds that time of day more than once";
}

const char *
span_settle(const struct span_stream *stream, const struct moment *start_told,
    const struct moment *end_told, struct span *span)
{
	struct side start = {.moment = start_told}, end = {.moment = end_told};
	nsec again = NSEC_MAX;

	span->lack = SPAN_LACKS_NOTHING;
	settle(stream, &start);
	if (!start.twice)
		settle_end(stream, &start, &end, &again);
	const char *wrong = find_lack(stream, &start, span);
	if (wrong == NULL)
		wrong = find_lack(stream, &end, span);
	if (wrong != NULL)
		return wrong;
	span->start = nsec_add(start.time, start_told->shift);
	span->end = nsec_add(end.time, end_told->shift);
	span->again = sooner(again, comes_again(stream, &start));
	return span->start > span->end ? "the start is after the end" : NULL;
}
