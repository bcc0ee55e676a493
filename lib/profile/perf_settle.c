/* perf_settle.c - what the beginning of a perf script text says about all of it */
#include "profile/perf_settle.h"

#include "profile/event.h"
#include "profile/perf_bare.h"
#include "profile/perf_comment.h"
#include "profile/perf_frame.h"
#include "profile/perf_header.h"
#include "profile/perf_line.h"
#include "profile/perf_vote.h"
#include "profile/perf_width.h"

enum {
	STEPS_BACK = 10,               /* fewer are disorder, whatever their share */
	MOST_EVENTS = 64,              /* more are not told apart */
	LOOK_BYTES = 1024 * 1024,      /* for a first sample, before what was read is let go */
	SETTLE_BYTES = 8 * 1024 * 1024 /* for PERF_VOTE_SAMPLES samples */
};

static void
note_event(struct stream *stream, struct str event)
{
	if (stream->events == NULL)
		stream->events = arena_new(&stream->arena, MOST_EVENTS * sizeof(*stream->events));
	for (size_t i = 0; i < stream->n_events; i++)
		if (event_equal(stream->events[i], event))
			return;
	if (stream->n_events < MOST_EVENTS)
		stream->events[stream->n_events++] = arena_copy(&stream->arena, event);
}

/* Samples of the window, read by its layout: the facts that need them in their order.  False where
 * none is. */
static bool
settle_samples(struct stream *stream, struct str text)
{
	struct perf_header header;
	struct str line;
	size_t samples = 0, back = 0;
	bool cpu_time = false;
	nsec last = 0;

	while (samples < PERF_VOTE_SAMPLES && str_line(&text, &line)) {
		if (perf_frame_is(line) || !perf_header_read(stream->perf, line, &header) ||
		    header.record)
			continue;
		struct sample *sample = &header.sample;
		if (samples == 0) {
			stream->first_event = sample->event;
			stream->origin = nsec_floor(sample->time, NSEC_SECOND) * NSEC_SECOND;
			perf_comment_read_date(&stream->clues, header.clock, sample->time);
		}
		back += samples > 0 && sample->time < last;
		last = sample->time;
		if (samples == 0 || (!cpu_time && event_is_cpu_time(sample->event)))
			stream->event = sample->event;
		cpu_time |= event_is_cpu_time(sample->event);
		note_event(stream, sample->event);
		samples++;
	}
	stream->event = arena_copy(&stream->arena, stream->event);
	stream->first_event = arena_copy(&stream->arena, stream->first_event);
	stream->differences = back >= STEPS_BACK && back * 10 > samples;
	return samples > 0;
}

static bool
settle(struct stream *stream, bool time, const struct perf_votes *votes, struct str window)
{
	struct perf_layout *layout = arena_new(&stream->arena, sizeof(*layout));

	*layout = perf_vote_decide(time, votes);
	perf_width_settle(layout, votes, window);
	stream->perf = layout;
	stream->timed = time;
	stream->chains = layout->chains;
	return settle_samples(stream, window);
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
		if (perf_vote_probe(time, line, &header) && (records || !header.record))
			return at;
	}
	return text.n;
}

/* Whether more lines read as headers without a time than with one: the text of a tracepoint may hold
 * what reads as a time in a text that has none. */
static bool
is_untimed(struct str text)
{
	struct perf_header header;
	struct str line;
	size_t timed = 0, untimed = 0;

	while (str_line(&text, &line)) {
		if (perf_frame_is(line))
			continue;
		if (perf_vote_probe(true, line, &header))
			timed++;
		else
			untimed += perf_vote_probe(false, line, &header);
	}
	return untimed > timed;
}

/* Where the first sample begins, text.n where none does, and whether it has a time.  *sure where
 * more text would not change that. */
static size_t
find_beginning(struct str text, bool *time, bool *sure)
{
	size_t timed = find_first(true, false, text);
	size_t untimed = find_first(false, false, str_head(text, timed));

	*sure = timed < text.n && untimed >= timed;
	*time = timed < text.n && (*sure || !is_untimed(text));
	return *time ? timed : untimed;
}

/* How long perf's header at the front of text is, of --header; 0 where there is none, or it has no end. */
static size_t
find_header_end(struct str text)
{
	struct str rest = text, line, rule = STR("# ========");

	if (!str_line(&rest, &line) || !str_equal(line, rule))
		return 0;
	while (str_line(&rest, &line))
		if (str_equal(line, rule))
			return text.n - rest.n;
	return 0;
}

/* Takes in what stands before the first sample. */
static void
skip(struct stream *stream, struct str text, struct tally_block *skipped)
{
	size_t header = find_header_end(text);
	const char *end = text.s + header;
	struct str line;

	while (str_line(&text, &line)) {
		skipped->lines++;
		/* A command of several lines goes on without a mark. */
		if (line.s < end && !str_starts(line, STR("#")))
			continue;
		/* A paste may be indented. */
		struct str comment = str_trim_left(line);
		if (str_starts(comment, STR("#")))
			line = comment;
		if (str_starts(line, STR("#")))
			perf_comment_read(stream, line);
		perf_line_take(line, false, skipped);
	}
}

bool
perf_settle_recognise(struct str text)
{
	struct str look = str_head(text, text.n < LOOK_BYTES ? text.n : LOOK_BYTES);

	return str_starts(text, STR("# ========\n# captured on")) ||
	    find_first(true, true, look) < look.n || find_first(false, false, look) < look.n ||
	    perf_bare_find(look) < look.n;
}

static enum reader_settled
settle_bare(struct stream *stream, struct str window)
{
	struct perf_layout *layout = arena_new(&stream->arena, sizeof(*layout));

	*layout = perf_bare_layout(window);
	perf_width_settle(layout, &(struct perf_votes){0}, window);
	stream->perf = layout;
	stream->timed = false;
	stream->chains = true;
	settle_samples(stream, window);
	return READER_DONE;
}

/* Whether the first sample is there, not its header line alone. */
static bool
is_whole(const struct perf_votes *votes)
{
	return votes->headers > 1 || votes->with_frames > 0 || votes->loose > 0;
}

/* Settles what begins with a sample by its first thousand, if they are there. */
static enum reader_settled
settle_window(struct stream *stream, struct str text, enum reader_coming coming, bool time)
{
	struct str window = str_head(text, text.n < SETTLE_BYTES ? text.n : SETTLE_BYTES);
	struct perf_votes votes = perf_vote_count(time, window);

	if (votes.headers < PERF_VOTE_SAMPLES && text.n < SETTLE_BYTES && coming == READER_SOON)
		return READER_MORE;
	if (coming == READER_LATER && !is_whole(&votes))
		return READER_NONE;
	window = str_head(window, votes.bytes);
	if (perf_bare_is_likely(window))
		return settle_bare(stream, window);
	if (time && is_untimed(window)) {
		time = false;
		votes = perf_vote_count(time, window);
		window = str_head(window, votes.bytes);
	}
	/* Without time stamps other texts look alike: most lines must be understood. */
	if (!time && votes.odd > votes.headers)
		return READER_NONE;
	/* What looks like headers by itself may not be any as they stand together. */
	bool any = settle(stream, time, &votes, window);
	return any ? READER_DONE : READER_NONE;
}

enum reader_settled
perf_settle_next(struct stream *stream, struct str text, enum reader_coming coming,
    struct tally_block *skipped, size_t *used)
{
	bool ended = coming != READER_SOON, time, sure;
	struct str mark = STR("\357\273\277");

	/* A producer may wait in the middle of a line. */
	if (coming == READER_LATER)
		text = str_head(text, input_after_last_line(NULL, text));
	struct str look = str_head(text, text.n < LOOK_BYTES ? text.n : LOOK_BYTES);

	if (str_starts(text, mark)) {
		*used = mark.n;
		return READER_SKIP;
	}
	*used = find_header_end(look);
	if (*used > 0) {
		skip(stream, str_head(text, *used), skipped);
		return READER_SKIP;
	}
	*used = find_beginning(look, &time, &sure);
	size_t bare = perf_bare_find(look);
	if ((!sure || bare < *used) && text.n < LOOK_BYTES && !ended)
		return READER_MORE;
	if (*used == look.n && look.n == 0)
		return READER_NONE;
	if (bare < *used && (*used == look.n || perf_bare_is_likely(look))) {
		*used = bare;
		if (bare == 0)
			return settle_bare(stream, look);
	}
	if (*used > 0) {
		/* A line that the look cut in two is looked at again, whole. */
		if (*used == look.n && (!ended || text.n > look.n) &&
		    input_after_last_line(NULL, look) > 0)
			*used = input_after_last_line(NULL, look);
		skip(stream, str_head(text, *used), skipped);
		return READER_SKIP;
	}
	return settle_window(stream, text, coming, time);
}
