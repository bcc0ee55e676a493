/* parsing.c - all pieces of a profile to lines */
#include "profile/parsing.h"

#include "base/array.h"
#include "base/blocks.h"
#include "base/die.h"

#include <stdlib.h>

struct worker {
	struct frame_memo memo;
	struct stack_memo stacks;
	struct thread_memo *threads;
	struct tally tally;
	struct survey survey;
	const struct frame **frames;
	size_t capacity;
};

enum { MOST_HELD = 4 * 1024 * 1024 };

struct sink {
	struct parsing *parsing;
	const struct input *in;
	struct output *out;
	struct tally_block piece;
	uint64_t words; /* the events that were asked for and not met yet */
	struct text
	    held; /* lines, as long as an event is missing, so that none looks like a result */
};

static size_t
cut(const void *facts, struct str text)
{
	const struct parsing *parsing = facts;

	return parsing->stream.reader->cut(&parsing->stream, text);
}

static void
work(const void *facts, void *state, struct block *block)
{
	const struct parsing *parsing = facts;
	struct worker *worker = state;
	struct tally_block *result = block->result;
	bool axis = parsing->stream.timed && !parsing->stream.differences;
	struct sample sample;
	struct reading reading = {
	    .stream = &parsing->stream,
	    .rest = block->text,
	    .memo = &worker->memo,
	    .stacks = &worker->stacks,
	    .threads = worker->threads,
	    .block = result,
	    .frames = worker->frames,
	    .capacity = worker->capacity,
	};

	worker->tally.words = 0;
	while (parsing->stream.reader->next(&reading, &sample)) {
		if (!choice_keeps(&parsing->choice, &sample, &worker->tally))
			continue;
		timed_put(&block->out, &parsing->style, &sample);
		survey_add(&worker->survey, &sample, timed_put_weight(&parsing->style, &sample));
		if (axis)
			tally_time(result, nsec_sub(sample.time, parsing->style.origin));
	}
	result->words = worker->tally.words;
	worker->frames = reading.frames;
	worker->capacity = reading.capacity;
}

static void
release(struct sink *sink)
{
	output_write(sink->out, text_str(&sink->held));
	text_free(&sink->held);
	sink->words = 0;
}

static void
put(struct sink *sink, struct str s)
{
	if (sink->words != 0 && sink->held.n + s.n > MOST_HELD)
		release(sink);
	if (sink->words != 0)
		text_put(&sink->held, s);
	else
		output_write(sink->out, s);
	sink->parsing->bytes += s.n;
}

static void
merge(void *argument, const struct block *block)
{
	struct sink *sink = argument;

	tally_append(&sink->piece, block->result);
	if (sink->words != 0 && (sink->words &= ~sink->piece.words) == 0)
		release(sink);
	put(sink, text_str(&block->out));
	if (sink->parsing->progress != NULL)
		progress_step(sink->parsing->progress, sink->in->got, sink->in->size);
}

static void
flush(void *argument)
{
	struct sink *sink = argument;

	output_flush(sink->out);
}

/* The style of the open piece, on the axis of the first. */
static void
place(struct parsing *parsing, const struct input *in)
{
	struct stream *stream = &parsing->stream;
	struct timed_style *style = &parsing->style;

	bool timed = stream->timed && !parsing->no_time;
	if (parsing->begun && timed != style->timed)
		die("%s: it tells %s, and what stands before it does%s; parse them apart, or with "
		    "--no-time",
		    in->name, timed ? "times" : "no times", timed ? " not" : "");
	style->timed = timed;
	style->origin = style->timed ? placing_next(&parsing->placing, stream, in) : stream->origin;
	/* On the axis of another text, by the wall clock, a time can be finer than it was printed. */
	style->decimals = style->origin % 1000 == 0 ? 0 : 9;
	if (!parsing->begun)
		parsing->choice.event = arena_copy(&parsing->arena,
		    parsing->choice.first_event ? stream->first_event : stream->event);
	style->event |= choice_is_many(&parsing->choice, stream);
}

static _Noreturn void
die_empty(const char *name)
{
	die("%s: no sample found; is this the text of 'perf script', with times, with events and "
	    "thread ids, or with frames?",
	    name);
}

/* False where the piece holds nothing but perf's own comments: a quiet stretch of a recording. */
static bool
settle(struct parsing *parsing, struct input *in, struct tally_block *skipped)
{
	parsing->stream.reader = parsing->reader;
	if (!reader_settle(in, &parsing->stream, skipped)) {
		if (skipped->odd > 0 || !input_ended(in))
			die_empty(in->name);
		return false;
	}
	if (parsing->stream.differences && !parsing->no_time)
		die("%s: its times are differences (perf script --deltatime), no axis of time; "
		    "print "
		    "them without that, or fold them with --no-time",
		    in->name);
	place(parsing, in);
	return true;
}

static void
put_head(struct sink *sink)
{
	struct parsing *parsing = sink->parsing;
	struct text head = {0};

	account_put_head(&head, &parsing->stream, &parsing->choice, parsing->style.period);
	put(sink, text_str(&head));
	text_free(&head);
}

static void
open_memo(struct worker *worker, const struct parsing *parsing)
{
	frame_open(&worker->memo, &parsing->names);
	worker->memo.idle = &parsing->idle;
	stack_open(&worker->stacks, &worker->memo);
	worker->threads = thread_open();
}

static void
close_memo(struct worker *worker)
{
	thread_close(worker->threads);
	stack_close(&worker->stacks);
	frame_close(&worker->memo);
}

static void
end_piece(struct parsing *parsing, const struct input *in, const struct tally_block *lines)
{
	account_add_piece(&parsing->account, in->name, lines);
	stream_free(&parsing->stream);
	if (parsing->progress != NULL)
		progress_end_piece(parsing->progress, in->got);
}

static void
read_piece(struct parsing *parsing, struct input *in, struct sink *sink, void **workers)
{
	sink->piece = (struct tally_block){0};
	if (!settle(parsing, in, &sink->piece)) {
		if (parsing->empty++ == 0)
			parsing->first_empty = in->name;
		end_piece(parsing, in, &sink->piece);
		return;
	}
	if (!parsing->begun && parsing->style.timed)
		put_head(sink);
	parsing->begun = true;
	for (uint64_t i = 0; i < parsing->workers; i++)
		open_memo(workers[i], parsing);
	blocks_run(&(struct blocks){
	    .input = in,
	    .cut = cut,
	    .work = work,
	    .merge = merge,
	    .pause = flush,
	    .facts = parsing,
	    .sink = sink,
	    .states = workers,
	    .workers = (int)parsing->workers,
	    .result_size = sizeof(struct tally_block),
	});
	for (uint64_t i = 0; i < parsing->workers; i++)
		close_memo(workers[i]);
	parsing->account.timed |= parsing->style.timed;
	parsing->account.axis |= parsing->stream.timed && !parsing->stream.differences;
	parsing->account.chains |= parsing->stream.chains;
	end_piece(parsing, in, &sink->piece);
}

static void
put_end(struct sink *sink)
{
	struct text end = {0};

	account_put_end(&end, &sink->parsing->account, sink->parsing->bytes);
	put(sink, text_str(&end));
	text_free(&end);
}

void
parsing_run(struct parsing *parsing, struct input *in, struct output *out)
{
	struct worker *workers = array_new(parsing->workers, sizeof(*workers));
	void **states = array_new(parsing->workers, sizeof(*states));
	struct sink sink = {.parsing = parsing, .in = in, .out = out};

	sink.words = choice_words(&parsing->choice);
	for (uint64_t i = 0; i < parsing->workers; i++)
		states[i] = &workers[i];
	while (input_next(in))
		read_piece(parsing, in, &sink, states);
	if (!parsing->begun)
		die_empty(parsing->first_empty);
	for (uint64_t i = 0; i < parsing->workers; i++) {
		tally_merge(&parsing->account.tally, &workers[i].tally);
		survey_merge(&parsing->account.survey, &workers[i].survey);
		tally_free(&workers[i].tally);
		survey_free(&workers[i].survey);
		free(workers[i].frames);
	}
	tally_sort(&parsing->account.tally);
	account_check_events(&parsing->account, &parsing->choice);
	release(&sink);
	if (parsing->account.timed)
		put_end(&sink);
	free(states);
	free(workers);
}

void
parsing_free(struct parsing *parsing)
{
	tally_free(&parsing->account.tally);
	survey_free(&parsing->account.survey);
	placing_free(&parsing->placing);
	arena_free(&parsing->arena);
}
