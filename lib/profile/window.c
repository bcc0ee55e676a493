/* window.c - the ranges of time that were asked for */
#include "profile/window.h"

#include "base/array.h"
#include "base/calendar.h"
#include "base/die.h"
#include "base/zone.h"

#include <stdlib.h>

static const char *const reversed = "the start is after the end";

/* What is wrong with the range, NULL where nothing is, as far as can be told now. */
static const char *
parse_range(struct window_range *range, struct str start, struct str end)
{
	if (!moment_parse(start, &range->start))
		return "the start is not a time";
	if (!moment_parse(end, &range->end))
		return "the end is not a time";
	if (range->start.clock == MOMENT_AFTER)
		return "only an end can be counted from its start";
	if (range->end.clock == MOMENT_AFTER && range->start.time == NSEC_MIN)
		return "an open start is no time to count from";
	bool alike = range->start.clock == range->end.clock && range->start.clock != MOMENT_DAY &&
	    range->start.zoned == range->end.zoned;
	if (alike && range->start.time > range->end.time)
		return reversed;
	return NULL;
}

/* Adds a range that was told in these two words. */
static void
append(struct window *window, struct window_range range, struct str one, struct str other)
{
	text_put(&range.told, one);
	text_put_char(&range.told, ' ');
	text_put(&range.told, other);
	if (window->n == window->capacity)
		window->ranges = array_grow(
		    window->ranges, &window->capacity, window->n + 1, sizeof(*window->ranges));
	window->ranges[window->n++] = range;
}

const char *
window_try(struct window *window, struct str start, struct str end)
{
	struct window_range range = {0};
	const char *wrong = parse_range(&range, start, end);

	if (wrong == NULL)
		append(window, range, start, end);
	return wrong;
}

void
window_add(struct window *window, struct str start, struct str end)
{
	const char *wrong = window_try(window, start, end);

	if (wrong != NULL)
		die_usage("'%.*s %.*s': %s", (int)start.n, start.s, (int)end.n, end.s, wrong);
}

void
window_add_pair(struct window *window, struct str pair)
{
	size_t comma = str_find_char(pair, ',');

	if (comma == pair.n)
		die_usage("'%.*s' is not START,END", (int)pair.n, pair.s);
	window_add(window, str_head(pair, comma), str_skip(pair, comma + 1));
}

void
window_add_around(struct window *window, struct str moment, struct str length)
{
	struct window_range range = {0};
	nsec around;

	moment = str_head(moment, str_find_char(moment, ','));
	if (!moment_parse(moment, &range.start) || range.start.clock == MOMENT_AFTER ||
	    range.start.time == NSEC_MIN || range.start.time == NSEC_MAX)
		die_usage("--around: '%.*s' is no moment", (int)moment.n, moment.s);
	if (!moment_parse_length(length, &around))
		die_usage("--around: '%.*s' is no length of time", (int)length.n, length.s);
	range.end = range.start;
	range.start.shift = -around;
	range.end.shift = around;
	append(window, range, moment, length);
}

static bool
is_told_by(const struct moment *moment, enum moment_clock clock)
{
	nsec utc[2];

	if (clock == MOMENT_DAY && moment->clock == MOMENT_WALL && !moment->zoned)
		return zone_find(moment->time, utc) == 2;
	return moment->clock == clock;
}

bool
window_wants(const struct window *window, enum moment_clock clock)
{
	for (size_t i = 0; i < window->n; i++)
		if (is_told_by(&window->ranges[i].start, clock) ||
		    is_told_by(&window->ranges[i].end, clock))
			return true;
	return false;
}

static int
compare(const void *a, const void *b)
{
	const struct window_span *x = a, *y = b;

	return (x->start > y->start) - (x->start < y->start);
}

/* Sorts the spans, takes together those that touch, leaves the empty ones out. */
static void
unite(struct window *window)
{
	struct window_span *spans = window->spans;
	size_t n = 0;

	qsort(spans, window->n_spans, sizeof(*spans), compare);
	for (size_t i = 0; i < window->n_spans; i++) {
		if (spans[i].start >= spans[i].end)
			continue;
		if (n > 0 && spans[i].start <= spans[n - 1].end) {
			if (spans[i].end > spans[n - 1].end)
				spans[n - 1].end = spans[i].end;
			continue;
		}
		spans[n++] = spans[i];
	}
	window->n_spans = n;
}

/* Makes of the spans what lies between them: one more, or less where an end is open. */
static void
complement(struct window *window)
{
	nsec after = NSEC_MIN;
	size_t n = 0;

	for (size_t i = 0; i < window->n_spans; i++) {
		struct window_span span = window->spans[i];
		if (after < span.start)
			window->spans[n++] = (struct window_span){after, span.start};
		after = span.end;
	}
	if (after < NSEC_MAX)
		window->spans[n++] = (struct window_span){after, NSEC_MAX};
	window->n_spans = n;
}

static void
put_zone(struct text *text, nsec zone)
{
	int64_t minutes = (zone < 0 ? -zone : zone) / (60 * NSEC_SECOND);

	text_print(
	    text, "%c%02d:%02d", zone < 0 ? '-' : '+', (int)(minutes / 60), (int)(minutes % 60));
}

/* What to tell, by example: a date in UTC, or one with both zones that may be meant. */
static void
put_example(struct text *text, const struct span *span)
{
	if (span->lack == SPAN_LACKS_DATE) {
		calendar_put(text, span->utc[0]);
		return;
	}
	calendar_put(text, span->shown);
	text->n--; /* its Z */
	put_zone(text, span->shown - span->utc[0]);
	text_put(text, STR(" or "));
	put_zone(text, span->shown - span->utc[1]);
}

/* A range that means nothing in the stream: what to do about it where that depends on the stream. */
static _Noreturn void
refuse(const struct window_range *range, const struct span *span, const char *wrong)
{
	struct text example = {0};

	if (span->lack == SPAN_LACKS_NOTHING)
		die_usage("'%.*s': %s", (int)range->told.n, range->told.s, wrong);
	put_example(&example, span);
	die("'%.*s': %s; give the %s too, as in %s", (int)range->told.n, range->told.s, wrong,
	    span->lack == SPAN_LACKS_ZONE ? "zone" : "date", text_terminate(&example));
}

void
window_settle(struct window *window, const struct span_stream *stream, bool except)
{
	window->spans = array_new(window->n + 1, sizeof(*window->spans));
	window->n_spans = window->n;
	window->again = NSEC_MAX;
	for (size_t i = 0; i < window->n; i++) {
		const struct window_range *range = &window->ranges[i];
		struct span span = {0};
		const char *wrong = span_settle(stream, &range->start, &range->end, &span);
		if (wrong != NULL)
			refuse(range, &span, wrong);
		window->spans[i] = (struct window_span){span.start, span.end};
		if (span.again < window->again)
			window->again = span.again;
	}
	unite(window);
	if (except)
		complement(window);
}

/* The stretch around time, of a span or of what lies between two. */
static void
look_up(struct window *window, nsec time)
{
	size_t low = 0, high = window->n_spans;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (window->spans[middle].end <= time)
			low = middle + 1;
		else
			high = middle;
	}
	window->known.start = low > 0 ? window->spans[low - 1].end : NSEC_MIN;
	window->known.end = low < window->n_spans ? window->spans[low].start : NSEC_MAX;
	window->held = window->known.end <= time;
	if (window->held)
		window->known = window->spans[low];
}

bool
window_holds(struct window *window, nsec time)
{
	if (time < window->known.start || time >= window->known.end)
		look_up(window, time);
	return window->held;
}

static void
put_time(struct text *text, nsec time)
{
	if (time == NSEC_MIN)
		text_put(text, STR("start"));
	else if (time == NSEC_MAX)
		text_put(text, STR("end"));
	else
		nsec_put_short(text, time);
}

void
window_put(struct text *text, const struct window *window)
{
	if (window->n_spans == 0)
		text_put(text, STR("none"));
	for (size_t i = 0; i < window->n_spans; i++) {
		if (i > 0)
			text_put_char(text, ' ');
		put_time(text, window->spans[i].start);
		text_put_char(text, ',');
		put_time(text, window->spans[i].end);
	}
}

void
window_free(struct window *window)
{
	for (size_t i = 0; i < window->n; i++)
		text_free(&window->ranges[i].told);
	free(window->ranges);
	free(window->spans);
	*window = (struct window){0};
}
