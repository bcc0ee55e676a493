/* perf_stamp.c - the time in a header line */
#include "profile/perf_stamp.h"

#include "base/number.h"

enum { MOST_WHOLE = 9 }; /* digits of seconds that a nsec holds, whatever they are */

bool
perf_stamp_find(struct str line, size_t colon, struct perf_stamp *stamp)
{
	nsec whole = 0, rest = 0, unit = 1;
	size_t i;

	if (colon < 8 || (colon + 1 < line.n && !str_is_blank(line.s[colon + 1])))
		return false;
	uint64_t eight = number_load(line.s + colon - 8);
	if (line.s[colon - 7] == '.') {
		stamp->decimals = 6;
		rest = (nsec)number_eight((eight & ~(uint64_t)0xffff) | ('0' << 8 | '0')) * 1000;
	} else if (colon > 10 && line.s[colon - 10] == '.' && str_is_digit(line.s[colon - 9])) {
		stamp->decimals = 9;
		rest = number_eight(eight) + (line.s[colon - 9] - '0') * (nsec)100000000;
	} else {
		return false;
	}
	size_t dot = colon - stamp->decimals - 1;
	if (rest >= NSEC_SECOND)
		return false;
	for (i = dot; i > 0 && str_is_digit(line.s[i - 1]); i--) {
		if (dot - i >= MOST_WHOLE)
			continue;
		whole += (line.s[i - 1] - '0') * unit;
		unit *= 10;
	}
	if (i == dot || (i > 0 && !str_is_blank(line.s[i - 1])))
		return false;
	stamp->start = i;
	stamp->time = whole * NSEC_SECOND + rest;
	stamp->fits =
	    dot - i <= MOST_WHOLE || nsec_parse((struct str){line.s + i, colon - i}, &stamp->time);
	return true;
}

bool
perf_stamp_is_beyond(struct str line)
{
	struct perf_stamp stamp;

	for (size_t colon = 0; colon < line.n; colon++) {
		colon += str_find_char(str_skip(line, colon), ':');
		if (colon < line.n && perf_stamp_find(line, colon, &stamp) && !stamp.fits)
			return true;
	}
	return false;
}
