/* perf_bare.c - texts with neither times nor events beside ids */
#include "profile/perf_bare.h"

#include "base/number.h"
#include "profile/perf_columns.h"
#include "profile/perf_data.h"
#include "profile/perf_frame.h"
#include "profile/perf_stamp.h"

enum { LOOK_SAMPLES = 1000 };

static bool
is_header(struct str line)
{
	struct str s = str_trim(line);

	/* An id alone reads as a frame that lost its tab. */
	return s.n > 0 && s.s[0] != '#' && !perf_frame_is(line) && !perf_data_is(line) &&
	    !perf_stamp_is_in(line);
}

size_t
perf_bare_find(struct str text)
{
	struct str rest = text, line;
	size_t header = text.n; /* where a line begins that a frame would make one */
	bool other = false;     /* the frames to come belong to a line that is none */

	while (rest.n > 0) {
		size_t at = text.n - rest.n;
		str_line(&rest, &line);
		bool blank = str_trim(line).n == 0;
		if (perf_frame_is(line) && !other)
			return header < text.n ? header : at;
		if (perf_frame_is(line))
			continue;
		header = is_header(line) ? at : text.n;
		other = !blank && header == text.n && line.s[0] != '#';
	}
	return text.n;
}

/* What the header lines, those that frames follow, look like. */
struct bare_votes {
	size_t headers, ids, cpus, events, offsets, symbols, modules, frames;
};

static void
vote_header(struct bare_votes *votes, struct str line)
{
	const struct perf_layout layout = {.ids = true, .cpu = true, .chains = true};
	struct str s = str_trim_right(line);
	struct perf_header header = {0};

	votes->headers++;
	votes->events += str_ends(s, STR(":"));
	if (str_ends(s, STR(":"))) {
		while (s.n > 0 && !str_is_blank(s.s[s.n - 1]))
			s.n--;
		s = str_trim_right(s);
	}
	perf_columns_take_period(&s, &header.sample);
	votes->ids += perf_columns_read(&layout, s, &header);
	votes->cpus += header.has_cpu;
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
	votes->offsets += frame.name.n < frame.symbol.n;
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
	    .event = votes.events * 2 > votes.headers,
	    .symbols = votes.symbols * 2 > votes.frames,
	    .modules = votes.modules * 4 > votes.frames,
	    .offsets = votes.offsets * 2 > votes.symbols,
	};
}

bool
perf_bare_read(const struct perf_layout *layout, struct str line, struct perf_header *header)
{
	struct str s = str_trim_right(line);

	if (!is_header(line))
		return false;
	*header = (struct perf_header){0};
	if (layout->event && str_ends(s, STR(":"))) {
		size_t start = s.n - 1;
		while (start > 0 && !str_is_blank(s.s[start - 1]))
			start--;
		header->sample.event = (struct str){s.s + start, s.n - 1 - start};
		s = str_trim_right(str_head(s, start));
	}
	bool taken = layout->cpu && perf_columns_take_period(&s, &header->sample);
	if (!taken && header->sample.event.n > 0) {
		/* A period before it, where an id is there too. */
		size_t digits = perf_columns_number(s);
		struct str period = str_skip(s, s.n - digits),
			   left = str_trim_right(str_head(s, s.n - digits));
		if (layout->ids && digits > 0 && perf_columns_number(left) > 0 &&
		    number_parse(period, &header->sample.period)) {
			header->sample.has_period = true;
			s = left;
		}
	}
	if (!perf_columns_read(layout, s, header)) {
		/* A line of another kind among them is a thread's name. */
		struct perf_layout plain = *layout;
		plain.ids = false;
		perf_columns_read(&plain, s, header);
	}
	return true;
}
