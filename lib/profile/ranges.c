/* ranges.c - a file of ranges of time */
#include "profile/ranges.h"

#include "base/die.h"
#include "base/input.h"

#include <inttypes.h>

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

/* Comments and a line of names are none. */
static bool
is_range(const struct ranges_line *line)
{
	if (line->start.n == 0 || line->start.s[0] == '#')
		return false;
	return line->number > 1 || !str_equal(line->start, STR("start")) ||
	    !str_equal(line->end, STR("end"));
}

/* The columns behind the first two. */
static void
find_labels(struct str line, struct str rest, struct ranges_line *found)
{
	bool tabs = str_find_char(line, '\t') < line.n;
	struct str label;

	if (tabs) {
		rest = line;
		str_field(&rest, '\t', &label);
		str_field(&rest, '\t', &label);
	}
	for (bool first = true;; first = false) {
		if (!tabs)
			label = next_column(&rest);
		if (tabs ? !str_field(&rest, '\t', &label) : label.n == 0)
			return;
		found->last = label;
		if (first)
			found->third = label;
	}
}

void
ranges_each(
    const char *path, void (*take)(void *state, const struct ranges_line *line), void *state)
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
			while (str_line(&block, &line)) {
				struct str rest = line;
				struct ranges_line found = {.name = in.name, .number = ++number};
				found.start = next_column(&rest);
				found.end = next_column(&rest);
				find_labels(line, rest, &found);
				if (is_range(&found))
					take(state, &found);
			}
	input_close(&in);
	text_free(&copy);
}

void
ranges_add(struct window *window, const struct ranges_line *line)
{
	const char *wrong = window_try(window, line->start, line->end);

	if (wrong != NULL)
		die_usage("%s:%" PRIu64 ": '%.*s %.*s': %s", line->name, line->number,
		    (int)line->start.n, line->start.s, (int)line->end.n, line->end.s, wrong);
}

static void
add_line(void *state, const struct ranges_line *line)
{
	ranges_add(state, line);
}

void
ranges_add_file(struct window *window, const char *path)
{
	ranges_each(path, add_line, window);
}
