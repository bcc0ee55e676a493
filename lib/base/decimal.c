/* decimal.c - numbers with a point and an exponent */
#include "base/decimal.h"

#include "base/number.h"

static const uint64_t billion = 1000000000, most = 9000000000000000000u;

/* Digits, of which there is one or more on one side of the point. */
static bool
parse_mantissa(struct str s, uint64_t *value)
{
	size_t point = str_find_char(s, '.');
	struct str digits = str_skip(s, point < s.n ? point + 1 : point);
	uint64_t whole = 0, unit = billion / 10;

	if (point + digits.n == 0 || str_span_digits(digits) != digits.n)
		return false;
	if (point > 0 && !number_parse(str_head(s, point), &whole))
		return false;
	if (whole > most / billion)
		return false;
	*value = whole * billion;
	for (size_t i = 0; i < digits.n; i++, unit /= 10)
		*value += (uint64_t)(digits.s[i] - '0') * unit;
	return true;
}

/* Multiplies by ten to the power of s. */
static bool
shift(struct str s, uint64_t *value)
{
	bool less = str_starts(s, STR("-"));
	uint64_t exponent;

	if (!number_parse(str_skip(s, less || str_starts(s, STR("+"))), &exponent))
		return false;
	for (; exponent > 0 && *value > 0; exponent--) {
		if (!less && *value > most / 10)
			return false;
		*value = less ? *value / 10 : *value * 10;
	}
	return true;
}

bool
decimal_parse(struct str s, uint64_t *billionths)
{
	size_t small = str_find_char(s, 'e'), large = str_find_char(s, 'E');
	size_t e = small < large ? small : large;
	uint64_t value;

	if (!parse_mantissa(str_head(s, e), &value))
		return false;
	if (e < s.n && !shift(str_skip(s, e + 1), &value))
		return false;
	*billionths = value;
	return true;
}
