/* timed.c - timed folded lines */
#include "profile/timed.h"

#include "profile/head.h"

/* How many bytes of line are a time; 0 where it does not begin with one. */
static size_t
span_time(struct str line)
{
	size_t n = line.n > 0 && line.s[0] == '-', digits = str_span_digits(str_skip(line, n));

	if (digits == 0)
		return 0;
	n += digits;
	if (n < line.n && line.s[n] == '.') {
		digits = str_span_digits(str_skip(line, n + 1));
		n += digits > 0 ? 1 + digits : 0;
	}
	return n < line.n && str_is_blank(line.s[n]) ? n : 0;
}

/* Reads the time that begins line in one go, in the form that fs-parse writes: up to nine digits, a
 * point, up to nine digits.  Returns how many bytes it is; 0, and *time as it was, for every other
 * form, which span_time and nsec_parse know. */
static size_t
parse_usual_time(struct str line, nsec *time)
{
	static const nsec units[] = {
	    0, 100000000, 10000000, 1000000, 100000, 10000, 1000, 100, 10, 1};
	nsec value = 0;
	size_t i, point;

	for (i = 0; i < line.n && i < 9 && str_is_digit(line.s[i]); i++)
		value = value * 10 + (line.s[i] - '0');
	if (i == 0 || i == line.n || line.s[i] != '.')
		return 0;
	for (point = i++; i < line.n && i - point <= 9 && str_is_digit(line.s[i]); i++)
		value = value * 10 + (line.s[i] - '0');
	size_t decimals = i - point - 1;
	if (decimals == 0 || i == line.n || !str_is_blank(line.s[i]))
		return 0;
	*time = value * units[decimals];
	return i;
}

static enum timed_kind
parse_comment(struct str line, struct timed *timed)
{
	if (head_parse(line, &timed->key, &timed->value))
		return TIMED_COMMENT;
	/* A thread may be called `#1`: a comment of another tool has no count. */
	return folded_parse(line, &timed->folded) ? TIMED_PLAIN : TIMED_BLANK;
}

enum timed_kind
timed_parse(struct str line, struct timed *timed)
{
	timed->time = 0;
	timed->keys = (struct str){0};
	size_t usual = parse_usual_time(line, &timed->time), time = usual ? usual : span_time(line);
	size_t tab = time > 0 ? time + str_find_char(str_skip(line, time), '\t') : line.n;
	if (tab < line.n) {
		if (!usual && !nsec_parse(str_head(line, time), &timed->time))
			return TIMED_BROKEN;
		timed->keys = str_head(str_skip(line, time), tab - time);
		return folded_parse(str_skip(line, tab + 1), &timed->folded) ? TIMED_SAMPLE
									     : TIMED_BROKEN;
	}
	timed->time = 0;
	if (str_trim(line).n == 0)
		return TIMED_BLANK;
	if (line.s[0] == '#')
		return parse_comment(line, timed);
	return folded_parse(line, &timed->folded) ? TIMED_PLAIN : TIMED_BROKEN;
}

struct str
timed_key(struct str keys, struct str name)
{
	return head_word(keys, name);
}
