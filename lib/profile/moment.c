/* moment.c - a moment as users tell it */
#include "profile/moment.h"

#include "base/number.h"

struct unit {
	struct str name;
	nsec length;
};

/* Longest first: the order in which they may follow each other. */
static const struct unit units[] = {
    {{"d", 1}, 86400 * NSEC_SECOND},
    {{"h", 1}, 3600 * NSEC_SECOND},
    {{"m", 1}, 60 * NSEC_SECOND},
    {{"s", 1}, NSEC_SECOND},
    {{"ms", 2}, 1000000},
    {{"us", 2}, 1000},
    {{"ns", 2}, 1},
};

enum { UNITS = sizeof(units) / sizeof(*units), SECONDS = 3 };

/* Adds number x unit, in nanoseconds; false where it is no number, not whole or does not fit. */
static bool
add_units(nsec *sum, struct str number, nsec unit)
{
	size_t dot = str_find_char(number, '.');
	struct str decimals = str_skip(number, dot < number.n ? dot + 1 : dot);
	uint64_t whole = 0, room = (uint64_t)(NSEC_MAX - *sum) / (uint64_t)unit;
	nsec value = *sum;

	if (decimals.n == 0 ? dot < number.n : str_span_digits(decimals) < decimals.n)
		return false;
	if (!(dot == 0 && decimals.n > 0) && !number_parse(str_head(number, dot), &whole))
		return false;
	if (whole > room)
		return false;
	value += (nsec)whole * unit;
	for (size_t i = 0; i < decimals.n; i++) {
		nsec digit = decimals.s[i] - '0';
		if (digit > 0 && unit % 10 != 0)
			return false;
		unit /= 10;
		if (digit * unit > NSEC_MAX - value)
			return false;
		value += digit * unit;
	}
	*sum = value;
	return true;
}

/* Reads `1m30s`, or, with no unit at all, seconds. */
static bool
parse_span(struct str s, nsec *span)
{
	nsec sum = 0;
	size_t unit = 0;

	if (s.n > 0 && (str_is_digit(s.s[s.n - 1])))
		return add_units(&sum, s, NSEC_SECOND) && (*span = sum, true);
	while (s.n > 0) {
		size_t number = 0, name = 0;
		while (number < s.n && (str_is_digit(s.s[number]) || s.s[number] == '.'))
			number++;
		while (number + name < s.n && s.s[number + name] >= 'a')
			name++;
		struct str word = str_head(str_skip(s, number), name);
		while (unit < UNITS && !str_equal(units[unit].name, word))
			unit++;
		if (unit == UNITS || !add_units(&sum, str_head(s, number), units[unit].length))
			return false;
		unit++;
		s = str_skip(s, number + name);
	}
	*span = sum;
	return unit > 0;
}

static bool
parse_signed(struct str s, nsec *time)
{
	bool negative = s.n > 0 && s.s[0] == '-';
	nsec span;

	if (!parse_span(str_skip(s, negative), &span))
		return false;
	*time = negative ? -span : span;
	return true;
}

bool
moment_parse(struct str s, struct moment *time)
{
	struct moment value = {.clock = MOMENT_ORIGIN};

	if (str_equal(s, STR("start"))) {
		value.time = NSEC_MIN;
	} else if (str_equal(s, STR("end"))) {
		value.time = NSEC_MAX;
	} else if (s.n > 0 && s.s[0] == '+') {
		value.clock = MOMENT_AFTER;
		if (!parse_span(str_skip(s, 1), &value.time))
			return false;
	} else if (s.n > 0 && s.s[0] == '@') {
		value.clock = MOMENT_OWN;
		if (!parse_signed(str_skip(s, 1), &value.time))
			return false;
	} else if (!parse_signed(s, &value.time)) {
		return false;
	}
	*time = value;
	return true;
}

nsec
moment_settle(struct moment moment, nsec start, nsec origin)
{
	switch (moment.clock) {
	case MOMENT_AFTER: return nsec_add(start, moment.time);
	case MOMENT_OWN: return nsec_sub(moment.time, origin);
	case MOMENT_ORIGIN: break;
	}
	return moment.time;
}
