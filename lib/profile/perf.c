/* perf.c - the row of `perf script` in the table of readers */
#include "profile/perf.h"

#include "base/array.h"
#include "profile/perf_frame.h"
#include "profile/perf_header.h"
#include "profile/perf_line.h"
#include "profile/perf_settle.h"

static bool
is_header(const struct perf_layout *layout, struct str line, struct perf_header *header)
{
	return !perf_frame_is(line) && perf_header_read(layout, line, header);
}

/* Before the last header line that is whole; or, so that a live stream is not held up by a sample
 * whose end is there, behind the last frame that an empty line follows. */
static size_t
cut(const void *facts, struct str text)
{
	const struct stream *stream = facts;
	struct perf_header header;
	size_t end = input_after_last_line(NULL, text), behind = 0;
	bool blank = false;

	while (end > 0) {
		size_t start = input_after_last_line(NULL, str_head(text, end - 1));
		struct str line = str_trim_right((struct str){text.s + start, end - 1 - start});
		if (line.n == 0 || (line.n == 1 && line.s[0] == '\r')) {
			if (!blank)
				behind = end;
			blank = true;
		} else if (blank && perf_frame_is(line)) {
			return behind;
		} else if (is_header(stream->perf, (struct str){text.s + start, end - 1 - start},
			       &header)) {
			return start;
		} else {
			blank = false;
		}
		end = start;
	}
	return 0;
}

static void
note_odd(struct tally_block *block)
{
	if (block->odd++ == 0)
		block->first_odd = block->lines;
}

/* Takes lines up to and with the next header of a sample. */
static bool
next_header(struct reading *reading, struct perf_header *header)
{
	const struct perf_layout *layout = reading->stream->perf;
	struct str line;

	while (str_line(&reading->rest, &line)) {
		reading->block->lines++;
		if (is_header(layout, line, header)) {
			if (!header->record)
				return true;
		} else if (!perf_line_is_blank(line) && !perf_line_is_known(line)) {
			note_odd(reading->block);
		}
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

/* Reads line as a frame that was not met before, and remembers it by its raw bytes. */
static bool
read_frame(struct reading *reading, struct str line, struct str raw, struct sample *sample)
{
	struct frame frame;

	if (!perf_frame_read(reading->stream->perf, line, &frame))
		return false;
	add_frame(reading, sample, frame_add(reading->memo, raw, &frame));
	return true;
}

/* A line behind the header that the memo does not know.  False where the sample ends before it. */
static bool
take_line(struct reading *reading, struct sample *sample, bool *blank)
{
	const struct perf_layout *layout = reading->stream->perf;
	struct str rest = reading->rest, line;
	struct perf_header header;

	str_line(&rest, &line);
	struct str raw = {line.s, (size_t)(rest.s - line.s) - str_ends(reading->rest, STR("\n"))};
	if (perf_line_is_blank(line))
		*blank = true;
	else if (perf_frame_is(line))
		read_frame(reading, line, raw, sample);
	else if (perf_header_read(layout, line, &header))
		return false;
	else if (perf_frame_is_loose(line))
		read_frame(reading, line, raw, sample);
	else if (!perf_line_is_known(line))
		note_odd(reading->block);
	reading->rest = rest;
	return true;
}

/* Frames up to the next header, or the empty line behind them.  (Some old versions put one before
 * them, too.) */
static void
next_frames(struct reading *reading, struct sample *sample)
{
	bool blank = false;

	while (reading->rest.n > 0 && !(blank && sample->n > 0)) {
		size_t used;
		const struct frame *frame = frame_match(reading->memo, reading->rest, &used);
		reading->block->lines++;
		if (frame != NULL) {
			add_frame(reading, sample, frame);
			reading->rest = str_skip(reading->rest, used);
		} else if (!take_line(reading, sample, &blank)) {
			reading->block->lines--;
			break;
		}
	}
}

/* Whether the block's last line, without a newline, is half a frame. */
static bool
is_cut_off(const struct reading *reading, struct str text)
{
	size_t start = input_after_last_line(NULL, text);
	struct str line = str_trim_right(str_skip(text, start));

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
	if (reading->stream->perf->chains)
		next_frames(reading, sample);
	else if (perf_frame_is_loose(header.rest))
		read_frame(reading, header.rest, header.rest, sample);
	if (reading->rest.n == 0 && sample->n > 0)
		reading->block->cut = is_cut_off(reading, text);
	sample->frames = reading->frames;
	return true;
}

const struct reader perf_reader = {
    .name = "perf script",
    .recognise = perf_settle_recognise,
    .settle = perf_settle_next,
    .cut = cut,
    .next = next,
};
