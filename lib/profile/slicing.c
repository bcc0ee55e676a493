/* slicing.c - the samples of some ranges of time, out of all pieces */
#include "profile/slicing.h"

#include "profile/extent.h"

static void
write_run(struct slicing *slicing)
{
	output_write(slicing->out, slicing->run);
	/* The last line of a piece may lack its newline. */
	if (slicing->run.n > 0 && slicing->run.s[slicing->run.n - 1] != '\n')
		output_write(slicing->out, STR("\n"));
	slicing->run.n = 0;
}

/* The same now: before we wait for more, or end in failure. */
static void
write_out(struct slicing *slicing)
{
	write_run(slicing);
	output_flush(slicing->out);
}

/* Lines kept are written in runs, straight from the block. */
static void
keep_line(struct slicing *slicing)
{
	struct str raw = slicing->lines.raw;

	if (slicing->run.n > 0 && slicing->run.s + slicing->run.n != raw.s)
		write_run(slicing);
	if (slicing->run.n == 0)
		slicing->run.s = raw.s;
	slicing->run.n += raw.n;
}

static void
put_list(struct text *text, struct str key, const struct opt_list *list)
{
	for (size_t i = 0; i < list->n; i++)
		head_put(text, key, str_from(list->items[i]));
}

/* Says in the head what was asked for: after the comments of the first piece. */
static void
put_told(struct slicing *slicing)
{
	struct text text = {0}, range = {0};

	window_put(&range, &slicing->window);
	head_put(&text, STR("range"), text_str(&range));
	put_list(&text, STR("keep"), slicing->keep);
	put_list(&text, STR("drop"), slicing->drop);
	write_run(slicing);
	output_write(slicing->out, text_str(&text));
	text_free(&range);
	text_free(&text);
}

/* What the head tells of clocks, so that the ranges can be understood. */
static struct span_stream
read_clocks(struct slicing *slicing)
{
	const struct axis_stream *first = &slicing->lines.axis.first;
	bool wall = window_wants(&slicing->window, MOMENT_WALL) ||
	    window_wants(&slicing->window, MOMENT_DAY);

	if (window_wants(&slicing->window, MOMENT_OWN) && !first->has_origin)
		lines_die(&slicing->lines,
		    "no origin is told before this line, so that a time "
		    "after @ means nothing; give seconds from the beginning");
	if (wall && !first->has_wall && !first->has_about)
		lines_die(&slicing->lines,
		    "no wall clock is told before this line, so that a date or time of day means "
		    "nothing; tell it with 'fs-parse --wall TIME=CLOCK', or give seconds from the "
		    "beginning");
	slicing->roughly = wall && !first->has_wall;
	return (struct span_stream){
	    .origin = first->origin,
	    .wall = first->has_wall ? first->wall : first->about,
	    .first = slicing->timed.time,
	    .last = slicing->timed.time,
	    .local = slicing->local,
	};
}

/* At the first sample, or at the end of a head without one: what the head tells is known. */
static void
settle(struct slicing *slicing)
{
	struct span_stream stream = read_clocks(slicing);
	size_t block_size = slicing->lines.input.block_size;

	/* On which day it is a time of day, only the whole can tell. */
	if (window_wants(&slicing->window, MOMENT_DAY))
		stream.open = !extent_find(slicing->operands, slicing->n_operands, block_size,
		    slicing->sorted, &stream.first, &stream.last);
	window_settle(&slicing->window, &stream, slicing->except);
	put_told(slicing);
	slicing->settled = true;
}

static _Noreturn void
die_disorder(struct slicing *slicing)
{
	write_out(slicing);
	seek_die(&slicing->seek, &slicing->lines);
}

/* At the first sample of a piece. */
static void
begin_piece(struct slicing *slicing)
{
	slicing->piece = slicing->lines.input.pieces;
	if (!seek_begin(&slicing->seek, &slicing->lines, &slicing->window, slicing->timed.time,
		slicing->sorted))
		die_disorder(slicing);
	/* Where a time of day may come again, all has to be looked at. */
	if (slicing->window.again < NSEC_MAX)
		slicing->seek.on = false;
}

/* A time of day was taken to be one that has passed, and comes again. */
static _Noreturn void
die_again(struct slicing *slicing)
{
	write_out(slicing);
	lines_die(&slicing->lines,
	    "a time of day that was asked for comes once more; give its date too, "
	    "as in 2026-11-22T11:30:39Z");
}

static void
take_sample(struct slicing *slicing)
{
	nsec time = slicing->timed.time;

	if (!slicing->settled)
		settle(slicing);
	if (slicing->piece != slicing->lines.input.pieces)
		begin_piece(slicing);
	if (time >= slicing->window.again)
		die_again(slicing);
	if (!seek_check(&slicing->seek, time))
		die_disorder(slicing);
	if (window_holds(&slicing->window, time)) {
		if (select_takes(&slicing->select, slicing->timed.folded.stack))
			keep_line(slicing);
	} else if (seek_may_leave(&slicing->seek, time)) {
		write_run(slicing);
		if (!seek_leave(&slicing->seek, &slicing->lines, &slicing->window, time))
			die_disorder(slicing);
	}
}

static void
take(struct slicing *slicing, enum timed_kind kind)
{
	switch (kind) {
	case TIMED_SAMPLE: take_sample(slicing); break;
	case TIMED_PLAIN: write_out(slicing); lines_die_untimed(&slicing->lines);
	case TIMED_BROKEN: write_out(slicing); lines_die(&slicing->lines, "not a timed line");
	case TIMED_COMMENT:
		/* What is cut out is no whole stream. */
		if (!str_equal(slicing->timed.key, STR("end")))
			keep_line(slicing);
		break;
	case TIMED_BLANK:
	case TIMED_END: break;
	}
	/* The next line is of another block, for which we may have to wait. */
	if (slicing->lines.rest.n == 0) {
		write_run(slicing);
		if (!lines_ready(&slicing->lines))
			output_flush(slicing->out);
	}
}

/* A stream without samples still says what was asked for, where that means anything in it. */
static void
settle_empty(struct slicing *slicing)
{
	const struct axis_stream *first = &slicing->lines.axis.first;
	bool wall = first->has_wall || first->has_about;

	if (!first->has_origin && window_wants(&slicing->window, MOMENT_OWN))
		return;
	if (!wall &&
	    (window_wants(&slicing->window, MOMENT_WALL) ||
		window_wants(&slicing->window, MOMENT_DAY)))
		return;
	slicing->timed.time = 0;
	settle(slicing);
}

void
slicing_run(struct slicing *slicing, char *const *operands, size_t n, size_t block_size)
{
	enum timed_kind kind;

	slicing->operands = operands;
	slicing->n_operands = n;
	lines_open(&slicing->lines, operands, n, block_size);
	while ((kind = lines_take(&slicing->lines, &slicing->timed)) != TIMED_END)
		take(slicing, kind);
	if (!slicing->settled && slicing->lines.head.n > 0)
		settle_empty(slicing);
	write_run(slicing);
}

void
slicing_free(struct slicing *slicing)
{
	lines_close(&slicing->lines);
	window_free(&slicing->window);
	select_close(&slicing->select);
	seek_free(&slicing->seek);
}
