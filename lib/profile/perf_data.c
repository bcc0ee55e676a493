/* perf_data.c - the columns of data behind all frames of a sample */
#include "profile/perf_data.h"

enum {
	COLUMNS = 16,    /* of a physical address */
	LEAST_BLANKS = 3 /* before it, as 52 bits fill no more than 13 of them */
};

/* Where ` 4K` or ` N/A` begins at the end of s; its length where it does not. */
static size_t
find_size(struct str s)
{
	size_t end = s.n, i;

	if (str_ends(s, STR(" N/A")))
		return s.n - 4;
	if (end == 0 || str_find_char(STR("BKMG"), s.s[end - 1]) == 4)
		return s.n;
	for (i = end - 1; i > 0 && str_is_digit(s.s[i - 1]); i--)
		;
	return i > 0 && i < end - 1 && s.s[i - 1] == ' ' ? i - 1 : s.n;
}

static struct str
without_sizes(struct str s)
{
	s = str_head(s, find_size(s));
	return str_head(s, find_size(s));
}

/* How many of the bytes at the end of s are an address, right-aligned; *blanks of them before it. */
static size_t
span_address(struct str s, size_t *blanks)
{
	size_t digits = 0;

	while (digits < s.n && digits < COLUMNS && str_is_hex(s.s[s.n - 1 - digits]))
		digits++;
	*blanks = COLUMNS - digits;
	if (digits == 0 || s.n < COLUMNS)
		return 0;
	for (size_t i = s.n - COLUMNS; i < s.n - digits; i++)
		if (s.s[i] != ' ')
			return 0;
	return COLUMNS;
}

bool
perf_data_is(struct str line)
{
	size_t blanks;

	/* Most lines that are asked about. */
	if (line.n == 0 || line.s[0] == '\t')
		return false;
	struct str s = without_sizes(str_head(line, line.n - str_ends(line, STR("\r"))));
	return s.n == 0 || (s.n == COLUMNS && span_address(s, &blanks) == s.n);
}

struct str
perf_data_cut(struct str frame)
{
	size_t blanks;
	struct str s = without_sizes(str_trim_right(frame));
	size_t address = span_address(s, &blanks);
	struct str before = str_head(s, s.n - address);

	/* The last part of a symbol may read so, too, but not behind a module. */
	if (str_ends(before, STR(")")) ||
	    (address > 0 && blanks >= LEAST_BLANKS && before.n > 0 &&
		!str_is_blank(before.s[before.n - 1])))
		return before;
	return frame;
}

bool
perf_data_is_address(struct str s)
{
	s = str_trim(s);
	size_t digits = str_span_hex(s);

	return digits > 0 && (digits == s.n || str_starts(str_skip(s, digits), STR(" |OP ")));
}
