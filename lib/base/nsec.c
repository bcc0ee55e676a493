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

/* How many bytes stand before the first point of eight, the first of them lowest; 8 where there is
 * none. */
static size_t
find_point(uint64_t word)
{
	uint64_t ones = 0x0101010101010101u, other = word ^ '.' * ones;
	uint64_t found = (other - ones) & ~other & 0x80 * ones;

	/* The bits below the lowest one, a 1 in each byte of them that is whole. */
	return found ? (size_t)(((found - 1) & ones) * ones >> 56) - 1 : 8;
}

/* nsec_take where the time has one to seven digits, a point and six decimals, as most have: each part
 * at one go. */
static size_t
take_usual(struct str s, nsec *time)
{
	uint64_t word = number_load(s.s), zeros = 0x3030303030303030u;
	size_t point = find_point(word);

	if (point == 0 || point > 7 || str_is_digit(s.s[point + 7]))
		return 0;
	uint32_t seconds = number_eight(word << (64 - 8 * point) | zeros >> 8 * point);
	/* With the digit and the point before them made zeros. */
	uint64_t decimals = number_load(s.s + point - 1) & ~(uint64_t)0xffff;
	uint32_t rest = number_eight(decimals | (zeros & 0xffff));
	if (seconds == UINT32_MAX || rest == UINT32_MAX)
		return 0;
	*time = seconds * NSEC_SECOND + (nsec)rest * 1000;
	return point + 7;
}

size_t
nsec_take(struct str s, nsec *time)
{
	static const nsec units[] = {
	    0, 100000000, 10000000, 1000000, 100000, 10000, 1000, 100, 10, 1};
	nsec value = 0;
	size_t i, point, usual = s.n >= 16 ? take_usual(s, time) : 0;

	if (usual > 0)
		return usual;
	for (i = 0; i < s.n && i < 9 && str_is_digit(s.s[i]); i++)
		value = value * 10 + (s.s[i] - '0');
	if (i == 0 || i == s.n || s.s[i] != '.')
		return 0;
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

static void
put_seconds(struct text *text, uint64_t seconds)
{
	if (seconds > 99999999) {
		text_put_number(text, seconds);
		return;
	}
	int n = 1 + (seconds > 9) + (seconds > 99) + (seconds > 999) + (seconds > 9999) +
	    (seconds > 99999) + (seconds > 999999) + (seconds > 9999999);
	number_store(text_reserve(text, 8), number_digits((uint32_t)seconds) >> 8 * (8 - n));
	text->n += (size_t)n;
}

void
nsec_put(struct text *text, nsec time, int decimals)
{
	uint64_t value = time < 0 ? 0 - (uint64_t)time : (uint64_t)time;
	uint64_t seconds = value / 1000000000;
	uint32_t rest = (uint32_t)(value % 1000000000);

	if (time < 0)
		text_put_char(text, '-');
	put_seconds(text, seconds);
	if (decimals <= 0)
		return;
	char *at = text_reserve(text, 1 + 9 + 8);
	at[0] = '.';
	/* The usual six decimals are read off the microseconds. */
	if (decimals <= 6) {
		number_store(at + 1, number_digits(rest / 1000) >> 16);
	} else {
		number_store(at + 1, number_digits(rest / 10));
		at[9] = (char)('0' + rest % 10);
	}
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
