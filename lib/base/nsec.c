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

bool
nsec_parse(struct str s, nsec *time)
{
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
	uint64_t seconds = value / 1000000000, rest = value % 1000000000;
	char digits[9];

	for (int i = 8; i >= 0; i--) {
		digits[i] = (char)('0' + rest % 10);
		rest /= 10;
	}
	if (time < 0)
		text_put_char(text, '-');
	text_put_number(text, seconds);
	if (decimals > 0) {
		text_put_char(text, '.');
		text_put(text, (struct str){digits, (size_t)decimals});
	}
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

nsec
nsec_add(nsec a, nsec b)
{
	if (b > 0 && a > NSEC_MAX - b)
		return NSEC_MAX;
	if (b < 0 && a < NSEC_MIN - b)
		return NSEC_MIN;
	return a + b;
}

nsec
nsec_sub(nsec a, nsec b)
{
	if (b < 0 && a > NSEC_MAX + b)
		return NSEC_MAX;
	if (b > 0 && a < NSEC_MIN + b)
		return NSEC_MIN;
	return a - b;
}
