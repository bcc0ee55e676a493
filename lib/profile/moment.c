/* moment.c - a moment as users tell it */
#include "profile/moment.h"

#include "base/calendar.h"
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

bool
moment_parse_length(struct str s, nsec *length)
{
	nsec sum = 0;
	size_t unit = 0;

	if (s.n > 0 && (str_is_digit(s.s[s.n - 1])))
		return add_units(&sum, s, NSEC_SECOND) && (*length = sum, true);
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
	*length = sum;
	return unit > 0;
}

static bool
parse_signed(struct str s, nsec *time)
{
	bool negative = s.n > 0 && s.s[0] == '-';
	nsec span;

	if (!moment_parse_length(str_skip(s, negative), &span))
		return false;
	*time = negative ? -span : span;
	return true;
}

static bool
parse_wall(struct str s, struct moment *moment)
{
	struct calendar at;

	if (!calendar_parse(s, &at))
		return false;
	moment->clock = at.has_day ? MOMENT_WALL : MOMENT_DAY;
	moment->time = at.day * CALENDAR_DAY + at.time - at.zone;
	moment->zoned = at.has_zone;
	return true;
}

bool
moment_parse(struct str s, struct moment *moment)
{
	struct moment value = {.clock = MOMENT_ORIGIN};
	bool understood = true;

	if (str_equal(s, STR("start"))) {
		value.time = NSEC_MIN;
	} else if (str_equal(s, STR("end"))) {
		value.time = NSEC_MAX;
	} else if (s.n > 0 && s.s[0] == '+') {
		value.clock = MOMENT_AFTER;
		understood = moment_parse_length(str_skip(s, 1), &value.time);
	} else if (s.n > 0 && s.s[0] == '@') {
		value.clock = MOMENT_OWN;
		understood = parse_signed(str_skip(s, 1), &value.time);
	} else if (str_find_char(s, ':') < s.n) {
		understood = parse_wall(s, &value);
	} else {
		understood = parse_signed(s, &value.time);
	}
	if (understood)
		*moment = value;
	return understood;
}
