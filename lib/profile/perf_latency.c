/* perf_latency.c - the columns of perf script -L */
#include "profile/perf_latency.h"

#include "profile/perf_columns.h"

enum { NAME = 8, CPU = 3, OLD_ID = 5, NEW_ID = 7, LONE_CPU = 999 };

/* Those that nothing else looks like first: a name of eight letters, with the column of an id behind
 * it or without, may stand in any text. */
static const struct form {
	bool names, ids, cpu;
} FORMS[PERF_LATENCY_FORMS] = {
    {.names = true, .ids = true, .cpu = true},
    {.names = true, .cpu = true},
    {.ids = true, .cpu = true},
    {.cpu = true},
    {.names = true, .ids = true},
    {.names = true},
};

static size_t
span_blanks(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.s[n] == ' ')
		n++;
	return n;
}

/* Digits at the front of s, with the sign before them. */
static size_t
span_number(struct str s)
{
	size_t sign = str_starts(s, STR("-")), digits = str_span_digits(str_skip(s, sign));

	return digits > 0 ? sign + digits : 0;
}

/* A number, right-aligned to width, at the front of *s. */
static bool
take_number(struct str *s, size_t width, int64_t *number)
{
	size_t blanks = span_blanks(*s);
	size_t digits = span_number(str_skip(*s, blanks));
	size_t least = digits > width ? digits : width;

	if (blanks + digits != least ||
	    !perf_columns_id((struct str){s->s + blanks, digits}, number))
		return false;
	*s = str_skip(*s, least);
	return true;
}

/* `TID` or `PID/TID`, the thread's left-aligned, both in as many columns. */
static bool
take_ids(struct str *s, size_t width, struct sample *sample)
{
	struct str rest = *s;

	if (!take_number(&rest, width, &sample->tid))
		return false;
	if (str_starts(rest, STR("/"))) {
		rest = str_skip(rest, 1);
		size_t digits = span_number(rest);
		size_t blanks = span_blanks(str_skip(rest, digits));
		size_t pad = digits < width ? width - digits : 0;
		sample->pid = sample->tid;
		if (!perf_columns_id(str_head(rest, digits), &sample->tid))
			return false;
		rest = str_skip(rest, digits + (blanks < pad ? blanks : pad));
	}
	*s = rest;
	return true;
}

static bool
take_blank(struct str *s)
{
	bool blank = str_starts(*s, STR(" "));

	*s = str_skip(*s, blank);
	return blank || s->n == 0;
}

static struct str
take_name(struct str *s)
{
	struct str name = str_head(*s, s->n < NAME ? s->n : NAME);

	*s = str_skip(*s, name.n);
	return str_skip(name, span_blanks(name));
}

static bool
read(struct form form, size_t width, struct str s, struct sample *sample)
{
	sample->pid = sample->tid = sample->cpu = SAMPLE_UNKNOWN;
	sample->comm = form.names ? take_name(&s) : (struct str){0};
	if (form.names && !take_blank(&s))
		return false;
	if (form.ids && (!take_ids(&s, width, sample) || !take_blank(&s)))
		return false;
	if (form.cpu && (!take_number(&s, CPU, &sample->cpu) || !take_blank(&s)))
		return false;
	return s.n == 0;
}

static bool
read_form(struct form form, struct str left, struct sample *sample)
{
	return read(form, OLD_ID, left, sample) || (form.ids && read(form, NEW_ID, left, sample));
}

/* Whether left keeps to a form, and is hardly anything else: a number of four digits behind a name is
 * no CPU, but the thread's id. */
static bool
fits(struct form form, struct str left)
{
	struct sample sample;

	if (form.names && left.n < NAME)
		return false;
	return read_form(form, left, &sample) && (form.ids || sample.cpu <= LONE_CPU);
}

/* A name that goes to the end of its column, as few do not. */
static bool
is_named(struct str left)
{
	return left.n >= NAME && left.s[NAME - 1] != ' ';
}

struct str
perf_latency_columns(struct str left, size_t margin)
{
	return str_skip(left, margin < left.n ? margin : left.n);
}

size_t
perf_latency_margin(struct str left, size_t most, size_t likely)
{
	for (size_t i = 0; i < PERF_LATENCY_FORMS; i++)
		if (fits(FORMS[i], perf_latency_columns(left, likely)))
			return likely;
	for (size_t i = 0; FORMS[i].names && FORMS[i].cpu; i++)
		for (size_t margin = 0; margin <= most; margin++)
			if (is_named(perf_latency_columns(left, margin)) &&
			    fits(FORMS[i], perf_latency_columns(left, margin)))
				return margin;
	return likely;
}

void
perf_latency_vote(struct perf_latency_votes *votes, struct str left)
{
	votes->headers++;
	votes->padded += str_starts(left, STR(" "));
	votes->named += is_named(left);
	for (size_t i = 0; i < PERF_LATENCY_FORMS; i++)
		votes->fitting[i] += fits(FORMS[i], left);
}

static bool
is_likely(const struct perf_latency_votes *votes, size_t i)
{
	if (votes->fitting[i] == 0 || votes->fitting[i] * 16 < votes->headers * 15)
		return false;
	if (FORMS[i].names && votes->named * 4 < votes->headers)
		return false;
	return FORMS[i].cpu || votes->padded > 0;
}

bool
perf_latency_decide(const struct perf_latency_votes *votes, struct perf_layout *layout)
{
	for (size_t i = 0; i < PERF_LATENCY_FORMS; i++) {
		if (!is_likely(votes, i))
			continue;
		layout->latency = true;
		layout->names = FORMS[i].names;
		layout->ids = FORMS[i].ids;
		layout->cpu = FORMS[i].cpu;
		return true;
	}
	return false;
}

bool
perf_latency_read(const struct perf_layout *layout, struct str left, struct perf_header *header)
{
	struct form form = {.names = layout->names, .ids = layout->ids, .cpu = layout->cpu};
	struct sample sample = header->sample;

	if (!read_form(form, left, &sample))
		return false;
	header->sample = sample;
	header->has_ids = form.ids;
	header->has_cpu = form.cpu;
	return header->fits = true;
}
