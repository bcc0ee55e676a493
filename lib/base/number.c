/* number.c - whole numbers */
#include "base/number.h"

enum { ALWAYS_FIT = 19 }; /* digits */

bool
number_parse(struct str s, uint64_t *number)
{
	uint64_t value = 0;
	size_t i = 0;

	if (s.n == 0)
		return false;
	for (; i < s.n && i < ALWAYS_FIT; i++) {
		unsigned digit = (unsigned char)s.s[i] - (unsigned)'0';
		if (digit > 9)
			return false;
		value = value * 10 + digit;
	}
	/* Most numbers are short, and a division a digit is what would cost. */
	for (; i < s.n; i++) {
		unsigned digit = (unsigned char)s.s[i] - (unsigned)'0';
		if (digit > 9 || value > (UINT64_MAX - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*number = value;
	return true;
}

static unsigned
hex_digit(char c)
{
	if (str_is_digit(c))
		return (unsigned)(c - '0');
	if (c >= 'a' && c <= 'f')
		return (unsigned)(c - 'a' + 10);
	if (c >= 'A' && c <= 'F')
		return (unsigned)(c - 'A' + 10);
	return 16;
}

bool
number_parse_hex(struct str s, uint64_t *number)
{
	uint64_t value = 0;

	if (s.n == 0)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		unsigned digit = hex_digit(s.s[i]);
		if (digit > 15 || value >> 60 != 0)
			return false;
		value = value << 4 | digit;
	}
	*number = value;
	return true;
}

bool
number_add(uint64_t *sum, uint64_t number)
{
	if (*sum > UINT64_MAX - number)
		return false;
	*sum += number;
	return true;
}

/* Long division of the 96-bit product, a bit at a time: only weights past 2^32 come here. */
static uint64_t
scale_slowly(uint64_t part, uint32_t width, uint64_t whole)
{
	uint64_t low = (part & UINT32_MAX) * width;
	uint64_t high = (part >> 32) * width + (low >> 32);
	uint64_t quotient = 0, rest = 0;

	low = (low & UINT32_MAX) | (high << 32);
	high >>= 32;
	for (int bit = 127; bit >= 0; bit--) {
		uint64_t next = bit >= 64 ? high >> (bit - 64) & 1 : low >> bit & 1;
		bool carry = rest >> 63;
		rest = rest << 1 | next;
		quotient <<= 1;
		if (carry || rest >= whole) {
			rest -= whole;
			quotient |= 1;
		}
	}
	return quotient;
}

uint64_t
number_scale(uint64_t part, uint32_t width, uint64_t whole)
{
	if (whole == 0)
		return 0;
	if (width == 0 || part <= UINT64_MAX / width)
		return part * width / whole;
	return scale_slowly(part, width, whole);
}
