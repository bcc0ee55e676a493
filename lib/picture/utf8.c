/* utf8.c - characters and the columns they take */
#include "picture/utf8.h"

struct range {
	uint32_t first, last;
};

/* East Asian Width W and F of Unicode 15, joined where what lies between is unassigned. */
static const struct range wide[] = {
    {0x1100, 0x115f},
    {0x231a, 0x231b},
    {0x2329, 0x232a},
    {0x23e9, 0x23ec},
    {0x2614, 0x2615},
    {0x2648, 0x2653},
    {0x26aa, 0x26ab},
    {0x26bd, 0x26be},
    {0x2705, 0x2705},
    {0x2728, 0x2728},
    {0x274c, 0x274c},
    {0x2753, 0x2755},
    {0x2795, 0x2797},
    {0x2b1b, 0x2b1c},
    {0x2e80, 0x303e},
    {0x3041, 0x33ff},
    {0x3400, 0x4dbf},
    {0x4e00, 0xa4cf},
    {0xa960, 0xa97f},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe10, 0xfe19},
    {0xfe30, 0xfe6f},
    {0xff01, 0xff60},
    {0xffe0, 0xffe6},
    {0x16fe0, 0x18cff},
    {0x1b000, 0x1b2ff},
    {0x1f004, 0x1f004},
    {0x1f0cf, 0x1f0cf},
    {0x1f18e, 0x1f19a},
    {0x1f200, 0x1f320},
    {0x1f32d, 0x1f64f},
    {0x1f680, 0x1f6fc},
    {0x1f7e0, 0x1f7f0},
    {0x1f90c, 0x1f9ff},
    {0x1fa70, 0x1faff},
    {0x20000, 0x3fffd},
};

/* Combining marks of the common blocks, zero-width and direction characters. */
static const struct range zero[] = {
    {0x0300, 0x036f},
    {0x0483, 0x0489},
    {0x0591, 0x05bd},
    {0x0610, 0x061a},
    {0x064b, 0x065f},
    {0x1ab0, 0x1aff},
    {0x1dc0, 0x1dff},
    {0x200b, 0x200f},
    {0x202a, 0x202e},
    {0x2060, 0x2064},
    {0x20d0, 0x20ff},
    {0xfe00, 0xfe0f},
    {0xfe20, 0xfe2f},
    {0xe0100, 0xe01ef},
};

/* Characters that turn the direction of what follows: a name could show as another. */
static const struct range turning[] = {{0x200e, 0x200f}, {0x202a, 0x202e}, {0x2066, 0x2069}};

static bool
is_in(const struct range *ranges, size_t n, uint32_t code)
{
	for (size_t i = 0; i < n && code >= ranges[i].first; i++)
		if (code <= ranges[i].last)
			return true;
	return false;
}

/* Bytes of the character that begins s, its code in *code; 0 where none does. */
static size_t
decode(struct str s, uint32_t *code)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned char first = (unsigned char)s.s[0];
	size_t n = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;

	if (n == 1) {
		*code = first;
		return 1;
	}
	if (first < 0xc2 || first > 0xf4 || n > s.n)
		return 0;
	*code = first & (0x7fu >> n);
	for (size_t i = 1; i < n; i++) {
		unsigned char byte = (unsigned char)s.s[i];
		if ((byte & 0xc0) != 0x80)
			return 0;
		*code = *code << 6 | (byte & 0x3f);
	}
	bool forbidden = (*code >= 0xd800 && *code <= 0xdfff) || (*code & 0xfffe) == 0xfffe ||
	    (*code >= 0x80 && *code < 0xa0) || is_in(turning, 3, *code);
	return *code < least[n] || *code > 0x10ffff || forbidden ? 0 : n;
}

bool
utf8_next(struct str *rest, struct str *character)
{
	uint32_t code;

	if (rest->n == 0)
		return false;
	size_t n = decode(*rest, &code);
	*character = str_head(*rest, n);
	*rest = str_skip(*rest, n ? n : 1);
	return true;
}

static size_t
columns(struct str character)
{
	uint32_t code;

	if (character.n < 2)
		return 1;
	decode(character, &code);
	if (is_in(zero, sizeof(zero) / sizeof(*zero), code))
		return 0;
	return is_in(wide, sizeof(wide) / sizeof(*wide), code) ? 2 : 1;
}

size_t
utf8_columns(struct str s)
{
	struct str character;
	size_t sum = 0;

	while (utf8_next(&s, &character))
		sum += columns(character);
	return sum;
}

struct str
utf8_fit(struct str s, size_t room)
{
	struct str rest = s, character;
	size_t sum = 0, fit = 0;

	while (utf8_next(&rest, &character)) {
		sum += columns(character);
		if (sum > room)
			break;
		fit = s.n - rest.n;
	}
	return str_head(s, fit);
}

struct str
utf8_fit_end(struct str s, size_t room)
{
	size_t sum = utf8_columns(s);
	struct str character;

	while (sum > room && utf8_next(&s, &character))
		sum -= columns(character);
	return s;
}
