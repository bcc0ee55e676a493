/* perf_comment.c - the comments of perf script --header */
#include "profile/perf_comment.h"

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

/* The number that stands before ` (WORD` in s. */
static struct str
number_before(struct str s, struct str word)
{
	size_t end = str_find(s, word), start = end;

	if (end == s.n)
		return (struct str){0};
	while (start > 0 && (str_is_digit(s.s[start - 1]) || s.s[start - 1] == '.'))
		start--;
	return (struct str){s.s + start, end - start};
}

/* `2026-11-22 12:09:53.793483 = 1795349393.793483 (TOD) = 3220.985566449 (monotonic)` */
static void
read_reference(struct stream *stream, struct str value)
{
	struct str wall = number_before(value, STR(" (TOD)"));
	struct str time = number_before(value, STR(" (monotonic)"));

	if (time.n == 0)
		time = number_before(value, STR(" (boottime)"));
	if (time.n == 0)
		time = number_before(value, STR(" (realtime)"));
	if (wall.n == 0 || time.n == 0)
		return;
	head_add(&stream->facts, STR("reference-wall"), wall);
	head_add(&stream->facts, STR("reference-time"), time);
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
	read_reference(stream, value_of(line, STR("reference time")));
	/* The samples' own times are the wall clock. */
	if (str_starts(value_of(line, STR("clockid")), STR("realtime"))) {
		head_add(&stream->facts, STR("reference-wall"), STR("0"));
		head_add(&stream->facts, STR("reference-time"), STR("0"));
	}
}

void
perf_comment_settle(struct stream *stream)
{
	struct text text = {0};
	nsec wall, time;

	if (!stream->timed || stream->differences ||
	    !nsec_parse(head_get(&stream->facts, STR("reference-wall")), &wall) ||
	    !nsec_parse(head_get(&stream->facts, STR("reference-time")), &time))
		return;
	nsec_put_short(&text, nsec_add(wall, nsec_sub(stream->origin, time)));
	head_add(&stream->facts, STR("wall"), text_str(&text));
	text_free(&text);
}
