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

static void
add_line(struct window *window, struct str line, const char *name, uint64_t number)
{
	struct str start = next_column(&line), end = next_column(&line);
	const char *wrong;

	if (start.n == 0 || start.s[0] == '#')
		return;
	if (number == 1 && str_equal(start, STR("start")) && str_equal(end, STR("end")))
		return;
	wrong = window_try(window, start, end);
	if (wrong != NULL)
		die_usage("%s:%" PRIu64 ": '%.*s %.*s': %s", name, number, (int)start.n, start.s,
		    (int)end.n, end.s, wrong);
}

void
ranges_add_file(struct window *window, const char *path)
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
