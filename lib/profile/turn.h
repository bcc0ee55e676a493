/* turn.h - when a wall clock shows a time of day or a date that was told.
 *
 *	int64_t turn = turn_first(&stream, &moment, stream.first);
 *	nsec time = turn_time(&stream, &moment, turn);
 *
 * A time of day comes each day; a clock that is put back shows some twice, one that is put forward
 * none.  So each day has two turns, mostly the same time; a date has one day, called 0.
 */
#ifndef PROFILE_TURN_H
#define PROFILE_TURN_H

#include "profile/moment.h"

/* What is known of the stream. */
struct span_stream {
	nsec origin;      /* its own clock at second 0 */
	nsec wall;        /* since 1970, UTC, at second 0 */
	nsec first, last; /* between which its samples lie, from second 0 */
	bool open;        /* last is not known: more may come */
	bool local;       /* what is told without a zone is the user's local time, not UTC */
};

/* Whether it is a wall clock that shows the moment. */
bool turn_is_wall(const struct moment *moment);

/* What the clock shows on a turn: that date, or that time of one day. */
nsec turn_shows(const struct moment *moment, int64_t turn);

/* When it shows that, since 1970, UTC: the first and the second time.  Returns how often. */
int
turn_find(const struct span_stream *stream, const struct moment *moment, int64_t turn, nsec utc[2]);

/* The same from second 0; past all time where there is no such day. */
nsec turn_time(const struct span_stream *stream, const struct moment *moment, int64_t turn);

/* Whether a clock that is put forward skips it. */
bool turn_is_skipped(const struct span_stream *stream, const struct moment *moment, int64_t turn);

/* The first turn at from or later. */
int64_t turn_first(const struct span_stream *stream, const struct moment *moment, nsec from);

/* The turn that comes after another and is shown. */
int64_t turn_next(const struct span_stream *stream, const struct moment *moment, int64_t turn);

#endif
