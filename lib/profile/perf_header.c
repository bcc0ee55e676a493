/* perf_header.c - the header line of a sample */
#include "profile/perf_header.h"

#include "base/number.h"
#include "profile/perf_columns.h"
#include "profile/perf_frame.h"

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

	header->record = str_starts(s, STR("PERF_RECORD_"));
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

/* Whether the colon at line.s[colon] ends a time stamp; then where it begins. */
static bool
find_stamp(struct str line, size_t colon, size_t *start, size_t *decimals)
{
	size_t dot = colon;

	while (dot > 0 && str_is_digit(line.s[dot - 1]))
		dot--;
	*decimals = colon - dot;
	if ((*decimals != 6 && *decimals != 9) || dot < 2 || line.s[dot - 1] != '.')
		return false;
	for (*start = dot - 1; *start > 0 && str_is_digit(line.s[*start - 1]); --*start)
		;
	if (*start == dot - 1 || (*start > 0 && !str_is_blank(line.s[*start - 1])))
		return false;
	return colon + 1 == line.n || str_is_blank(line.s[colon + 1]);
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

/* Reads the line as if the time stamp that ends at its colon were the sample's. */
static bool
read_at(const struct perf_layout *layout, struct str line, size_t colon, struct perf_header *header)
{
	size_t start, decimals;

	if (!find_stamp(line, colon, &start, &decimals))
		return false;
	*header = (struct perf_header){.sample.decimals = (int)decimals};
	if (!nsec_parse((struct str){line.s + start, colon - start}, &header->sample.time))
		return false;
	size_t left = column_start(line, start, colon - start - decimals - 1);
	return read_right(layout, str_skip(line, colon + 1), header) &&
	    perf_columns_read(layout, str_head(line, left), header);
}

/* A thread may be called `9 99.123456: x:`; the first stamp behind ids as wide as the stream's is the
 * time, or, where none has such ids, the first that reads at all. */
static bool
read_timed(const struct perf_layout *layout, struct str line, struct perf_header *header)
{
	struct perf_header loose;
	bool found = false;

	for (size_t colon = 0; colon < line.n; colon++) {
		colon += str_find_char(str_skip(line, colon), ':');
		if (colon >= line.n || !read_at(layout, line, colon, header))
			continue;
		if (header->fits)
			return true;
		if (!found)
			loose = *header;
		found = true;
	}
	if (found)
		*header = loose;
	return found;
}

/* Without a time, the event is what parts the columns from the rest. */
static bool
read_untimed(const struct perf_layout *layout, struct str line, struct perf_header *header)
{
	size_t start, decimals;

	for (size_t colon = 0; colon < line.n; colon++) {
		colon += str_find_char(str_skip(line, colon), ':');
		if (colon >= line.n || (colon + 1 < line.n && !str_is_blank(line.s[colon + 1])))
			continue;
		/* 18446744073.709551, for a sample without a time: no time, and no event either. */
		if (find_stamp(line, colon, &start, &decimals))
			return false;
		start = colon;
		while (start > 0 && !str_is_blank(line.s[start - 1]))
			start--;
		if (start == colon || start == 0)
			continue;
		*header = (struct perf_header){.has_event = true};
		header->sample.event = (struct str){line.s + start, colon - start};
		header->rest = str_skip(line, colon + 1);
		struct str left = str_trim_right(str_head(line, start));
		if (layout->period) {
			size_t digits = perf_columns_number(left);
			struct str period = str_skip(left, left.n - digits);
			header->sample.has_period = number_parse(period, &header->sample.period);
			left = str_trim_right(str_head(left, left.n - digits));
		}
		if (perf_columns_read(layout, left, header))
			return true;
	}
	return false;
}

bool
perf_header_read(const struct perf_layout *layout, struct str line, struct perf_header *header)
{
	size_t indent = 0;

	while (indent < layout->indent && indent < line.n && line.s[indent] == ' ')
		indent++;
	line = str_skip(line, indent);
	return layout->time ? read_timed(layout, line, header) : read_untimed(layout, line, header);
}
