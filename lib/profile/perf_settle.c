/* perf_settle.c - what the beginning of a perf script text says about all of it */
#include "profile/perf_settle.h"

#include "profile/event.h"
#include "profile/perf_comment.h"
#include "profile/perf_frame.h"
#include "profile/perf_header.h"
#include "profile/perf_line.h"

enum {
	SAMPLES = 1000,
	LEAST_COLUMNS = 5,             /* that perf gives an id */
	STEPS_BACK = 10,               /* fewer are disorder, whatever their share */
	LOOK_BYTES = 1024 * 1024,      /* for a first sample, before what was read is let go */
	SETTLE_BYTES = 8 * 1024 * 1024 /* for SAMPLES samples */
};

/* What the header lines and frames of the window look like, each read by the most that fits. */
struct votes {
	size_t headers, ids, cpus, bare_cpus, misc, events, periods;
	size_t width;  /* the smallest column of ids, with the blank before it, that perf prints */
	size_t narrow; /* the smallest that it does not, but an edited text may hold */
	size_t wide;   /* ids of the former kind */
	size_t indent; /* the smallest */
	size_t with_frames;
	size_t odd; /* lines that are nothing perf prints */
	size_t frames, named, offsets, symbols, modules;
	size_t bytes; /* of the window */
};

/* Reads a line of unknown layout: with as many columns as it can have. */
static bool
probe(bool time, struct str line, struct perf_header *header)
{
	struct perf_layout layout = {.time = time, .chains = true, .cpu = true, .misc = true};

	if (perf_frame_is(line) || perf_line_is_blank(line))
		return false;
	if (!time && line.s[0] == '#')
		return false;
	layout.latency = true;
	for (int ids = 1; ids >= 0; ids--)
		for (int event = 1; event >= 0; event--) {
			layout.ids = ids;
			layout.event = layout.period = event;
			if (!time && (!ids || !event))
				continue;
			if (perf_header_read(&layout, line, header))
				return true;
		}
	/* Without a time, the one number before the event is the id. */
	layout.ids = layout.event = true;
	layout.period = false;
	return !time && perf_header_read(&layout, line, header);
}

static void
vote_header(struct votes *votes, struct str line, const struct perf_header *header)
{
	size_t indent = 0;

	while (indent < line.n && line.s[indent] == ' ')
		indent++;
	if (votes->headers == 0 || indent < votes->indent)
		votes->indent = indent;
	votes->headers++;
	votes->ids += header->has_ids;
	votes->cpus += header->has_cpu;
	votes->bare_cpus += header->bare_cpu;
	votes->misc += header->has_misc;
	votes->events += header->has_event;
	votes->periods += header->sample.has_period;
	if (!header->has_ids)
		return;
	/* A thread called `9 99.123456: x:` reads as an id in no column of perf's. */
	size_t *width = header->id_columns < LEAST_COLUMNS ? &votes->narrow : &votes->width;
	votes->wide += header->id_columns >= LEAST_COLUMNS;
	if (header->id_columns < *width)
		*width = header->id_columns;
}

static void
vote_frame(struct votes *votes, struct str line)
{
	struct perf_layout layout = {.modules = true};
	struct frame whole, bare;

	if (!perf_frame_read(&layout, line, &whole))
		return;
	layout.offsets = true;
	perf_frame_read(&layout, line, &bare);
	votes->frames++;
	votes->modules += whole.module.n > 0;
	if (whole.symbol.n > 0 && !str_equal(whole.symbol, STR("[unknown]"))) {
		votes->named++;
		votes->offsets += bare.name.n < whole.symbol.n;
	}
	votes->symbols += whole.symbol.n > 0;
}

static struct votes
count_votes(bool time, struct str text)
{
	struct votes votes = {.width = SIZE_MAX, .narrow = SIZE_MAX};
	struct perf_header header;
	struct str rest = text, line;
	bool open = false; /* the last line that was not blank is a header */

	while (votes.headers < SAMPLES && str_line(&rest, &line)) {
		if (perf_line_is_blank(line))
			continue;
		if (probe(time, line, &header)) {
			open = !header.record;
			if (open)
				vote_header(&votes, line, &header);
			if (open && perf_frame_is_loose(header.rest))
				vote_frame(&votes, header.rest);
		} else if (perf_frame_is(line) || perf_frame_is_loose(line)) {
			votes.with_frames += open;
			open = false;
			vote_frame(&votes, line);
		} else {
			votes.odd += !perf_line_is_known(line);
		}
	}
	votes.bytes = text.n - rest.n;
	return votes;
}

static struct perf_layout
decide(bool time, const struct votes *votes)
{
	struct perf_layout layout = {.time = time};
	size_t half = votes->headers / 2;

	layout.ids = votes->ids > half;
	layout.cpu = votes->cpus > half;
	layout.latency = votes->bare_cpus > half;
	layout.misc = votes->misc > half;
	layout.event = votes->events > half;
	layout.period = votes->periods > half;
	layout.chains = votes->with_frames > 0;
	layout.offsets = votes->offsets > votes->named / 2;
	layout.symbols = votes->frames == 0 || votes->symbols > votes->frames / 2;
	/* A newline in a module's path breaks the lines of its frames. */
	layout.modules = votes->frames == 0 || votes->modules > votes->frames / 4;
	size_t width = votes->wide * 2 >= votes->ids ? votes->width : votes->narrow;
	layout.width = width == SIZE_MAX ? 0 : width - 1;
	layout.indent = layout.chains && !layout.latency ? votes->indent : 0;
	return layout;
}

/* Samples of the window, read by its layout: the facts that need them in their order. */
static void
settle_samples(struct stream *stream, struct str text)
{
	struct perf_header header;
	struct str line;
	size_t samples = 0, back = 0;
	bool cpu_time = false;
	nsec last = 0;

	while (samples < SAMPLES && str_line(&text, &line)) {
		if (perf_frame_is(line) || !perf_header_read(stream->perf, line, &header) ||
		    header.record)
			continue;
		struct sample *sample = &header.sample;
		if (samples == 0) {
			stream->origin = nsec_floor(sample->time, NSEC_SECOND) * NSEC_SECOND;
			stream->decimals = (int)header.decimals;
		}
		back += samples > 0 && sample->time < last;
		last = sample->time;
		if (samples == 0 || (!cpu_time && event_is_cpu_time(sample->event)))
			stream->event = sample->event;
		cpu_time |= event_is_cpu_time(sample->event);
		samples++;
	}
	stream->event = arena_copy(&stream->arena, stream->event);
	stream->differences = back >= STEPS_BACK && back * 10 > samples;
}

static void
settle(struct stream *stream, bool time, const struct votes *votes, struct str window)
{
	struct perf_layout *layout = arena_new(&stream->arena, sizeof(*layout));

	*layout = decide(time, votes);
	stream->perf = layout;
	stream->timed = time;
	stream->chains = layout->chains;
	settle_samples(stream, window);
	perf_comment_settle(stream);
}

/* Where the first header line of a sample begins, or, with records, of what is none; text.n where
 * none does. */
static size_t
find_first(bool time, bool records, struct str text)
{
	struct perf_header header;
	struct str rest = text, line;

	while (rest.n > 0) {
		size_t at = text.n - rest.n;
		str_line(&rest, &line);
		if (probe(time, line, &header) && (records || !header.record))
			return at;
	}
	return text.n;
}

/* Takes in what stands before the first sample. */
static void
skip(struct stream *stream, struct str text, struct tally_block *skipped)
{
	struct str line;

	while (str_line(&text, &line)) {
		skipped->lines++;
		if (line.n > 0 && line.s[0] == '#')
			perf_comment_read(stream, line);
		if (perf_line_is_blank(line) || perf_line_is_known(line))
			continue;
		if (skipped->odd++ == 0)
			skipped->first_odd = skipped->lines;
	}
}

bool
perf_settle_recognise(struct str text)
{
	struct str look = str_head(text, text.n < LOOK_BYTES ? text.n : LOOK_BYTES);

	return str_starts(text, STR("# ========\n# captured on")) ||
	    find_first(true, true, look) < look.n || find_first(false, false, look) < look.n;
}

enum reader_settled
perf_settle_next(
    struct stream *stream, struct str text, bool ended, struct tally_block *skipped, size_t *used)
{
	struct str look = str_head(text, text.n < LOOK_BYTES ? text.n : LOOK_BYTES);
	struct str mark = STR("\357\273\277");
	bool time = true;

	if (str_starts(text, mark)) {
		*used = mark.n;
		return READER_SKIP;
	}
	if (text.n < LOOK_BYTES && !ended && find_first(true, false, look) == look.n)
		return READER_MORE;
	*used = find_first(true, false, look);
	if (*used == look.n) {
		time = false;
		*used = find_first(false, false, look);
	}
	if (*used == look.n && look.n == 0)
		return READER_NONE;
	if (*used > 0) {
		/* A line that the look cut in two is looked at again, whole. */
		if (*used == look.n && !(ended && text.n == look.n) &&
		    input_after_last_line(NULL, look) > 0)
			*used = input_after_last_line(NULL, look);
		skip(stream, str_head(text, *used), skipped);
		return READER_SKIP;
	}
	struct str window = str_head(text, text.n < SETTLE_BYTES ? text.n : SETTLE_BYTES);
	struct votes votes = count_votes(time, window);
	if (votes.headers < SAMPLES && text.n < SETTLE_BYTES && !ended)
		return READER_MORE;
	/* Without time stamps other texts look alike: most lines must be understood. */
	if (!time && votes.odd > votes.headers)
		return READER_NONE;
	settle(stream, time, &votes, str_head(window, votes.bytes));
	return READER_DONE;
}
