/* perf.c - the row of `perf script` in the table of readers */
#include "profile/perf.h"

#include "base/array.h"
#include "profile/event.h"
#include "profile/perf_bare.h"
#include "profile/perf_data.h"
#include "profile/perf_frame.h"
#include "profile/perf_header.h"
#include "profile/perf_line.h"
#include "profile/perf_settle.h"
#include "profile/perf_source.h"

static const struct perf_header NO_COLUMNS = {
    .sample = {.pid = SAMPLE_UNKNOWN, .tid = SAMPLE_UNKNOWN, .cpu = SAMPLE_UNKNOWN}};

static bool
is_header(const struct perf_layout *layout, struct str line, struct perf_header *header)
{
	return !perf_frame_is(line) && perf_header_read(layout, line, header);
}

/* Whether line, behind a frame, ends its sample. */
static bool
is_end(const struct perf_layout *layout, struct str line)
{
	return perf_line_is_blank(line) || (layout->tabs && perf_data_is(line));
}

/* Whether text ends in a line that may be a sample, but for what follows it. */
static bool
is_open(const struct perf_layout *layout, struct str text)
{
	struct perf_header header;

	return layout->bare && text.n > 0 && is_header(layout, str_last_line(text), &header);
}

/* Before the last header line that is whole; or, so that a live stream is not held up by a sample
 * whose end is there, behind the last line, where one that ends it stands between that and the last
 * frame, or there is neither header nor frame: then no sample is open, and nothing has to stay
 * together but lines. */
static size_t
cut(const void *facts, struct str text)
{
	const struct stream *stream = facts;
	size_t last = input_after_last_line(NULL, text), end = last, behind = last;
	struct perf_header header;
	bool ended = false, stray = false; /* a line that ends a sample; frames behind it */

	while (end > 0) {
		struct str line = str_last_line(str_head(text, end));
		size_t start = (size_t)(line.s - text.s);
		if (is_end(stream->perf, line)) {
			behind = ended ? behind : end;
			ended = true;
		} else if (ended && perf_frame_is(line)) {
			return stray ? behind : last;
		} else if (perf_frame_is(line)) {
			stray = true;
		} else if (is_header(stream->perf, line, &header) &&
		    !is_open(stream->perf, str_head(text, start))) {
			return start;
		}
		end = start;
	}
	return stray && stream->perf->bare ? 0 : last;
}

/* Whether line, which reads as a header, is one, by what follows it. */
static bool
is_sample(const struct perf_layout *layout, struct str line, const struct perf_header *header,
    struct str rest)
{
	struct str behind = rest, frame;

	return !layout->bare || (str_line(&behind, &frame) && perf_frame_is(frame)) ||
	    perf_bare_is_alone(layout, line, header, rest);
}

/* Takes lines up to and with the next header of a sample. */
static bool
next_header(struct reading *reading, struct perf_header *header)
{
	const struct perf_layout *layout = reading->stream->perf;
	struct str line;

	while (reading->rest.n > 0) {
		struct str whole = reading->rest;
		str_line(&reading->rest, &line);
		if (layout->bare && perf_frame_is(line)) {
			reading->rest = whole;
			*header = NO_COLUMNS;
			return true;
		}
		reading->block->lines++;
		if (!perf_frame_is(line) &&
		    perf_header_recall(layout, reading->threads, line, header) && !header->record &&
		    is_sample(layout, line, header, reading->rest))
			return true;
		perf_line_take(line, layout->sources, reading->block);
	}
	return false;
}

static void
add_frame(struct reading *reading, struct sample *sample, const struct frame *frame)
{
	if (sample->n == reading->capacity)
		reading->frames = array_grow(
		    reading->frames, &reading->capacity, sample->n + 1, sizeof(*reading->frames));
	reading->frames[sample->n++] = frame;
}

/* Reads line as a frame that was not met before, and remembers it by its raw bytes: what stands
 * before *rest.  Where lines of source stand behind frames, both lines are what it is known by, and a
 * frame without one is not remembered. */
static void
read_frame(struct reading *reading, struct str line, struct str *rest, struct sample *sample)
{
	const struct perf_layout *layout = reading->stream->perf;
	const char *end = rest->s;
	struct frame frame;

	if (layout->sources ? !perf_source_read(layout, line, rest, &frame)
			    : !perf_frame_read(layout, line, &frame))
		return;
	frame.lines = 1 + (rest->s > end);
	reading->block->lines += rest->s > end;
	size_t n = (size_t)(rest->s - line.s);
	struct str raw = {line.s, n - (line.s[n - 1] == '\n')};
	if (layout->sources && frame.lines == 1)
		raw = (struct str){0};
	add_frame(reading, sample, frame_add(reading->memo, raw, &frame));
}

/* A line behind the header that the memo does not know.  False where the sample ends before it. */
static bool
take_line(struct reading *reading, struct sample *sample, bool *over)
{
	const struct perf_layout *layout = reading->stream->perf;
	struct str rest = reading->rest, line;
	struct perf_header header;

	str_line(&rest, &line);
	reading->block->lines++;
	if (is_end(layout, line)) {
		*over = sample->n > 0;
	} else if (perf_frame_is(line)) {
		read_frame(reading, line, &rest, sample);
	} else if (perf_header_read(layout, line, &header)) {
		reading->block->lines--;
		return false;
	} else if (perf_frame_is_edited(layout, line)) {
		read_frame(reading, line, &rest, sample);
	} else {
		perf_line_take(line, layout->sources, reading->block);
	}
	reading->rest = rest;
	return true;
}

/* Frames up to the next header, or the empty line behind them.  (Some old versions put one before
 * them, too.) */
static void
read_frames(struct reading *reading, struct sample *sample)
{
	bool over = false;

	while (reading->rest.n > 0 && !over) {
		size_t used;
		const struct frame *frame = frame_match(reading->memo, reading->rest, &used);
		if (frame == NULL) {
			if (!take_line(reading, sample, &over))
				break;
			continue;
		}
		add_frame(reading, sample, frame);
		reading->block->lines += frame->lines;
		reading->rest = str_skip(reading->rest, used);
	}
}

/* Whether raw is the lines of the sample's frames and the empty line behind them, no more. */
static bool
is_plain(struct str raw, uint64_t lines, const struct reading *reading, const struct sample *sample)
{
	uint64_t own = 1;

	for (size_t i = 0; i < sample->n; i++)
		own += reading->frames[i]->lines;
	return own == lines && str_ends(raw, STR("\n\n"));
}

static void
next_frames(struct reading *reading, struct sample *sample)
{
	const struct stack *stack = stack_match(reading->stacks, reading->rest);
	struct str raw = reading->rest;
	uint64_t lines = reading->block->lines;

	if (stack != NULL) {
		sample->frames = stack->frames;
		sample->n = stack->n;
		sample->stack = stack;
		reading->block->lines += stack->lines;
		reading->rest = str_skip(raw, stack->raw.n);
		return;
	}
	read_frames(reading, sample);
	sample->frames = reading->frames;
	raw.n -= reading->rest.n;
	lines = reading->block->lines - lines;
	if (is_plain(raw, lines, reading, sample))
		stack_note(reading->stacks, raw, lines, sample->frames, sample->n);
}

static const struct frame *
match_last(struct reading *reading, struct str frame)
{
	/* The memo wants to see the line's end, too. */
	struct str raw = {frame.s, (size_t)(reading->rest.s - frame.s)};
	size_t used;

	return frame.n > 0 ? frame_match(reading->memo, raw, &used) : NULL;
}

/* Whether last, of an empty stack among call chains, is a +addr, alone or before a tracepoint's text. */
static bool
is_data(const struct perf_layout *layout, struct str last, bool tracepoint)
{
	if (!layout->chains || !(layout->symbols || layout->modules))
		return false;
	return perf_data_is_address(last) ||
	    (tracepoint && layout->modules && !perf_frame_has_module(last));
}

/* The one frame at the end of a header line, where there is one. */
static void
read_last_frame(struct reading *reading, const struct perf_header *header, struct sample *sample)
{
	const struct perf_layout *layout = reading->stream->perf;
	struct str rest = header->rest;
	const struct frame *frame = match_last(reading, rest);

	if (frame == NULL) {
		bool tracepoint = event_is_tracepoint(sample->event);
		struct str last = perf_frame_last(rest, tracepoint);
		if (is_data(layout, last, tracepoint))
			last = (struct str){0};
		frame = last.s != rest.s ? match_last(reading, last) : NULL;
		if (frame == NULL && last.s != NULL)
			read_frame(reading, last, &reading->rest, sample);
	}
	if (frame != NULL)
		add_frame(reading, sample, frame);
	sample->frames = reading->frames;
}

/* Whether the block's last line, without a newline, is half a frame. */
static bool
is_cut_off(const struct reading *reading, struct str text)
{
	size_t start = input_after_last_line(NULL, text);
	struct str line = str_trim_right(str_skip(text, start));

	/* Behind a frame stands its line of source. */
	if (reading->stream->perf->sources && perf_frame_is(line))
		return true;
	return line.n > 0 && reading->stream->perf->modules && line.s[line.n - 1] != ')';
}

static bool
next(struct reading *reading, struct sample *sample)
{
	struct perf_header header;
	struct str text = reading->rest;

	frame_renew(reading->memo);
	if (!next_header(reading, &header))
		return false;
	*sample = header.sample;
	const char *behind = reading->rest.s;
	if (reading->stream->perf->chains)
		next_frames(reading, sample);
	/* An event without call chains may stand among others with them: not even an empty line. */
	if (sample->n == 0 && reading->rest.s == behind)
		read_last_frame(reading, &header, sample);
	if (reading->rest.n == 0 && sample->n > 0)
		reading->block->cut = is_cut_off(reading, text);
	return true;
}

const struct reader perf_reader = {
    .name = "perf",
    .recognise = perf_settle_recognise,
    .settle = perf_settle_next,
    .cut = cut,
    .next = next,
};
