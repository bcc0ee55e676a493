/* column.c - how much time a column of a heat map stands for */
#include "analysis/column.h"

#include "base/number.h"

static const struct unit {
	struct str name;
	nsec length;
} units[] = {
    {{"d", 1}, 86400 * NSEC_SECOND},
    {{"h", 1}, 3600 * NSEC_SECOND},
    {{"m", 1}, 60 * NSEC_SECOND},
    {{"s", 1}, NSEC_SECOND},
    {{"ms", 2}, NSEC_SECOND / 1000},
};

enum { UNITS = sizeof(units) / sizeof(*units) };

bool
column_parse(struct str s, nsec *column)
{
	size_t digits = str_span_digits(s);
	uint64_t number;

	if (!number_parse(str_head(s, digits), &number))
		return false;
	for (size_t i = 0; i < UNITS; i++) {
		if (!str_equal(str_skip(s, digits), units[i].name))
			continue;
		if (number > (uint64_t)(COLUMN_LONGEST / units[i].length))
			return false;
		nsec value = (nsec)number * units[i].length;
		if (value < COLUMN_SHORTEST)
			return false;
		*column = value;
		return true;
	}
	return false;
}

void
column_put(struct text *text, nsec column)
{
	size_t i = 0;

	while (i + 1 < UNITS && column % units[i].length != 0)
		i++;
	text_put_number(text, (uint64_t)(column / units[i].length));
	text_put(text, units[i].name);
}

nsec
column_longer(nsec column)
{
	static const int seconds[] = {1, 10, 60, 600, 3600, 21600, 86400};

	for (size_t i = 0; i < sizeof(seconds) / sizeof(*seconds); i++)
		if (seconds[i] * NSEC_SECOND > column)
			return seconds[i] * NSEC_SECOND;
	return 0;
}
