/* named.c - ranges of time with their names */
#include "profile/named.h"

#include "base/array.h"
#include "base/die.h"

#include <inttypes.h>
#include <stdlib.h>

static void
add(void *state, const struct ranges_line *line)
{
	struct named *named = state;
	struct named_range range = {
	    .told_start = arena_copy(&named->arena, line->start),
	    .told_end = arena_copy(&named->arena, line->end),
	    .third = arena_copy(&named->arena, line->third),
	    .last = arena_copy(&named->arena, line->last),
	};

	ranges_add(&named->window, line);
	text_print(&range.place, "%s:%" PRIu64, line->name, line->number);
	if (named->n == named->capacity)
		named->ranges = array_grow(
		    named->ranges, &named->capacity, named->n + 1, sizeof(*named->ranges));
	named->ranges[named->n++] = range;
}

void
named_read(struct named *named, const char *path)
{
	ranges_each(path, add, named);
}

static bool
is_told_by(const struct window_range *range, enum moment_clock clock)
{
	return range->start.clock == clock || range->end.clock == clock;
}

static void
settle(struct named_range *range, const struct window_range *told, const struct axis_stream *stream,
    const struct span_stream *span_stream)
{
	bool wall = is_told_by(told, MOMENT_WALL) || is_told_by(told, MOMENT_DAY);
	struct span span = {0};
	const char *wrong = NULL;

	if (wall && !stream->has_wall && !stream->has_about)
		wrong = "the profile does not tell its wall clock";
	else if (is_told_by(told, MOMENT_OWN) && !stream->has_origin)
		wrong = "the profile does not tell its origin";
	else
		wrong = span_settle(span_stream, &told->start, &told->end, &span);
	if (wrong != NULL)
		die_usage("%s: '%.*s %.*s': %s", text_terminate(&range->place),
		    (int)range->told_start.n, range->told_start.s, (int)range->told_end.n,
		    range->told_end.s, wrong);
	range->begin = span.start;
	range->end = span.end;
}

void
named_settle(
    struct named *named, const struct axis_stream *stream, nsec earliest, nsec latest, bool local)
{
	const struct span_stream span_stream = {
	    .origin = stream->origin,
	    .wall = stream->has_wall ? stream->wall : stream->about,
	    .first = earliest,
	    .last = latest,
	    .local = local,
	};

	for (size_t i = 0; i < named->n; i++)
		settle(&named->ranges[i], &named->window.ranges[i], stream, &span_stream);
}

void
named_free(struct named *named)
{
	for (size_t i = 0; i < named->n; i++)
		text_free(&named->ranges[i].place);
	free(named->ranges);
	window_free(&named->window);
	arena_free(&named->arena);
	*named = (struct named){0};
}
