/* perf_vote.c - how the columns of a text stand, by what most of its first lines look like */
#include "profile/perf_vote.h"

#include "profile/event.h"
#include "profile/perf_columns.h"
#include "profile/perf_data.h"
#include "profile/perf_frame.h"
#include "profile/perf_line.h"
#include "profile/perf_source.h"

enum {
	LEAST_COLUMNS = 5, /* that perf gives an id, but for the blank before it */
	DEEP = 16,         /* frames of a sample that are looked at; those behind are like them */
};

bool
perf_vote_probe(bool time, struct str line, struct perf_header *header)
{
	struct perf_layout layout = {.time = time, .chains = true, .cpu = true, .misc = true};

	if (perf_frame_is(line) || perf_line_is_blank(line))
		return false;
	if (!time && line.s[0] == '#')
		return false;
	for (int ids = 1; ids >= 0; ids--)
		for (int event = 1; event >= 0; event--) {
			layout.ids = ids;
			layout.event = layout.period = event;
			if (!time && (!ids || !event))
				continue;
			if (perf_header_read(&layout, line, header))
				return true;
		}
	if (time)
		return false;
	/* Without a time, the one number before the event is the id; and a name may end like a CPU. */
	layout.ids = layout.event = true;
	for (int more = 1; more >= 0; more--) {
		layout.period = false;
		layout.cpu = more;
		if (perf_header_read(&layout, line, header))
			return true;
		layout.period = true;
		if (!more && perf_header_read(&layout, line, header))
			return true;
	}
	return false;
}

/* Without a time, what is called an id may be a period, since it stands where one does and what is
 * before it ends in no id: in a CPU, or in the thread's name. */
static void
vote_wide_period(struct perf_votes *votes, struct str line, const struct perf_header *header)
{
	const struct perf_layout layout = {.ids = true, .cpu = true, .chains = true};
	struct str event = header->sample.event;
	struct sample sample;
	struct perf_header ids = {0};

	if (event.n == 0)
		return;
	struct str left = str_trim_right(str_head(line, (size_t)(event.s - line.s)));
	bool wide = perf_columns_take_wide(&left, &sample.period);
	votes->wide_periods += wide;
	if (!wide && !perf_columns_take_period(&left, &sample))
		return;
	bool found = perf_columns_read(&layout, left, &ids);
	/* Behind a name there is a blank more. */
	size_t least = LEAST_COLUMNS + !perf_line_is_blank(ids.sample.comm);
	if (found && (ids.has_cpu || ids.id_columns >= least))
		return;
	votes->lone_periods++;
	votes->cpus += ids.has_cpu;
}

static size_t
count_margin(struct str line, char margin)
{
	size_t n = 0;

	while (n < line.n && line.s[n] == margin)
		n++;
	return n;
}

static void
vote_header(struct perf_votes *votes, struct str line, const struct perf_header *header)
{
	if (votes->headers == 0)
		votes->margin = str_starts(line, STR("\t")) ? '\t' : ' ';
	size_t indent = count_margin(line, votes->margin);
	if (votes->headers == 0 || indent < votes->indent)
		votes->indent = indent;
	votes->headers++;
	votes->guests += perf_header_guest(str_skip(line, indent)) > 0;
	votes->ids += header->has_ids;
	votes->cpus += header->has_cpu;
	votes->misc += header->has_misc;
	votes->events += header->has_event;
	votes->periods += header->sample.has_period;
}

static void
vote_frame(struct perf_votes *votes, struct str line)
{
	struct perf_layout layout = {.symbols = true, .modules = true};
	struct frame whole, bare;

	if (!perf_frame_read(&layout, line, &whole))
		return;
	/* A paste puts its margin before frames too, which have a tab of their own: else a thread's name
	 * begins so. */
	size_t margin = count_margin(line, votes->margin);
	margin -= votes->margin == '\t' && margin > 0;
	if (margin < votes->indent)
		votes->indent = margin;
	layout.offsets = true;
	perf_frame_read(&layout, line, &bare);
	votes->frames++;
	votes->modules += whole.module.n > 0;
	if (whole.name.n > 0 && !str_equal(whole.symbol, STR("[unknown]"))) {
		votes->named++;
		votes->offsets += bare.name.n < whole.symbol.n;
	}
	votes->symbols += whole.symbol.n > 0;
}

/* The same of what stands at the end of a header line, where a paste's blanks are not. */
static bool
vote_last_frame(struct perf_votes *votes, const struct perf_header *header)
{
	size_t indent = votes->indent;
	struct str last = perf_frame_last(header->rest, event_is_tracepoint(header->sample.event));

	if (last.n > 0)
		vote_frame(votes, last);
	votes->indent = indent;
	return last.n > 0;
}

/* A line behind a frame that is neither. */
static void
vote_source(struct perf_votes *votes, struct str line)
{
	votes->sources++;
	votes->modules += perf_source_is_inlined(line);
}

struct perf_votes
perf_vote_count(bool time, struct str text)
{
	struct perf_votes votes = {0};
	struct perf_header header;
	struct str rest = text, line;
	bool open = false;  /* the last line that was not blank is a header */
	bool loose = false; /* it is a frame without a tab */
	size_t deep = 0;    /* frames since */
	size_t behind = 0;  /* lines behind the last frame */

	for (; votes.headers < PERF_VOTE_SAMPLES && str_line(&rest, &line); behind++) {
		bool indented = perf_frame_is(line);
		if (!indented && perf_line_is_blank(line)) {
			votes.blanks += open;
			votes.ended += loose;
			open = loose = false;
		} else if (!indented && perf_vote_probe(time, line, &header)) {
			open = !header.record;
			loose = false;
			deep = 0;
			if (open)
				vote_header(&votes, line, &header);
			if (open && !time)
				vote_wide_period(&votes, line, &header);
			if (open && vote_last_frame(&votes, &header))
				behind = 0;
		} else if (votes.tabs > 0 && perf_data_is(line)) {
			open = false;
		} else if (indented || perf_frame_is_loose(line)) {
			bool tab = line.s[0] == '\t';
			votes.with_frames += open && tab;
			loose = !tab && (open || loose);
			open = false;
			behind = 0;
			votes.tabs += tab;
			votes.loose += !tab;
			if (deep++ < DEEP)
				vote_frame(&votes, line);
		} else if (behind == 1 && perf_source_is(line)) {
			if (deep <= DEEP)
				vote_source(&votes, line);
		} else {
			votes.odd += !perf_line_is_known(line, false);
		}
	}
	votes.ended += loose && votes.headers == 1;
	votes.bytes = text.n - rest.n;
	return votes;
}

struct perf_layout
perf_vote_decide(bool time, const struct perf_votes *votes)
{
	struct perf_layout layout = {.time = time};
	size_t half = votes->headers / 2;

	/* A thread may be called `x [001]`, but not most. */
	bool no_ids = votes->lone_periods > half;
	layout.ids = votes->ids > half && !no_ids;
	layout.cpu = votes->cpus > half;
	layout.misc = votes->misc > half;
	layout.event = votes->events > half;
	layout.period = votes->periods > half || no_ids;
	/* Empty stacks have their empty line; and one ends the frames that a paste took the tabs from, but
	 * not half a thread's name, `face` before a newline. */
	layout.chains = votes->with_frames > 0 || votes->ended > 0 || votes->blanks > half;
	layout.tabs = votes->tabs >= votes->loose;
	layout.guests = votes->guests > votes->headers / 16;
	/* What perf does unless it is told otherwise, where no frame tells. */
	layout.offsets = votes->named == 0 || votes->offsets > votes->named / 2;
	layout.symbols = votes->frames == 0 || votes->symbols > votes->frames / 2;
	/* A newline in a module's path breaks the lines of its frames. */
	layout.modules = votes->frames == 0 || votes->modules > votes->frames / 4;
	/* Frames in no module perf knows have none; a stray line makes no +srcline. */
	layout.sources = votes->sources > votes->frames / 128 + 1;
	/* Names that stand right-aligned begin with blanks, but with no tab. */
	bool pasted = layout.chains || votes->margin == '\t';
	layout.indent = pasted ? votes->indent : 0;
	layout.margin = votes->margin;
	return layout;
}
