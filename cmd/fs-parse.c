/* fs-parse - a profile as its profiler wrote it, to timed folded lines */
#include "base/array.h"
#include "base/blocks.h"
#include "base/die.h"
#include "base/opts.h"
#include "base/output.h"
#include "profile/account.h"
#include "profile/reader.h"
#include "profile/timed_put.h"

#include <stdlib.h>
#include <unistd.h>

struct options {
	const char *output, *annotate;
	struct opt_list events;
	bool all_events, flamegraph, pid, tid, addresses, strict, quiet, no_time;
	int idle, weight, tidy;
	uint64_t workers, block_size;
};

/* Constant while blocks are read. */
struct facts {
	struct stream stream;
	struct choice choice;
	struct timed_style style;
	bool has_wall; /* of the first piece, at its origin */
	nsec wall;
	struct arena arena;
};

struct worker {
	struct frame_memo memo;
	struct tally tally;
	const struct frame **frames;
	size_t capacity;
};

struct sink {
	struct output out;
	struct account account;
	struct tally_block piece;
	uint64_t bytes;
};

/* The marks that --annotate's letters ask for. */
static struct name_style
name_style(const struct options *options)
{
	struct str letters = str_from(options->annotate ? options->annotate : "kji");
	struct name_style style = {
	    .tidy = (enum name_tidy)options->tidy, .addresses = options->addresses};

	if (options->flamegraph && options->annotate == NULL)
		letters = STR("i");
	if (str_equal(letters, STR("none")))
		return style;
	for (size_t i = 0; i < letters.n; i++) {
		style.kernel |= letters.s[i] == 'k';
		style.jit |= letters.s[i] == 'j';
		style.inlined |= letters.s[i] == 'i';
		if (str_find_char(STR("kji"), letters.s[i]) == 3)
			die_usage(
			    "--annotate: '%s' is not made of the letters k, j and i", letters.s);
	}
	return style;
}

static size_t
cut(const void *facts, struct str text)
{
	const struct stream *stream = &((const struct facts *)facts)->stream;

	return stream->reader->cut(stream, text);
}

static void
work(const void *argument, void *state, struct block *block)
{
	const struct facts *facts = argument;
	struct worker *worker = state;
	struct tally_block *result = block->result;
	struct sample sample;
	struct reading reading = {
	    .stream = &facts->stream,
	    .rest = block->text,
	    .memo = &worker->memo,
	    .block = result,
	    .frames = worker->frames,
	    .capacity = worker->capacity,
	};

	while (facts->stream.reader->next(&reading, &sample)) {
		if (!choice_keeps(&facts->choice, &sample, &worker->tally))
			continue;
		timed_put(&block->out, &facts->style, &sample);
		tally_time(result, sample.time);
	}
	worker->frames = reading.frames;
	worker->capacity = reading.capacity;
}

static void
put(struct sink *sink, struct str s)
{
	output_write(&sink->out, s);
	sink->bytes += s.n;
}

static void
merge(void *argument, const struct block *block)
{
	struct sink *sink = argument;

	tally_append(&sink->piece, block->result);
	put(sink, text_str(&block->out));
}

static void
pause_output(void *argument)
{
	struct sink *sink = argument;

	output_flush(&sink->out);
}

/* Finds out about the open piece; its times go on the axis of the first. */
static void
settle(struct input *in, struct facts *facts, struct sink *sink, bool no_time)
{
	struct stream *stream = &facts->stream;
	struct timed_style *style = &facts->style;
	nsec wall;

	sink->piece = (struct tally_block){0};
	if (!reader_settle(in, stream, &sink->piece))
		die("%s: no sample found; is this the text of 'perf script'?", in->name);
	if (stream->differences && !no_time)
		die("%s: its times are differences (perf script --deltatime), no axis of time; "
		    "print them "
		    "without that, or fold them with --no-time",
		    in->name);
	style->timed = stream->timed && !no_time;
	style->decimals = stream->decimals;
	bool has_wall = nsec_parse(head_get(&stream->facts, STR("wall")), &wall);
	if (in->pieces == 1) {
		style->origin = stream->origin;
		facts->choice.event = arena_copy(&facts->arena, stream->event);
		facts->has_wall = has_wall;
		facts->wall = wall;
	} else if (has_wall && facts->has_wall) {
		style->origin = nsec_sub(stream->origin, nsec_sub(wall, facts->wall));
	}
}

static void
read_piece(struct input *in, struct facts *facts, struct sink *sink, const struct options *options,
    struct worker *workers, void **states)
{
	struct name_style names = name_style(options);
	struct text head = {0};

	settle(in, facts, sink, options->no_time);
	if (in->pieces == 1 && facts->style.timed)
		account_put_head(&head, &facts->stream, &facts->choice, facts->style.period);
	put(sink, text_str(&head));
	text_free(&head);
	for (uint64_t i = 0; i < options->workers; i++)
		frame_open(&workers[i].memo, &names);
	blocks_run(&(struct blocks){
	    .input = in,
	    .cut = cut,
	    .work = work,
	    .merge = merge,
	    .pause = pause_output,
	    .facts = facts,
	    .sink = sink,
	    .states = states,
	    .workers = (int)options->workers,
	    .result_size = sizeof(struct tally_block),
	});
	for (uint64_t i = 0; i < options->workers; i++)
		frame_close(&workers[i].memo);
	account_add_piece(&sink->account, in->name, &sink->piece);
	sink->account.timed |= facts->style.timed;
	sink->account.chains |= facts->stream.chains;
	stream_free(&facts->stream);
}

static void
read_all(struct input *in, struct facts *facts, struct sink *sink, const struct options *options)
{
	struct worker *workers = array_new(options->workers, sizeof(*workers));
	void **states = array_new(options->workers, sizeof(*states));

	for (uint64_t i = 0; i < options->workers; i++)
		states[i] = &workers[i];
	while (input_next(in))
		read_piece(in, facts, sink, options, workers, states);
	for (uint64_t i = 0; i < options->workers; i++) {
		tally_merge(&sink->account.tally, &workers[i].tally);
		tally_free(&workers[i].tally);
		free(workers[i].frames);
	}
	tally_sort(&sink->account.tally);
	free(states);
	free(workers);
}

static int
parse_options(struct options *options, int argc, char **argv)
{
	const struct opt table[] = {
	    {0, "event", "NAME", OPT_LIST, &options->events, "keep this event (repeatable)"},
	    {0, "all-events", NULL, OPT_FLAG, &options->all_events,
		"keep all events, each line says which"},
	    {0, "idle", "drop|keep|only", OPT_CHOICE, &options->idle,
		"what to do with idle time [drop]"},
	    {0, "weight", "samples|period", OPT_CHOICE, &options->weight,
		"what a line counts [samples]"},
	    {0, "pid", NULL, OPT_FLAG, &options->pid, "append -PID to the thread's name"},
	    {0, "tid", NULL, OPT_FLAG, &options->tid, "append -PID/TID to the thread's name"},
	    {0, "tidy", "precise|flamegraph|stable|none", OPT_CHOICE, &options->tidy,
		"how names are tidied [precise]"},
	    {0, "annotate", "kji", OPT_TEXT, &options->annotate,
		"mark kernel, JIT, inlined frames; none [kji]"},
	    {0, "addrs", NULL, OPT_FLAG, &options->addresses,
		"unresolved frames tell their address"},
	    {0, "flamegraph", NULL, OPT_FLAG, &options->flamegraph,
		"names, marks and weights of stackcollapse-perf.pl"},
	    {0, "no-time", NULL, OPT_FLAG, &options->no_time, "write plain folded lines"},
	    {0, "strict", NULL, OPT_FLAG, &options->strict, "status 1 if a line is not understood"},
	    {'j', "jobs", "N", OPT_COUNT, &options->workers, "worker threads [CPUs, at most 4]"},
	    {'o', "output", "FILE", OPT_TEXT, &options->output, "write FILE, whole or not at all"},
	    {'q', "quiet", NULL, OPT_FLAG, &options->quiet, "no notes on stderr"},
	    {0, "block-size", "BYTES", OPT_COUNT, &options->block_size,
		"bytes read at a time [1048576]"},
	    {0},
	};

	return opts_parse(&(struct opts){"fs-parse", "[FILE...]",
			      "Turns the text of 'perf script' into timed folded lines.", table, false},
	    argc, argv);
}

int
main(int argc, char **argv)
{
	struct options options = {.workers = (uint64_t)blocks_default_workers()};
	struct sink sink = {0};
	struct input in;

	int n = parse_options(&options, argc, argv);
	if (options.flamegraph) {
		options.tidy = NAME_FLAMEGRAPH;
		options.idle = CHOICE_KEEP;
		options.weight = 1;
	}
	struct facts facts = {
	    .choice = {.idle = (enum choice_idle)options.idle,
		.all_events = options.all_events,
		.events = options.events.items,
		.n = options.events.n},
	    .style = {.event = options.all_events || options.events.n > 1,
		.period = options.weight == 1,
		.pid = options.pid,
		.tid = options.tid,
		.flamegraph = options.tidy == NAME_FLAMEGRAPH},
	};
	input_open(&in, argv + 1, (size_t)n, options.block_size);
	output_open(&sink.out, options.output);
	read_all(&in, &facts, &sink, &options);
	account_check_events(&sink.account, &facts.choice);
	if (sink.account.timed) {
		struct text end = {0};
		account_put_end(&end, &sink.account, sink.bytes);
		put(&sink, text_str(&end));
		text_free(&end);
	}
	output_flush(&sink.out); /* so that with 2>&1 the notes stand behind the lines */
	if (!options.quiet)
		account_say(&sink.account, &facts.choice, isatty(STDERR_FILENO));
	bool failed = options.strict && sink.account.lines.odd > 0;
	tally_free(&sink.account.tally);
	arena_free(&facts.arena);
	free(options.events.items);
	input_close(&in);
	return output_finish(&sink.out, failed ? DIE_FAILED : DIE_DONE);
}
