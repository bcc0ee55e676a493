/* perf_header.c - the header line of a sample */
#include "profile/perf_header.h"

#include "base/number.h"

enum { LATENCY_COMM = 8 };

static bool
parse_id(struct str s, int64_t *id)
{
	uint64_t number;
	bool negative = s.n > 0 && s.s[0] == '-';

	if (!number_parse(str_skip(s, negative), &number) || number > INT32_MAX)
		return false;
	*id = negative ? -(int64_t)number : (int64_t)number;
	return true;
}

/* How many bytes at the end of s are digits, with the sign before them. */
static size_t
span_number_back(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_digit(s.s[s.n - 1 - n]))
		n++;
	if (n > 0 && n < s.n && s.s[s.n - 1 - n] == '-' &&
	    (n + 1 == s.n || str_is_blank(s.s[s.n - 2 - n]) || s.s[s.n - 2 - n] == '/'))
		n++;
	return n;
}

static size_t
span_blanks_back(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.s[s.n - 1 - n] == ' ')
		n++;
	return n;
}

/* `2026-11-22 11:47:00.164782` at the end of *left. */
static void
take_clock(struct str *left, struct perf_header *header)
{
	static const char form[] = "dddd-dd-dd dd:dd:dd.dddddd";
	size_t n = sizeof(form) - 1;

	if (left->n < n)
		return;
	struct str clock = str_skip(*left, left->n - n);
	for (size_t i = 0; i < n; i++)
		if (form[i] == 'd' ? !str_is_digit(clock.s[i]) : clock.s[i] != form[i])
			return;
	header->clock = clock;
	*left = str_trim_right(str_head(*left, left->n - n));
}

/* The letters of +misc, K U H G g M E S p, at the end of *left. */
static void
take_misc(struct str *left, struct perf_header *header)
{
	size_t n = 0;

	while (n < left->n && str_find_char(STR("KUHGgMESp"), left->s[left->n - 1 - n]) < 9)
		n++;
	if (n == 0 || n > 6 || n == left->n || !str_is_blank(left->s[left->n - 1 - n]))
		return;
	header->has_misc = true;
	*left = str_trim_right(str_head(*left, left->n - n));
}

/* `[001]` at the end of *left. */
static void
take_cpu(struct str *left, struct perf_header *header)
{
	size_t open = left->n;

	if (left->n < 3 || left->s[left->n - 1] != ']')
		return;
	for (open = left->n - 1; open > 0 && str_is_digit(left->s[open - 1]); open--)
		;
	if (open == 0 || left->s[open - 1] != '[')
		return;
	struct str digits = {left->s + open, left->n - 1 - open};
	if (!parse_id(digits, &header->sample.cpu))
		return;
	header->has_cpu = true;
	*left = str_head(*left, open - 1);
	/* The blank before the column is its own: without ids it is all that parts it from the comm. */
	if (left->n > 0 && str_is_blank(left->s[left->n - 1]))
		left->n--;
}

/* -L: `    perf  2340   0`: the name in 8 columns, ids in 5, the CPU in 3. */
static void
take_bare_cpu(struct str *left, struct perf_header *header)
{
	size_t digits = span_number_back(*left);
	struct str before = str_head(*left, left->n - digits);
	size_t blanks = span_blanks_back(before);
	struct str ids = str_head(before, before.n - blanks);
	size_t id_digits = span_number_back(ids);

	if (digits == 0 || blanks == 0 || id_digits == 0 || digits + blanks < 4)
		return;
	if (id_digits <= 5 && ids.n != LATENCY_COMM + 1 + 5)
		return;
	header->bare_cpu = true;
	parse_id((struct str){left->s + before.n, digits}, &header->sample.cpu);
	*left = ids;
}

/* The ids at the end of *left, which then is the comm's column. */
static bool
take_ids(const struct perf_layout *layout, struct str *left, struct perf_header *header)
{
	struct str s = str_trim_right(*left);
	size_t n = span_number_back(s);
	struct sample *sample = &header->sample;

	if (n == 0 || !parse_id(str_skip(s, s.n - n), &sample->tid))
		return false;
	s.n -= n;
	if (s.n > 0 && s.s[s.n - 1] == '/') {
		s.n--;
		n = span_number_back(s);
		if (n == 0 || !parse_id(str_skip(s, s.n - n), &sample->pid))
			return false;
		s.n -= n;
	}
	if (s.n > 0 && s.s[s.n - 1] == '\t') { /* simpleperf */
		*left = str_head(s, s.n - 1);
		header->id_columns = SIZE_MAX;
		return header->has_ids = header->fits = true;
	}
	size_t blanks = span_blanks_back(s);
	if (blanks == 0 && s.n > 0)
		return false;
	header->id_columns = blanks + n;
	header->fits = header->id_columns >= layout->width + (s.n > blanks);
	/* One blank parts the comm from the ids' column; what else there is belongs to the comm. */
	size_t column = n < layout->width ? layout->width - n : 0;
	size_t own = blanks > column ? column + 1 : blanks;
	*left = str_head(s, s.n - own);
	return header->has_ids = true;
}

/* What stands left of the time, or of the period where there is no time. */
static bool
read_left(const struct perf_layout *layout, struct str left, struct perf_header *header)
{
	struct sample *sample = &header->sample;
	struct str column = left; /* the comm's, in which trailing blanks count */

	sample->pid = sample->tid = sample->cpu = SAMPLE_UNKNOWN;
	left = str_trim_right(left);
	take_clock(&left, header);
	if (layout->misc || layout->ids)
		take_misc(&left, header);
	if (layout->cpu || layout->ids)
		take_cpu(&left, header);
	if (layout->latency && !header->has_cpu)
		take_bare_cpu(&left, header);
	if (layout->ids && !take_ids(layout, &left, header))
		return false;
	if (!layout->ids)
		header->fits = true;
	/* Right of a comm that stands alone there is one blank and the time's column. */
	if (!layout->ids && !header->has_cpu && !header->has_misc && header->clock.n == 0)
		left = str_head(column, column.n - str_ends(column, STR(" ")));
	/* Right-aligned names: the blanks before them are the column's. */
	header->sample.comm = layout->chains && !layout->latency ? left : str_trim_left(left);
	return true;
}

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
	size_t digits = str_span_digits(s);

	header->record = str_starts(s, STR("PERF_RECORD_"));
	if (header->record)
		return true;
	if (digits > 0 && (digits == s.n || str_is_blank(s.s[digits])) &&
	    number_parse(str_head(s, digits), &header->sample.period)) {
		header->sample.has_period = true;
		s = str_trim_left(str_skip(s, digits));
	}
	if (layout->event && !take_event(&s, header))
		return false;
	header->rest = s;
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
	*header = (struct perf_header){.decimals = decimals};
	if (!nsec_parse((struct str){line.s + start, colon - start}, &header->sample.time))
		return false;
	size_t left = column_start(line, start, colon - start - decimals - 1);
	return read_right(layout, str_skip(line, colon + 1), header) &&
	    read_left(layout, str_head(line, left), header);
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
	for (size_t colon = 0; colon < line.n; colon++) {
		colon += str_find_char(str_skip(line, colon), ':');
		if (colon >= line.n || (colon + 1 < line.n && !str_is_blank(line.s[colon + 1])))
			continue;
		size_t start = colon;
		while (start > 0 && !str_is_blank(line.s[start - 1]))
			start--;
		if (start == colon || start == 0)
			continue;
		*header = (struct perf_header){.has_event = true};
		header->sample.event = (struct str){line.s + start, colon - start};
		header->rest = str_trim_left(str_skip(line, colon + 1));
		struct str left = str_trim_right(str_head(line, start));
		if (layout->period) {
			size_t digits = span_number_back(left);
			struct str period = str_skip(left, left.n - digits);
			header->sample.has_period = number_parse(period, &header->sample.period);
			left = str_trim_right(str_head(left, left.n - digits));
		}
		if (read_left(layout, left, header))
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
