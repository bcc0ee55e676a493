/* span.c - the stretch of time that two moments, as told, mean in a stream */
#include "profile/span.h"

/* One end of the span. */
struct side {
	const struct moment *moment;
	nsec time;    /* what it means */
	int64_t turn; /* of a wall clock: the one that is taken, see turn_time */
	bool free;    /* the stream holds it on no turn: another would do */
	bool twice;   /* the stream holds it on several */
};

static void
take_turn(const struct span_stream *stream, struct side *side, int64_t turn)
{
	if (side->moment->clock == MOMENT_WALL)
		turn = turn > 0;
	side->turn = turn;
	side->time = turn_time(stream, side->moment, turn);
}

/* When its clock, put back, shows it once more that day; its time where it does not. */
static nsec
later_that_day(const struct span_stream *stream, const struct side *side)
{
	return turn_time(stream, side->moment, side->turn | 1);
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
	int64_t turn = turn_first(stream, moment, stream->first), next;

	if (stream->open || !turn_is_skipped(stream, moment, turn))
		return turn;
	next = turn_next(stream, moment, turn);
	return holds(stream, turn_time(stream, moment, next)) ? next : turn;
}

static void
find_turn(const struct span_stream *stream, struct side *side)
{
	int64_t turn = held_turn(stream, side->moment);
	nsec before = turn_time(stream, side->moment, turn - 1);
	nsec at = turn_time(stream, side->moment, turn);

	take_turn(stream, side, turn);
	if (!stream->open && at <= stream->last) {
		turn = turn_next(stream, side->moment, turn);
		side->twice = turn_time(stream, side->moment, turn) <= stream->last;
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
	take_turn(stream, side, turn_first(stream, side->moment, from));
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
	if (!stream->open || !turn_is_wall(side->moment))
		return NSEC_MAX;
	return turn_time(stream, side->moment, turn_next(stream, side->moment, side->turn));
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
	take_turn(stream, &before, turn_first(stream, before.moment, behind) - 1);
	take_turn(stream, &after, turn_first(stream, after.moment, before.time));
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
	if (start->time > end->time && turn_is_wall(end->moment) &&
	    later_that_day(stream, end) >= start->time)
		take_turn(stream, end, end->turn | 1);
	if (start->time > end->time && start->free)
		take_turn(stream, start, turn_first(stream, start->moment, end->time) - 1);
	else if (start->time > end->time && end->free)
		take_turn(stream, end, turn_first(stream, end->moment, start->time));
	enclose(stream, start, end);
	*again = comes_again(stream, end);
}

/* Says what of a side is not plain; NULL where all is. */
static const char *
find_lack(const struct span_stream *stream, const struct side *side, struct span *span)
{
	bool skipped = turn_is_skipped(stream, side->moment, side->turn);

	if (!side->twice && !skipped)
		return NULL;
	span->shown = turn_shows(side->moment, side->turn);
	turn_find(stream, side->moment, side->turn, span->utc);
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
