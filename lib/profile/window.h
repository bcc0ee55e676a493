/* window.h - the ranges of time that were asked for.
 *
 *	struct window window = {0};
 *	window_add(&window, STR("1m30s"), STR("+80ms"));
 *	...					what is known of the stream comes to be known
 *	window_settle(&window, &stream, except);
 *	if (window_holds(&window, time))
 *		...
 *	window_free(&window);
 *
 * What a time may look like, moment.h says; what it means in a stream, span.h.
 * Ranges are half open: a sample that falls on the end is the next range's.  Where ranges
 * overlap, the union is meant.  {0} holds no range.
 */
#ifndef PROFILE_WINDOW_H
#define PROFILE_WINDOW_H

#include "profile/span.h"

struct window_range {
	struct moment start, end;
	struct text told; /* as it was told, for messages */
};

struct window_span {
	nsec start, end;
};

struct window {
	struct window_range *ranges; /* as told */
	size_t n, capacity;
	struct window_span *spans; /* settled: in order, disjoint, none empty */
	size_t n_spans;
	nsec again;               /* settled: as the least span.again */
	struct window_span known; /* where the answer of window_holds is known */
	bool held;                /* that answer */
};

/* Adds a range.  What is no time, or a start after its end, ends the program with status 2. */
void window_add(struct window *window, struct str start, struct str end);

/* The same, but what is wrong with the range is returned; NULL where nothing is. */
const char *window_try(struct window *window, struct str start, struct str end);

/* The same as window_add for `START,END`. */
void window_add_pair(struct window *window, struct str pair);

/* Adds the range from length before a moment to length after it; a comma may follow the moment,
 * and is its end. */
void window_add_around(struct window *window, struct str moment, struct str length);

/* Whether any time is told by that clock, so that the stream has to tell it.  MOMENT_DAY is also a
 * date that the user's clock shows twice: between which times the samples lie says which is meant. */
bool window_wants(const struct window *window, enum moment_clock clock);

/* Makes spans of the ranges, or, with except, of what lies outside them all.  Only now can a start
 * be seen to come after its end where the two are told by different clocks: that, too, ends the
 * program with status 2.  A time of day that the stream holds more than once ends it with 1, and so
 * does a time that the user's clock shows twice or never. */
void window_settle(struct window *window, const struct span_stream *stream, bool except);

/* Whether time is in a span. */
bool window_holds(struct window *window, nsec time);

/* Writes the spans, `34.2,34.28 40,end`, in seconds from the origin; `none` where there are none. */
void window_put(struct text *text, const struct window *window);

void window_free(struct window *window);

#endif
