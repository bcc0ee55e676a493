/* perf_header.c - the header line of a sample */
#include "profile/perf_header.h"

#include "base/number.h"
#include "profile/perf_bare.h"
#include "profile/perf_columns.h"
#include "profile/perf_frame.h"
#include "profile/perf_stamp.h"

enum { MOST_NAME = 15 }; /* bytes of a thread's name */

/* The event at the front of s: a name up to a colon that a blank or the line's end follows. */
static bool
take_event(struct str *s, struct perf_header *header)
{
	for (size_t i = 0; i < s->n; i++) {
		i += str_find_char(str_skip(*s, i), ':');
		if (i + 1 < s->n && !str_is_blank(s->s[i + 1]))
			continue;
		if (i == 0 || i >= s->n)
			return false;
		header->sample.event = str_head(*s, i);
		header->has_event = true;
		*s = str_skip(*s, i + 1);
		return true;
	}
	return false;
}

/* What stands right of the time. */
static bool
read_right(const struct perf_layout *layout, struct str right, struct perf_header *header)
{
	struct str s = str_trim_left(right);
	size_t digits = str_span_digits(s), columns = right.n - s.n + digits;

	/* A tab, as an event's name has none before it. */
	header->record =
	    str_starts(s, STR("PERF_RECORD_")) || str_starts(right, STR(" \tmetric: "));
	if (header->record)
		return true;
	/* Where no event parts them, a period stands in fewer columns than an address. */
	if (!layout->event && columns >= PERF_FRAME_COLUMNS)
		digits = 0;
	if (digits > 0 && (digits == s.n || str_is_blank(s.s[digits])) &&
	    number_parse(str_head(s, digits), &header->sample.period)) {
		header->sample.has_period = true;
		right = str_skip(s, digits);
	}
	if (layout->event) {
		right = str_trim_left(right);
		if (!take_event(&right, header))
			return false;
	}
	header->rest = right;
	return true;
}

/* The time's column is five wide before the dot: the blanks that fill it are not the comm's. */
static size_t
column_start(struct str line, size_t start, size_t whole)
{
	while (whole < 5 && start > 0 && line.s[start - 1] == ' ') {
		start--;
		whole++;
	}
	return start;
}

/* Both sides of the time, of a thread that may have been met before. */
static bool
read_sides(const struct perf_layout *layout, struct thread_memo *threads, struct str left,
    struct str right, struct perf_header *header)
{
	struct thread *thread = thread_find(threads, left);
	struct sample *sample = &header->sample;
	bool same = thread != NULL && thread_get_event(thread, right, sample, &header->rest);

	if (!same && !read_right(layout, right, header))
		return false;
	if (thread != NULL) {
		thread_get(thread, left, sample);
		header->fits = thread->sure;
	} else {
		if (!perf_columns_read(layout, left, header))
			return false;
		/* A +tod is another in each line. */
		if (header->clock.n == 0)
			thread = thread_note(threads, left, sample, header->fits);
	}
	if (!same && thread != NULL && !header->record)
		thread_note_event(thread, str_head(right, right.n - header->rest.n), sample);
	return true;
}

/* Makes *header empty but for the time.  Member by member, since compilers clear a structure of this
 * size with an instruction that takes as long as a tenth of the line's reading. */
static void
begin(struct perf_header *header, const struct perf_stamp *stamp)
{
	struct sample *sample = &header->sample;

	sample->time = stamp->time;
	sample->decimals = (int)stamp->decimals;
	sample->period = 0;
	sample->has_period = false;
	sample->event = sample->comm = (struct str){0};
	sample->pid = sample->tid = sample->cpu = 0;
	sample->thread = NULL;
	sample->frames = NULL;
	sample->n = 0;
	sample->stack = NULL;
	header->rest = header->clock = header->columns = (struct str){0};
	header->id_columns = 0;
	header->has_ids = header->has_cpu = header->has_misc = header->has_event = false;
	header->fits = header->record = false;
}

/* Reads the line as if the time stamp that ends at its colon were the sample's.  threads may be
 * NULL. */
static bool
read_at(const struct perf_layout *layout, struct thread_memo *threads, struct str line,
    size_t colon, struct perf_header *header)
{
	struct perf_stamp stamp;

	if (!perf_stamp_find(line, colon, &stamp) || !stamp.fits)
		return false;
	begin(header, &stamp);
	size_t whole = colon - stamp.start - stamp.decimals - 1;
	struct str left = str_head(line, column_start(line, stamp.start, whole));
	struct str right = str_skip(line, colon + 1);
	if (threads != NULL)
		return read_sides(layout, threads, left, right, header);
	return read_right(layout, right, header) && perf_columns_read(layout, left, header);
}

/* A thread may be called `9 99.123456: x:`; the first stamp behind ids as wide as the stream's is the
 * time.  Where there are no ids, it is the last behind a name that is not too long: what stands before a
 * stamp in trace text is, as a time and an event are longer than any name.  Where no stamp is like that
 * it is the first that reads at all. */
static bool
read_timed(const struct perf_layout *layout, struct thread_memo *threads, struct str line,
    struct perf_header *header)
{
	struct perf_header loose;
	bool found = false;

	for (size_t colon = 0; colon < line.n; colon++) {
		colon += str_find_char(str_skip(line, colon), ':');
		if (colon >= line.n || !read_at(layout, threads, line, colon, header))
			continue;
		if (header->fits && layout->ids)
			return true;
		bool fits = header->fits && header->sample.comm.n <= MOST_NAME;
		if (!found || fits)
			loose = *header;
		found = true;
	}
	if (found)
		*header = loose;
	return found;
}

/* The period at the end of *left, where the layout has one before the event. */
static void
take_period(const struct perf_layout *layout, struct str *left, struct sample *sample)
{
	if (layout->latency) {
		sample->has_period =
		    layout->period && perf_columns_take_wide(left, &sample->period);
	} else if (layout->cpu && perf_columns_take_period(left, sample)) {
		;
	} else if (layout->period) {
		size_t digits = perf_columns_number(*left);
		struct str period = str_skip(*left, left->n - digits);
		struct str before = str_head(*left, left->n - digits);
		/* Of a +tod, digits are its decimals. */
		if (before.n > 0 && !str_is_blank(before.s[before.n - 1]))
			return;
		sample->has_period = number_parse(period, &sample->period);
		*left = str_trim_right(before);
	}
}

/* Where in a line without a time something begins that is no sample's; line.n where nothing does. */
static size_t
find_record(struct str line)
{
	size_t record = str_find(line, STR(" PERF_RECORD_")),
	       metric = str_find(line, STR(" \tmetric: "));

	return record < metric ? record : metric;
}

/* Reads the line as if the word that ends at its colon were the event. */
static bool
read_event_at(
    const struct perf_layout *layout, struct str line, size_t colon, struct perf_header *header)
{
	size_t start = colon;

	while (start > 0 && !str_is_blank(line.s[start - 1]))
		start--;
	if (start == colon || start == 0)
		return false;
	*header = (struct perf_header){.has_event = true};
	header->sample.event = (struct str){line.s + start, colon - start};
	header->rest = str_skip(line, colon + 1);
	struct str left = str_trim_right(str_head(line, start));
	take_period(layout, &left, &header->sample);
	return perf_columns_read(layout, left, header);
}

/* Without a time, the event is what parts the columns from the rest.  A thread may be called `a: 1 b:`; it
 * is the first behind ids as wide as the stream's, or else the first that reads at all. */
static bool
read_untimed(const struct perf_layout *layout, struct str line, struct perf_header *header)
{
	struct perf_stamp stamp;
	struct perf_header loose;
	bool found = false;
	size_t record = find_record(line);

	for (size_t colon = 0; colon < line.n; colon++) {
		colon += str_find_char(str_skip(line, colon), ':');
		if (record < colon && record < line.n) {
			*header = (struct perf_header){.record = true};
			if (perf_columns_read(layout, str_head(line, record), header))
				return true;
			record = line.n;
		}
		if (colon >= line.n || (colon + 1 < line.n && !str_is_blank(line.s[colon + 1])))
			continue;
		/* 18446744073.709551, for a sample without a time: no time, and no event either.  What
		 * could be a time is part of a name. */
		if (perf_stamp_find(line, colon, &stamp)) {
			if (!stamp.fits)
				return false;
			continue;
		}
		if (!read_event_at(layout, line, colon, header))
			continue;
		if (header->fits || !layout->ids)
			return true;
		if (!found)
			loose = *header;
		found = true;
	}
	if (found)
		*header = loose;
	return found;
}

size_t
perf_header_guest(struct str line)
{
	struct str rest = line;

	if (!str_starts(rest, STR("VM:")))
		return 0;
	rest = str_trim_left(str_skip(rest, 3));
	size_t digits = str_span_digits(rest);
	if (digits == 0 || digits == rest.n || rest.s[digits] != ' ')
		return 0;
	rest = str_skip(rest, digits + 1);
	if (!str_starts(rest, STR("VCPU:")))
		return line.n - rest.n;
	digits = str_span_digits(str_skip(rest, 5));
	bool whole = digits > 0 && rest.n > 5 + digits && rest.s[5 + digits] == ' ';
	return whole ? line.n - rest.n + 5 + digits + 1 : 0;
}

bool
perf_header_recall(const struct perf_layout *layout, struct thread_memo *threads, struct str line,
    struct perf_header *header)
{
	size_t indent = 0;

	while (indent < layout->indent && indent < line.n && line.s[indent] == layout->margin)
		indent++;
	line = str_skip(line, indent);
	if (layout->guests)
		line = str_skip(line, perf_header_guest(line));
	if (layout->bare)
		return perf_bare_read(layout, line, header);
	return layout->time ? read_timed(layout, threads, line, header)
			    : read_untimed(layout, line, header);
}

bool
perf_header_read(const struct perf_layout *layout, struct str line, struct perf_header *header)
{
	return perf_header_recall(layout, NULL, line, header);
}
