/* fs_parse_fuzz.c - any bytes as the text of a profile: settled, cut into blocks, read and written
 *
 * Must hold: the accounts add up, each line is one that fs-folded(5) knows, and where blocks end
 * makes no difference.  The last byte chooses the options.
 */
#include "profile/choice.h"
#include "profile/reader.h"
#include "profile/timed.h"
#include "profile/timed_put.h"

#include <stdio.h>
#include <stdlib.h>

#define MUST(what) ((what) ? (void)0 : fail(#what, __LINE__))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

struct options {
	struct name_style names;
	struct timed_style style;
	struct choice choice;
};

/* All that one reading gives. */
struct result {
	struct text out;
	struct tally tally;
	struct tally_block lines;
};

static _Noreturn void
fail(const char *what, int line)
{
	fprintf(stderr, "line %d: %s does not hold\n", line, what);
	abort();
}

static struct options
choose(unsigned char byte)
{
	bool flamegraph = byte & 1;

	return (struct options){
	    .names = {.tidy = flamegraph ? NAME_FLAMEGRAPH : (enum name_tidy)(byte >> 1 & 3),
		.kernel = byte & 8,
		.jit = byte & 8,
		.inlined = byte & 8,
		.addresses = byte & 16},
	    .style = {.flamegraph = flamegraph,
		.event = byte & 32,
		.period = byte & 64,
		.pid = byte & 128,
		.tid = byte & 16},
	    .choice = {.idle = byte & 64 ? CHOICE_KEEP : CHOICE_DROP, .all_events = byte & 32},
	};
}

/* What stands before the first sample is taken off *text.  False where there is none. */
static bool
settle(struct stream *stream, struct str *text)
{
	struct tally_block skipped = {0};
	enum reader_settled settled = READER_SKIP;
	size_t used = 0;

	stream->reader = reader_find(*text);
	if (stream->reader == NULL)
		return false;
	while (settled == READER_SKIP) {
		settled = stream->reader->settle(stream, *text, READER_OVER, &skipped, &used);
		if (settled == READER_SKIP) {
			MUST(used > 0 && used <= text->n);
			*text = str_skip(*text, used);
		}
	}
	MUST(settled != READER_MORE);
	MUST(skipped.odd <= skipped.lines);
	return settled == READER_DONE;
}

static void
read_samples(struct reading *reading, const struct options *options, struct result *result)
{
	struct sample sample;

	while (reading->stream->reader->next(reading, &sample))
		if (choice_keeps(&options->choice, &sample, &result->tally)) {
			timed_put(&result->out, &options->style, &sample);
			tally_time(reading->block, sample.time);
		}
}

/* As input_block does: a block is about size bytes, and grows until a record ends in it. */
static size_t
find_block(const struct stream *stream, struct str text, size_t size)
{
	for (size_t n = size; n < text.n; n *= 2) {
		size_t end = stream->reader->cut(stream, str_head(text, n));
		MUST(end <= n);
		if (end > 0)
			return end;
	}
	return text.n;
}

static struct result
read_all(const struct stream *stream, const struct options *options, struct str text, size_t size)
{
	struct result result = {0};
	struct frame_memo memo;
	struct stack_memo stacks;
	/* In the smallest blocks threads are not remembered: that must make no difference, either. */
	struct thread_memo *threads = size == 1 ? NULL : thread_open();
	struct reading reading = {
	    .stream = stream, .memo = &memo, .stacks = &stacks, .threads = threads};

	frame_open(&memo, &options->names);
	stack_open(&stacks, &memo);
	while (text.n > 0) {
		struct tally_block block = {0};
		size_t n = find_block(stream, text, size);
		/* A copy, so that reading past its end is seen. */
		char *copy = malloc(n);
		memcpy(copy, text.s, n);
		reading.rest = (struct str){copy, n};
		reading.block = &block;
		read_samples(&reading, options, &result);
		MUST(reading.rest.n == 0);
		tally_append(&result.lines, &block);
		text = str_skip(text, n);
		free(copy);
	}
	free(reading.frames);
	thread_close(threads);
	stack_close(&stacks);
	frame_close(&memo);
	return result;
}

static uint64_t
count_lines(struct str text)
{
	struct str line;
	uint64_t lines = 0;

	while (str_line(&text, &line))
		lines++;
	return lines;
}

static void
check_line(struct str line, bool timed)
{
	struct timed parsed;
	enum timed_kind kind = timed_parse(line, &parsed);

	MUST(kind == (timed ? TIMED_SAMPLE : TIMED_PLAIN));
	MUST(parsed.folded.stack.n > 0 && parsed.folded.stack.s[0] != ';');
	MUST(parsed.folded.stack.s[parsed.folded.stack.n - 1] != ';');
	MUST(str_find(parsed.folded.stack, STR(";;")) == parsed.folded.stack.n);
	for (size_t i = 0; i < parsed.folded.stack.n; i++)
		MUST(!str_is_control(parsed.folded.stack.s[i]));
	for (size_t i = 0; i < parsed.keys.n; i++)
		MUST(!str_is_control(parsed.keys.s[i]));
}

static void
check(const struct result *result, struct str text, bool timed)
{
	const struct tally *tally = &result->tally;
	struct str rest = text_str(&result->out), line;
	uint64_t events = 0;

	MUST(result->out.n == 0 || result->out.s[result->out.n - 1] == '\n');
	MUST(tally->samples ==
	    tally->kept + tally->idle + tally->busy + tally->other_event + tally->without);
	for (size_t i = 0; i < tally->n; i++)
		events += tally->events[i].samples;
	MUST(events == tally->samples);
	MUST(tally->samples > 0);
	MUST(result->lines.timed == tally->kept);
	MUST(result->lines.lines == count_lines(text));
	MUST(result->lines.odd <= result->lines.lines);
	MUST((result->lines.first_odd > 0) == (result->lines.odd > 0));
	MUST(count_lines(rest) == tally->kept);
	while (str_line(&rest, &line))
		check_line(line, timed);
}

static void
result_free(struct result *result)
{
	text_free(&result->out);
	tally_free(&result->tally);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static const size_t sizes[] = {SIZE_MAX / 2, 64, 1};
	struct str text = {(const char *)data, n};
	struct stream stream = {0};
	struct result first = {0};

	if (n == 0)
		return 0;
	struct options options = choose(data[n - 1]);
	if (settle(&stream, &text)) {
		options.style.timed = stream.timed;
		options.style.origin = stream.origin;
		options.choice.event = stream.event;
		first = read_all(&stream, &options, text, sizes[0]);
		check(&first, text, stream.timed);
		for (size_t i = 1; i < sizeof(sizes) / sizeof(*sizes); i++) {
			struct result next = read_all(&stream, &options, text, sizes[i]);
			MUST(str_equal(text_str(&first.out), text_str(&next.out)));
			MUST(first.lines.lines == next.lines.lines);
			MUST(first.lines.odd == next.lines.odd);
			MUST(first.lines.first_odd == next.lines.first_odd);
			MUST(first.lines.disorder == next.lines.disorder);
			MUST(first.tally.samples == next.tally.samples);
			result_free(&next);
		}
	}
	result_free(&first);
	stream_free(&stream);
	return 0;
}
