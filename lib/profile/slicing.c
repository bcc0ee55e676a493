/* slicing.c - the samples of some ranges of time, out of all pieces */
#include "profile/slicing.h"

static void
write_run(struct slicing *slice)
{
	output_write(slice->out, slice->run);
	/* The last line of a piece may lack its newline. */
	if (slice->run.n > 0 && slice->run.s[slice->run.n - 1] != '\n')
		output_write(slice->out, STR("\n"));
	slice->run.n = 0;
}

/* The same now: before we wait for more, or end in failure. */
static void
write_out(struct slicing *slice)
{
	write_run(slice);
	output_flush(slice->out);
}

/* Lines kept are written in runs, straight from the block. */
static void
keep_line(struct slicing *slice)
{
	struct str raw = slice->lines.raw;

	if (slice->run.n > 0 && slice->run.s + slice->run.n != raw.s)
		write_run(slice);
	if (slice->run.n == 0)
		slice->run.s = raw.s;
	slice->run.n += raw.n;
}

static void
put_list(struct text *text, struct str key, const struct opt_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		head_put(text, key, str_from(list->items[i]));
}

/* Says in the head what was asked for: after the comments of the first piece. */
static void
put_told(struct slicing *slice)
{
	struct text text = {0}, range = {0};

	window_put(&range, &slice->window);
	head_put(&text, STR("range"), text_str(&range));
	put_list(&text, STR("keep"), slice->keep);
	put_list(&text, STR("drop"), slice->drop);
	write_run(slice);
	output_write(slice->out, text_str(&text));
	text_free(&range);
	text_free(&text);
}

/* At the first sample, or at the end of a head without one: the origin is known, or never will. */
static void
settle(struct slicing *slice)
{
	const struct axis_stream *first = &slice->lines.axis.first;

	if (window_wants_origin(&slice->window) && !first->has_origin)
		lines_die(&slice->lines,
		    "no origin is told before this line, so that a time "
		    "after @ means nothing; give seconds from the beginning");
	window_settle(&slice->window, first->origin, slice->except);
	put_told(slice);
	slice->settled = true;
}

static void
take_sample(struct slicing *slice)
{
	nsec time = slice->timed.time;

	if (!slice->settled)
		settle(slice);
	if (slice->piece != slice->lines.input.pieces) {
		slice->piece = slice->lines.input.pieces;
		seek_begin(&slice->seek, &slice->lines, &slice->window, slice->sorted);
	}
	if (!seek_check(&slice->seek, time)) {
		write_out(slice);
		seek_die(&slice->seek, &slice->lines, time);
	}
	if (window_holds(&slice->window, time)) {
		if (select_takes(&slice->select, slice->timed.folded.stack))
			keep_line(slice);
	} else if (seek_may_leave(&slice->seek, time)) {
		write_run(slice);
		seek_leave(&slice->seek, &slice->lines, &slice->window, time);
	}
}

static void
take(struct slicing *slice, enum timed_kind kind)
{
	switch (kind) {
	case TIMED_SAMPLE: take_sample(slice); break;
	case TIMED_PLAIN: write_out(slice); lines_die_untimed(&slice->lines);
	case TIMED_BROKEN: write_out(slice); lines_die(&slice->lines, "not a timed line");
	case TIMED_COMMENT:
		/* What is cut out is no whole stream. */
		if (!str_equal(slice->timed.key, STR("end")))
			keep_line(slice);
		break;
	case TIMED_BLANK:
	case TIMED_END: break;
	}
	/* The next line is of another block, for which we may have to wait. */
	if (slice->lines.rest.n == 0) {
		write_run(slice);
		if (!lines_ready(&slice->lines))
			output_flush(slice->out);
	}
}

void
slicing_run(struct slicing *slice, char *const *operands, size_t n, size_t block_size)
{
	enum timed_kind kind;

	lines_open(&slice->lines, operands, n, block_size);
	while ((kind = lines_take(&slice->lines, &slice->timed)) != TIMED_END)
		take(slice, kind);
	bool origin = slice->lines.axis.first.has_origin || !window_wants_origin(&slice->window);
	if (!slice->settled && slice->lines.head.n > 0 && origin)
		settle(slice);
	write_run(slice);
}

void
slicing_free(struct slicing *slice)
{
	lines_close(&slice->lines);
	window_free(&slice->window);
	select_close(&slice->select);
	seek_free(&slice->seek);
}
