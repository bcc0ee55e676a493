/* perf_comment.c - the comments of perf script --header */
#include "profile/perf_comment.h"

#include "base/calendar.h"

/* The value of `# KEY : VALUE`; {0} where the line has another key. */
static struct str
value_of(struct str line, struct str key)
{
	struct str rest = str_trim_left(str_skip(line, 1));

	if (!str_starts(rest, key))
		return (struct str){0};
	rest = str_trim_left(str_skip(rest, key.n));
	if (rest.n == 0 || rest.s[0] != ':')
		return (struct str){0};
	return str_trim(str_skip(rest, 1));
}

/* `.. { sample_period, sample_freq } = 99, .. freq = 1, ..`: 99 samples a second were asked for. */
static void
read_rate(struct stream *stream, struct str event)
{
	struct str word = STR("sample_freq } = "), freq = STR(" freq = 1");
	size_t at = str_find(event, word);

	if (at == event.n || str_find(event, freq) == event.n)
		return;
	struct str rate = str_skip(event, at + word.n);
	rate = str_head(rate, str_span_digits(rate));
	if (rate.n > 0 && head_get(&stream->facts, STR("rate")).n == 0)
		head_add(&stream->facts, STR("rate"), rate);
}

/* The number that ends s. */
static struct str
last_number(struct str s)
{
	size_t start = s.n;

	while (start > 0 && (str_is_digit(s.s[start - 1]) || s.s[start - 1] == '.'))
		start--;
	return str_skip(s, start);
}

/* `2026-11-22 12:09:53.793483 = 1795349393.793483 (TOD) = 3220.985566449 (monotonic)`, whatever the
 * clock; the date is in the zone of who printed the text, the number behind it in UTC. */
static void
read_reference(struct wall_clues *clues, struct str value)
{
	nsec wall, time;

	if (value.s == NULL)
		return;
	size_t tod = str_find(value, STR(" (TOD)")), own = str_find_last(value, STR(" ("));

	if (tod >= own || !nsec_parse(last_number(str_head(value, tod)), &wall) ||
	    !nsec_parse(last_number(str_head(value, own)), &time))
		return;
	clues->has_reference = true;
	clues->reference_wall = wall;
	clues->reference_time = time;
}

static void
read_clock(struct stream *stream, struct str line)
{
	struct wall_clues *clues = &stream->clues;
	struct str clock = value_of(line, STR("clockid"));
	struct str last = value_of(line, STR("time of last sample"));
	struct calendar date;
	nsec time;

	read_reference(clues, value_of(line, STR("reference time")));
	clock = str_head(clock, str_find_char(clock, ' ')); /* `monotonic (1)` */
	if (clock.n > 0) {
		clues->other_clock = !str_equal(clock, STR("realtime"));
		head_add(&stream->facts, STR("clock"), clock);
	}
	if (calendar_parse_asctime(value_of(line, STR("captured on")), &date)) {
		clues->has_captured = true;
		clues->captured = date.day * CALENDAR_DAY + date.time;
	}
	nsec_parse(value_of(line, STR("time of first sample")), &clues->first);
	/* The pieces of --switch-output say 0. */
	if (nsec_parse(last, &time) && time > 0) {
		clues->has_ends = true;
		clues->last = time;
	}
}

void
perf_comment_read(struct stream *stream, struct str line)
{
	static const struct {
		const char *perf, *ours;
	} facts[] = {{"hostname", "hostname"}, {"captured on", "captured"}, {"cmdline", "cmdline"},
	    {"nrcpus online", "cpus"}};

	for (size_t i = 0; i < sizeof(facts) / sizeof(*facts); i++) {
		struct str key = str_from(facts[i].ours);
		struct str value = value_of(line, str_from(facts[i].perf));
		if (value.n > 0 && head_get(&stream->facts, key).n == 0)
			head_add(&stream->facts, key, value);
	}
	read_rate(stream, value_of(line, STR("event")));
	read_clock(stream, line);
}

void
perf_comment_read_date(struct wall_clues *clues, struct str date, nsec time)
{
	struct calendar at;

	if (!calendar_parse(date, &at))
		return;
	clues->has_dated = true;
	clues->dated_date = at.day * CALENDAR_DAY + at.time;
	clues->dated_time = time;
}
