/* window.h - the ranges of time that were asked for.
 *
 *	struct window window = {0};
 *	window_add(&window, STR("1m30s"), STR("+80ms"));
 *	...					the stream's origin comes to be known
 *	window_settle(&window, origin, except);
 *	if (window_holds(&window, time))
 *		...
 *	window_free(&window);
 *
 * What a time may look like, moment.h says.
 * Ranges are half open: a sample that falls on the end is the next range's.  Where ranges
 * overlap, the union is meant.  {0} holds no range.
 */
#ifndef PROFILE_WINDOW_H
#define PROFILE_WINDOW_H

#include "profile/moment.h"

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
	struct window_span known; /* where the answer of window_holds is known */
	bool held;                /* that answer */
};

/* Adds a range.  What is no time, or a start after its end, ends the program with status 2. */
void window_add(struct window *window, struct str start, struct str end);

/* The same for `START,END`. */
void window_add_pair(struct window *window, struct str pair);

/* Adds the ranges of a file, whose first two columns they are, between blanks, tabs or commas.
 * Empty lines, lines that begin with `#` and a first line `start end` are left out; a broken line
 * ends the program with its place.  "-" is standard input. */
void window_add_file(struct window *window, const char *path);

/* Whether any range is told by the profiler's own clock, so that the origin is needed. */
bool window_wants_origin(const struct window *window);

/* Makes spans of the ranges, or, with except, of what lies outside them all.  Only now can a start
 * be seen to come after its end where the two are told by different clocks: that, too, ends the
 * program with status 2. */
void window_settle(struct window *window, nsec origin, bool except);

/* Whether time is in a span. */
bool window_holds(struct window *window, nsec time);

/* Writes the spans, `34.2,34.28 40,end`, in seconds from the origin; `none` where there are none. */
void window_put(struct text *text, const struct window *window);

void window_free(struct window *window);

#endif
