/* window.c - the ranges of time that were asked for */
#include "profile/window.h"

#include "base/array.h"
#include "base/die.h"
#include "base/input.h"

#include <inttypes.h>
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
	if (range->start.clock == range->end.clock && range->start.time > range->end.time)
		return reversed;
	return NULL;
}

/* Adds a range; what is wrong with it, as parse_range. */
static const char *
add(struct window *window, struct str start, struct str end)
{
	struct window_range range = {0};
	const char *wrong = parse_range(&range, start, end);

	if (wrong != NULL)
		return wrong;
	text_put(&range.told, start);
	text_put_char(&range.told, ' ');
	text_put(&range.told, end);
	if (window->n == window->capacity)
		window->ranges = array_grow(
		    window->ranges, &window->capacity, window->n + 1, sizeof(*window->ranges));
	window->ranges[window->n++] = range;
	return NULL;
}

void
window_add(struct window *window, struct str start, struct str end)
{
	const char *wrong = add(window, start, end);

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

/* Takes the next column off *rest; an empty one at the end. */
static struct str
next_column(struct str *rest)
{
	size_t skip = 0, n = 0;

	while (skip < rest->n && (str_is_blank(rest->s[skip]) || rest->s[skip] == ','))
		skip++;
	struct str column = str_skip(*rest, skip);
	while (n < column.n && !str_is_blank(column.s[n]) && column.s[n] != ',')
		n++;
	*rest = str_skip(column, n);
	return str_head(column, n);
}

static void
add_line(struct window *window, struct str line, const char *name, uint64_t number)
{
	struct str start = next_column(&line), end = next_column(&line);
	const char *wrong;

	if (start.n == 0 || start.s[0] == '#')
		return;
	if (number == 1 && str_equal(start, STR("start")) && str_equal(end, STR("end")))
		return;
	wrong = add(window, start, end);
	if (wrong != NULL)
		die("%s:%" PRIu64 ": '%.*s %.*s': %s", name, number, (int)start.n, start.s,
		    (int)end.n, end.s, wrong);
}

void
window_add_file(struct window *window, const char *path)
{
	char *operand[] = {NULL};
	struct text copy = {0};
	struct str block, line;
	struct input in;
	uint64_t number = 0;

	text_put(&copy, str_from(path));
	text_terminate(&copy);
	operand[0] = copy.s;
	input_open(&in, operand, 1, 0);
	while (input_next(&in))
		while (input_block(&in, input_after_last_line, NULL, &block))
			while (str_line(&block, &line))
				add_line(window, line, in.name, ++number);
	input_close(&in);
	text_free(&copy);
}

bool
window_wants_origin(const struct window *window)
{
	for (size_t i = 0; i < window->n; i++)
		if (window->ranges[i].start.clock == MOMENT_OWN ||
		    window->ranges[i].end.clock == MOMENT_OWN)
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

void
window_settle(struct window *window, nsec origin, bool except)
{
	window->spans = array_new(window->n + 1, sizeof(*window->spans));
	window->n_spans = window->n;
	for (size_t i = 0; i < window->n; i++) {
		const struct window_range *range = &window->ranges[i];
		struct window_span *span = &window->spans[i];
		span->start = moment_settle(range->start, 0, origin);
		span->end = moment_settle(range->end, span->start, origin);
		if (span->start > span->end)
			die_usage("'%.*s': %s", (int)range->told.n, range->told.s, reversed);
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
