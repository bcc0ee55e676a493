/* lines.c - the lines of our own formats, one after the other */
#include "profile/lines.h"

#include "base/die.h"
#include "profile/foreign.h"
#include "profile/reader.h"

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
		if (fresh) {
			lines->number = lines->next = 0;
			lines->sought = false;
		}
		lines->open = input_block(&lines->input, input_after_last_line, NULL, &lines->rest);
		if (fresh && lines->open)
			foreign_refuse(lines->rest, lines->input.name, FOREIGN_TO_OURS,
			    reader_find(lines->rest) != NULL);
	}
	return true;
}

static const char *
host(struct axis_stream *stream)
{
	return stream->hostname.n > 0 ? text_terminate(&stream->hostname) : "not told";
}

static void
place(struct lines *lines, struct timed *timed)
{
	struct axis *axis = &lines->axis;

	if (axis_place(axis, &timed->time))
		return;
	die("%s:%" PRIu64 ": this stream (host %s) and that of %s:%" PRIu64 " (host %s) do not "
	    "both tell their wall clock, nor are they known to share a clock: their times cannot "
	    "be compared; 'fs-parse --wall TIME=CLOCK' tells the one, one --origin for the parts "
	    "of a text the other",
	    lines->input.name, lines->number, host(&axis->now), lines->first_name,
	    lines->first_number, host(&axis->first));
}

/* Remembers where the head stands that sets the axis, for messages. */
static void
note_head(struct lines *lines)
{
	if (lines->first_name != NULL)
		return;
	lines->first_name = lines->input.name;
	lines->first_number = lines->number;
}

enum timed_kind
lines_take(struct lines *lines, struct timed *timed)
{
	struct str line = {0};

	if (!refill(lines))
		return TIMED_END;
	const char *start = lines->rest.s;
	str_line(&lines->rest, &line);
	lines->raw = (struct str){start, (size_t)(lines->rest.s - start)};
	lines->number++;
	lines->next += lines->raw.n;
	enum timed_kind kind = timed_parse(line, timed);
	if (kind == TIMED_COMMENT) {
		const char *fault = head_find_fault(&lines->head, timed->key, timed->value);
		if (fault != NULL)
			lines_die(lines, fault);
		head_add(&lines->head, timed->key, timed->value);
		axis_comment(&lines->axis, timed->key, timed->value);
		note_head(lines);
	}
	if (kind == TIMED_SAMPLE)
		place(lines, timed);
	return kind;
}

enum timed_kind
lines_next(struct lines *lines, struct timed *timed)
{
	enum timed_kind kind;

	do
		kind = lines_take(lines, timed);
	while (kind == TIMED_BLANK);
	return kind;
}

void
lines_seek(struct lines *lines, uint64_t offset)
{
	if (offset >= lines->next && offset - lines->next < lines->rest.n) {
		lines->rest = str_skip(lines->rest, (size_t)(offset - lines->next));
	} else {
		input_seek(&lines->input, offset);
		lines->rest = (struct str){0};
	}
	lines->next = offset;
	lines->sought = true;
}

void
lines_skip(struct lines *lines)
{
	lines->rest = (struct str){0};
	lines->open = false;
}

void
lines_die(const struct lines *lines, const char *what)
{
	if (lines->sought)
		die("%s: byte %" PRIu64 ": %s", lines->input.name, lines->next - lines->raw.n,
		    what);
	die("%s:%" PRIu64 ": %s", lines->input.name, lines->number, what);
}

void
lines_die_untimed(const struct lines *lines)
{
	lines_die(lines,
	    "this line has no time; times are there when perf script prints them "
	    "(its -F with 'time', of a perf record without --no-timestamp) "
	    "and fs-parse reads that");
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
