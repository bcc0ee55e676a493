/* turn.c - when a wall clock shows what was told */
#include "profile/turn.h"

#include "base/calendar.h"
#include "base/zone.h"

bool
turn_is_wall(const struct moment *moment)
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
nsec
turn_shows(const struct moment *moment, int64_t turn)
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
int
turn_find(const struct span_stream *stream, const struct moment *moment, int64_t turn, nsec utc[2])
{
	nsec shown = turn_shows(moment, turn);

	if (stream->local && !moment->zoned)
		return zone_find(shown, utc);
	utc[0] = utc[1] = shown;
	return 1;
}

/* When, from second 0, it is what was told.  Each day has two turns, since a clock that is put back
 * shows some times twice; mostly both are the same.  A date has one day, which is called 0. */
nsec
turn_time(const struct span_stream *stream, const struct moment *moment, int64_t turn)
{
	nsec shown = turn_shows(moment, turn), utc[2];

	if (shown == NSEC_MAX || shown == NSEC_MIN)
		return shown;
	int n = turn_find(stream, moment, turn, utc);
	return nsec_sub(utc[n == 2 && turn > turn_day(turn) * 2], stream->wall);
}

/* Whether a clock that is put forward skips it. */
bool
turn_is_skipped(const struct span_stream *stream, const struct moment *moment, int64_t turn)
{
	nsec utc[2];

	return turn_is_wall(moment) && turn_find(stream, moment, turn, utc) == 0;
}

/* The first turn at from or later. */
int64_t
turn_first(const struct span_stream *stream, const struct moment *moment, nsec from)
{
	int64_t turn = 0;

	if (moment->clock == MOMENT_DAY) {
		nsec midnight = nsec_sub(nsec_add(from, stream->wall), moment->time);
		/* Local time may be a day off. */
		turn = 2 * (nsec_floor(midnight, CALENDAR_DAY) - 2);
	}
	while (turn_time(stream, moment, turn) < from)
		turn++;
	return turn;
}

/* The turn that comes after another and is shown. */
int64_t
turn_next(const struct span_stream *stream, const struct moment *moment, int64_t turn)
{
	nsec before = turn_time(stream, moment, turn), at;

	do
		at = turn_time(stream, moment, ++turn);
	while (at < NSEC_MAX && (at <= before || turn_is_skipped(stream, moment, turn)));
	return turn;
}
