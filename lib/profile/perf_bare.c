/* perf_bare.c - texts with neither times nor events beside ids */
#include "profile/perf_bare.h"

#include "base/number.h"
#include "profile/perf_columns.h"
#include "profile/perf_data.h"
#include "profile/perf_frame.h"
#include "profile/perf_line.h"
#include "profile/perf_stamp.h"
#include "profile/perf_vote.h"

enum { LOOK_SAMPLES = 1000 };

static const struct perf_layout IDS = {.ids = true, .cpu = true, .chains = true};

/* The event at the end of *left, a word and a colon. */
static bool
take_event(struct str *left, struct perf_header *header)
{
	struct str s = str_trim_right(*left);
	size_t start = s.n;

	if (!str_ends(s, STR(":")))
		return false;
	while (start > 0 && !str_is_blank(s.s[start - 1]))
		start--;
	header->sample.event = (struct str){s.s + start, s.n - 1 - start};
	header->has_event = true;
	*left = str_head(s, start);
	return true;
}

/* The period at the end of *left: in its own columns, before which the blanks may be +misc's, or behind
 * a CPU. */
static bool
take_period(struct str *left, struct sample *sample)
{
	struct str s = str_trim_right(*left);
	size_t digits = perf_columns_number(s);
	size_t columns = digits > PERF_COLUMNS_PERIOD ? digits : PERF_COLUMNS_PERIOD;
	struct str before = s;

	if (perf_columns_take_wide(&before, &sample->period)) {
		*left = str_head(s, s.n > columns ? s.n - columns : 0);
		return sample->has_period = true;
	}
	return perf_columns_take_period(left, sample);
}

/* What is left of the event and the period. */
static struct str
read_right(bool event, bool period, struct str line, struct perf_header *header)
{
	struct str left = line;

	if (event)
		take_event(&left, header);
	if (period)
		take_period(&left, &header->sample);
	return left;
}

/* A comment, unless a thread's name begins so: then there is an id. */
static bool
is_comment(struct str line)
{
	struct perf_header header = {0};

	return str_starts(line, STR("#")) &&
	    !perf_columns_read(&IDS, read_right(true, true, line, &header), &header);
}

/* Whether line, if a frame follows it, is a header.  An id alone reads as a frame that lost its tab. */
static bool
is_header(struct str line)
{
	return !perf_line_is_blank(line) && !perf_frame_is(line) && !perf_data_is(line) &&
	    str_find(line, STR(" \tmetric: ")) == line.n && !perf_stamp_is_beyond(line) &&
	    !is_comment(line);
}

/* Where the first sample that has a frame begins. */
static size_t
find_frames(struct str text)
{
	struct str rest = text, line;
	size_t header = text.n; /* where a line begins that a frame would make one */
	bool other = false;     /* the frames to come belong to a line that is none */

	while (rest.n > 0) {
		size_t at = text.n - rest.n;
		str_line(&rest, &line);
		if (perf_frame_is(line) && !other)
			return header < text.n ? header : at;
		if (perf_frame_is(line))
			continue;
		header = is_header(line) ? at : text.n;
		other = !perf_line_is_blank(line) && header == text.n && line.s[0] != '#';
	}
	return text.n;
}

static bool
has_header(struct str text)
{
	struct str line;

	while (str_line(&text, &line))
		if (is_header(line))
			return true;
	return false;
}

size_t
perf_bare_find(struct str text)
{
	size_t first = find_frames(text);
	struct str rest = str_head(text, first), line;
	struct perf_header header;

	if (first == text.n || !has_header(rest))
		return first;
	struct perf_layout layout = perf_bare_layout(str_skip(text, first));
	while (rest.n > 0) {
		size_t at = first - rest.n;
		str_line(&rest, &line);
		if (perf_bare_read(&layout, line, &header) &&
		    perf_bare_is_alone(&layout, line, &header, rest))
			return at;
	}
	return first;
}

/* Whether line, behind which frames begin, is a header with a time, or with an event beside an id, which a
 * period is not. */
static bool
is_other(struct str line, bool *record)
{
	struct perf_header header, ids = {0};
	bool timed = perf_vote_probe(true, line, &header);

	if (!timed && !perf_vote_probe(false, line, &header))
		return false;
	*record = header.record;
	if (timed)
		return true;
	struct str left = read_right(true, true, line, &ids);
	return !ids.has_event || perf_columns_read(&IDS, left, &ids);
}

bool
perf_bare_is_likely(struct str text)
{
	struct str line, before = {0};
	size_t bare = 0, other = 0;
	bool record = false, begins = true; /* no frame stands before the line before */

	while (str_line(&text, &line)) {
		bool behind = begins && perf_frame_is(line);
		begins = !perf_frame_is(before);
		if (behind && is_other(before, &record))
			other += !record;
		else
			bare += behind && is_header(before) && !perf_line_is_known(before, true);
		before = line;
	}
	return bare > other;
}

/* What the header lines, those that frames follow, look like. */
struct bare_votes {
	size_t headers, ids, cpus, misc, periods, events;
	size_t named, offsets, symbols, modules, frames;
};

static void
vote_header(struct bare_votes *votes, struct str line)
{
	const struct perf_layout misc = {.misc = true, .chains = true};
	struct perf_header header = {0}, nameless = {0};
	struct str left = read_right(true, true, line, &header);

	votes->headers++;
	votes->events += header.has_event;
	votes->periods += header.sample.has_period;
	votes->ids += perf_columns_read(&IDS, left, &header);
	votes->cpus += header.has_cpu;
	perf_columns_read(&misc, left, &nameless);
	votes->misc += nameless.has_misc;
}

static void
vote_frame(struct bare_votes *votes, struct str line)
{
	const struct perf_layout layout = {.symbols = true, .modules = true, .offsets = true};
	struct frame frame;

	if (!perf_frame_read(&layout, line, &frame))
		return;
	votes->frames++;
	votes->symbols += frame.symbol.n > 0;
	votes->modules += frame.module.n > 0;
	if (frame.name.n > 0 && !str_equal(frame.symbol, STR("[unknown]"))) {
		votes->named++;
		votes->offsets += frame.name.n < frame.symbol.n;
	}
}

struct perf_layout
perf_bare_layout(struct str text)
{
	struct bare_votes votes = {0};
	struct str line, before = {0};

	while (votes.headers < LOOK_SAMPLES && str_line(&text, &line)) {
		if (perf_frame_is(line)) {
			vote_frame(&votes, line);
			if (is_header(before))
				vote_header(&votes, before);
		}
		before = line;
	}
	return (struct perf_layout){
	    .bare = true,
	    .chains = true,
	    .tabs = true,
	    .ids = votes.ids * 2 > votes.headers,
	    .cpu = votes.cpus * 2 > votes.headers,
	    .misc = votes.misc * 2 > votes.headers,
	    .period = votes.periods * 2 > votes.headers,
	    .event = votes.events * 2 > votes.headers,
	    .symbols = votes.symbols * 2 > votes.frames,
	    .modules = votes.modules * 4 > votes.frames,
	    .offsets = votes.offsets * 2 > votes.named,
	};
}

bool
perf_bare_read(const struct perf_layout *layout, struct str line, struct perf_header *header)
{
	if (!is_header(line) || (!layout->ids && str_starts(line, STR("#"))))
		return false;
	*header = (struct perf_header){0};
	struct str left = read_right(layout->event, layout->period, line, header);
	/* An event is right-aligned to the longest: the blanks before it are its own, or +misc's. */
	if (header->has_event && !header->sample.has_period && !layout->misc)
		left = str_trim_right(left);
	if (!perf_columns_read(layout, left, header)) {
		/* A line of another kind among them is a thread's name. */
		struct perf_layout plain = *layout;
		plain.ids = plain.latency = false;
		perf_columns_read(&plain, left, header);
	}
	return true;
}

bool
perf_bare_is_alone(const struct perf_layout *layout, struct str line,
    const struct perf_header *header, struct str rest)
{
	struct str next;
	bool last = !str_line(&rest, &next);

	if ((!last && !perf_line_is_blank(next) && !perf_data_is(next)) ||
	    (str_starts(line, STR("#")) && !str_ends(line, STR(" "))))
		return false;
	/* A thread's name may be anything, but perf ends it with a blank. */
	if (!layout->ids && !layout->cpu && !layout->event && !layout->period)
		return !last && str_ends(line, STR(" ")) && !perf_line_is_known(line, false);
	return header->has_ids == layout->ids && header->has_cpu == layout->cpu &&
	    header->has_event >= layout->event && header->sample.has_period >= layout->period;
}
