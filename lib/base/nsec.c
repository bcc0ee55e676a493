/* nsec.c - whole nanoseconds */
#include "base/nsec.h"

#include "base/number.h"

static bool
parse_decimals(struct str s, uint64_t *nanoseconds)
{
	uint64_t value = 0, unit = 100000000;

	for (size_t i = 0; i < s.n; i++) {
		if (!str_is_digit(s.s[i]))
			return false;
		if (unit == 0 && s.s[i] != '0')
			return false;
		value += (uint64_t)(s.s[i] - '0') * unit;
		unit /= 10;
	}
	*nanoseconds = value;
	return true;
}

size_t
nsec_take(struct str s, nsec *time)
{
	static const nsec units[] = {
	    0, 100000000, 10000000, 1000000, 100000, 10000, 1000, 100, 10, 1};
	nsec value = 0;
	size_t i, point;

	for (i = 0; i < s.n && i < 9 && str_is_digit(s.s[i]); i++)
		value = value * 10 + (s.s[i] - '0');
	if (i == 0 || i == s.n || s.s[i] != '.')
		return 0;
	/* Six decimals, as most have, at one go: with the digit and the point before them made zeros. */
	if (s.n - i > 7 && !str_is_digit(s.s[i + 7])) {
		uint64_t word = number_load(s.s + i - 1);
		uint32_t rest = number_eight((word & ~(uint64_t)0xffff) | ('0' << 8 | '0'));
		if (rest < 1000000) {
			*time = value * NSEC_SECOND + (nsec)rest * 1000;
			return i + 7;
		}
	}
	for (point = i++; i < s.n && i - point <= 9 && str_is_digit(s.s[i]); i++)
		value = value * 10 + (s.s[i] - '0');
	size_t decimals = i - point - 1;
	if (decimals == 0 || (i < s.n && str_is_digit(s.s[i])))
		return 0;
	*time = value * units[decimals];
	return i;
}

bool
nsec_parse(struct str s, nsec *time)
{
	nsec usual;

	if (s.n > 0 && nsec_take(s, &usual) == s.n) {
		*time = usual;
		return true;
	}
	bool negative = s.n > 0 && s.s[0] == '-';
	uint64_t seconds, rest = 0;

	if (negative)
		s = str_skip(s, 1);
	size_t dot = str_find_char(s, '.');
	if (!number_parse(str_head(s, dot), &seconds))
		return false;
	if (dot < s.n && (dot + 1 == s.n || !parse_decimals(str_skip(s, dot + 1), &rest)))
		return false;
	if (seconds >= (uint64_t)(NSEC_MAX / NSEC_SECOND))
		return false;
	nsec value = (nsec)seconds * NSEC_SECOND + (nsec)rest;
	*time = negative ? -value : value;
	return true;
}

void
nsec_put(struct text *text, nsec time, int decimals)
{
	uint64_t value = time < 0 ? 0 - (uint64_t)time : (uint64_t)time;
	uint64_t seconds = value / 1000000000;
	uint32_t rest = (uint32_t)(value % 1000000000);

	if (time < 0)
		text_put_char(text, '-');
	text_put_number(text, seconds);
	if (decimals <= 0)
		return;
	char *at = text_reserve(text, 10);
	at[0] = '.';
	/* The usual six decimals are read off the microseconds. */
	if (decimals <= 6)
		text_digits(at + 1, rest / 1000, 6);
	else
		text_digits(at + 1, rest, 9);
	text->n += (size_t)decimals + 1;
}

void
nsec_put_short(struct text *text, nsec time)
{
	nsec rest = time % NSEC_SECOND;
	int decimals = 9;

	while (decimals > 0 && rest % 10 == 0) {
		rest /= 10;
		decimals--;
	}
	nsec_put(text, time, decimals);
}

int64_t
nsec_floor(nsec time, nsec span)
{
	return time / span - (time % span < 0);
}
