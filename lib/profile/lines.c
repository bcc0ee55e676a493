/* lines.c - the lines of our own formats, one after the other */
#include "profile/lines.h"

#include "base/die.h"
#include "profile/foreign.h"

#include <inttypes.h>

void
lines_open(struct lines *lines, char *const *operands, size_t n, size_t block_size)
{
	*lines = (struct lines){0};
	input_open(&lines->input, operands, n, block_size);
}

/* Sees to it that rest holds a line; false after the last line of the last piece. */
static bool
refill(struct lines *lines)
{
	while (lines->rest.n == 0) {
		if (!lines->open && !input_next(&lines->input))
			return false;
		bool fresh = !lines->open;
		if (fresh)
			lines->number = 0;
		lines->open = input_block(&lines->input, input_after_last_line, NULL, &lines->rest);
		if (fresh && lines->open)
			foreign_refuse(lines->rest, lines->input.name, FOREIGN_TO_OURS);
	}
	return true;
}

static void
place(struct lines *lines, struct timed *timed)
{
	if (!axis_place(&lines->axis, &timed->time))
		die("%s:%" PRIu64
		    ": this stream and the first have no wall clock in common and do not "
		    "come from one host (%.*s, %.*s): their times cannot be compared",
		    lines->input.name, lines->number, (int)lines->axis.first.hostname.n,
		    lines->axis.first.hostname.s, (int)lines->axis.now.hostname.n,
		    lines->axis.now.hostname.s);
}

enum timed_kind
lines_next(struct lines *lines, struct timed *timed)
{
	struct str line;

	while (refill(lines)) {
		const char *start = lines->rest.s;
		str_line(&lines->rest, &line);
		lines->raw = (struct str){start, (size_t)(lines->rest.s - start)};
		lines->number++;
		enum timed_kind kind = timed_parse(line, timed);
		if (kind == TIMED_BLANK)
			continue;
		if (kind == TIMED_COMMENT) {
			head_add(&lines->head, timed->key, timed->value);
			axis_comment(&lines->axis, timed->key, timed->value);
		}
		if (kind == TIMED_SAMPLE)
			place(lines, timed);
		return kind;
	}
	return TIMED_END;
}

void
lines_die(const struct lines *lines, const char *what)
{
	die("%s:%" PRIu64 ": %s", lines->input.name, lines->number, what);
}

bool
lines_ready(const struct lines *lines)
{
	return lines->rest.n > 0 || !lines->open || input_ready(&lines->input);
}

void
lines_close(struct lines *lines)
{
	input_close(&lines->input);
	head_free(&lines->head);
	axis_free(&lines->axis);
}
