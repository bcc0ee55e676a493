/* perf_columns.c - the columns left of the time */
#include "profile/perf_columns.h"

#include "base/number.h"
#include "profile/perf_latency.h"

enum { ALIGNED = 16, MISC = 6 };

bool
perf_columns_id(struct str s, int64_t *id)
{
	uint64_t number;
	bool negative = s.n > 0 && s.s[0] == '-';

	if (!number_parse(str_skip(s, negative), &number) || number > INT32_MAX)
		return false;
	*id = negative ? -(int64_t)number : (int64_t)number;
	return true;
}

size_t
perf_columns_number(struct str s)
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

static bool
has_form(struct str s, const char *form)
{
	for (size_t i = 0; i < s.n; i++)
		if (form[i] == 'd' ? !str_is_digit(s.s[i]) : s.s[i] != form[i])
			return false;
	return true;
}

/* `2026-11-22 11:47:00.164782` at the end of *left, or nine decimals where times have them. */
static void
take_clock(struct str *left, struct perf_header *header)
{
	static const char form[] = "dddd-dd-dd dd:dd:dd.ddddddddd";
	size_t n = sizeof(form) - 1;

	for (size_t cut = 0; cut <= 3; cut += 3) {
		if (left->n < n - cut)
			continue;
		struct str clock = str_skip(*left, left->n - (n - cut));
		if (!has_form(clock, form))
			continue;
		header->clock = clock;
		header->columns = str_head(*left, left->n - clock.n);
		*left = str_trim_right(header->columns);
		return;
	}
}

/* The letters of +misc, K U H G g M E S p, at the end of *left.  Where no id stands before them they are
 * told from a name by their columns. */
static void
take_misc(bool ids, struct str *left, struct perf_header *header)
{
	size_t n = 0, columns = header->columns.n - left->n;

	while (n < left->n && str_find_char(STR("KUHGgMESp"), left->s[left->n - 1 - n]) < 9)
		n++;
	bool first = n == left->n;
	if (n == 0 || n > MISC || (!first && !str_is_blank(left->s[left->n - 1 - n])))
		return;
	if (!ids && n + columns < MISC)
		return;
	header->has_misc = true;
	header->columns = str_head(*left, left->n - n);
	*left = str_trim_right(header->columns);
}

/* `[001]` at the end of *left. */
static void
take_cpu(struct str *left, struct perf_header *header)
{
	size_t open;

	if (left->n < 3 || left->s[left->n - 1] != ']')
		return;
	for (open = left->n - 1; open > 0 && str_is_digit(left->s[open - 1]); open--)
		;
	if (open == 0 || left->s[open - 1] != '[')
		return;
	struct str digits = {left->s + open, left->n - 1 - open};
	if (!perf_columns_id(digits, &header->sample.cpu))
		return;
	header->has_cpu = true;
	*left = str_head(*left, open - 1);
	/* The blank before the column is its own: without ids it is all that parts it from the comm. */
	if (left->n > 0 && str_is_blank(left->s[left->n - 1]))
		left->n--;
}

bool
perf_columns_take_period(struct str *left, struct sample *sample)
{
	size_t digits = perf_columns_number(*left);
	struct str before = str_trim_right(str_head(*left, left->n - digits)), cpu = before;
	struct perf_header header = {0};

	take_cpu(&cpu, &header);
	if (digits == 0 || !header.has_cpu ||
	    !number_parse(str_skip(*left, left->n - digits), &sample->period))
		return false;
	sample->has_period = true;
	*left = before;
	return true;
}

bool
perf_columns_take_wide(struct str *left, uint64_t *period)
{
	size_t digits = perf_columns_number(*left);
	struct str before = str_head(*left, left->n - digits);
	size_t blanks = span_blanks_back(before);
	/* The blank that parts the columns; at the beginning of a line there is none. */
	size_t column = PERF_COLUMNS_PERIOD + (blanks < before.n);

	if (digits == 0 || blanks + digits < column ||
	    !number_parse(str_skip(*left, left->n - digits), period))
		return false;
	*left = str_head(before, before.n - blanks);
	return true;
}

/* The ids at the end of *left, which then is the comm's column. */
static bool
take_ids(const struct perf_layout *layout, struct str *left, struct perf_header *header)
{
	struct str s = str_trim_right(*left);
	size_t n = perf_columns_number(s);
	struct sample *sample = &header->sample;

	if (n == 0 || !perf_columns_id(str_skip(s, s.n - n), &sample->tid))
		return false;
	s.n -= n;
	if (s.n > 0 && s.s[s.n - 1] == '/') {
		s.n--;
		n = perf_columns_number(s);
		if (n == 0 || !perf_columns_id(str_skip(s, s.n - n), &sample->pid))
			return false;
		s.n -= n;
	}
	if (s.n > 0 && s.s[s.n - 1] == '\t') { /* simpleperf */
		*left = str_head(s, s.n - 1);
		header->id_columns = SIZE_MAX;
		header->fits = layout->width == 0;
		return header->has_ids = true;
	}
	size_t blanks = span_blanks_back(s);
	if (blanks == 0 && s.n > 0)
		return false;
	header->id_columns = blanks + n;
	header->fits = header->id_columns >= layout->width;
	/* One blank parts the comm from the ids' column; what else there is belongs to the comm. */
	size_t column = n + 1 < layout->width ? layout->width - 1 - n : 0;
	size_t own = blanks > column ? column + 1 : blanks;
	*left = str_head(s, s.n - own);
	return header->has_ids = true;
}

bool
perf_columns_read(const struct perf_layout *layout, struct str left, struct perf_header *header)
{
	struct sample *sample = &header->sample;
	struct str column = left; /* the comm's, in which trailing blanks count */

	sample->pid = sample->tid = sample->cpu = SAMPLE_UNKNOWN;
	header->columns = column;
	left = str_trim_right(left);
	take_clock(&left, header);
	if (layout->misc || layout->ids)
		take_misc(layout->ids, &left, header);
	if (layout->latency)
		return perf_latency_read(layout, header->columns, header);
	if (layout->cpu || layout->ids)
		take_cpu(&left, header);
	if (layout->ids && !take_ids(layout, &left, header))
		return false;
	if (!layout->ids)
		header->fits = !layout->cpu || header->has_cpu;
	else if (layout->cpu && !header->has_cpu)
		header->fits = false;
	/* Right of a comm that stands alone there is one blank and the time's column. */
	if (!layout->ids && !header->has_cpu && !header->has_misc && header->clock.n == 0)
		left = str_head(column, column.n - str_ends(column, STR(" ")));
	/* Right-aligned names: the blanks before them, but no tab, are the column's.  Among samples with
	 * call chains those of an event without them stand so too; a name has 15 bytes. */
	bool aligned = !layout->chains || left.n == ALIGNED;
	while (aligned && left.n > 0 && left.s[0] == ' ')
		left = str_skip(left, 1);
	header->sample.comm = left;
	return true;
}
