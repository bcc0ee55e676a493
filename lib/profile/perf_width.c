/* perf_width.c - how wide the columns of a text's ids are */
#include "profile/perf_width.h"

#include "profile/perf_columns.h"
#include "profile/perf_frame.h"
#include "profile/perf_latency.h"
#include "profile/perf_line.h"

enum { LEAST_COLUMNS = 5 }; /* that perf gives an id, but for the blank before it */

/* The smallest column of ids, the blank before it included. */
struct widths {
	size_t named, nameless; /* behind a thread's name, and at the beginning of the line */
	size_t narrow;          /* that perf does not print, but an edited text may hold */
	size_t ids, names;      /* how many there are, and of the first kind */
	size_t wide;            /* how many are of the first two */
};

static void
lower(size_t *least, size_t n)
{
	if (n < *least)
		*least = n;
}

/* A thread called `12345 9.123456:` reads as an id and a time; but in 15 bytes no id behind a name
 * stands in as many columns as perf's do. */
static void
widths_add(struct widths *widths, const struct perf_header *header)
{
	bool named = !perf_line_is_blank(header->sample.comm);
	bool wide = header->id_columns >= LEAST_COLUMNS;

	widths->ids++;
	widths->names += named;
	widths->wide += wide;
	lower(!wide     ? &widths->narrow
		: named ? &widths->named
			: &widths->nameless,
	    header->id_columns);
}

static size_t
widths_decide(const struct widths *widths)
{
	size_t width = widths->names * 2 > widths->ids ? widths->named : widths->nameless;

	if (widths->wide * 2 < widths->ids)
		width = widths->narrow;
	return width == SIZE_MAX ? 0 : width;
}

/* What -L would keep to columns in that line, with its margin; a stray line may have less of one. */
static struct str
fixed_columns(
    const struct perf_layout *layout, struct str line, const struct perf_header *header, bool wide)
{
	size_t before = (size_t)(header->columns.s - line.s);
	size_t own = before < layout->indent ? before : layout->indent;
	struct str columns = {header->columns.s - own, header->columns.n + own};
	struct str event = header->sample.event;
	uint64_t period;

	if (!layout->time && !layout->bare && event.n > 0) {
		columns.n = (size_t)(event.s - columns.s);
		columns = str_trim_right(columns);
		if (wide)
			perf_columns_take_wide(&columns, &period);
	}
	return columns;
}

void
perf_width_settle(struct perf_layout *layout, const struct perf_votes *votes, struct str text)
{
	struct widths widths = {.named = SIZE_MAX, .nameless = SIZE_MAX, .narrow = SIZE_MAX};
	struct perf_latency_votes latency = {0};
	bool wide = votes->wide_periods > votes->headers / 2;
	size_t margin = 0;
	struct perf_header header;
	struct str line;

	while (str_line(&text, &line)) {
		if (perf_frame_is(line) || !perf_header_read(layout, line, &header) ||
		    header.record)
			continue;
		if (layout->ids)
			widths_add(&widths, &header);
		struct str columns = fixed_columns(layout, line, &header, wide);
		if (latency.headers == 0)
			margin = perf_latency_margin(columns, votes->indent, layout->indent);
		perf_latency_vote(&latency, perf_latency_columns(columns, margin));
	}
	layout->width = widths_decide(&widths);
	if (!perf_latency_decide(&latency, layout))
		return;
	layout->indent = margin;
	if (!layout->time && !layout->bare)
		layout->period = wide;
}
