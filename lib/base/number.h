/* number.h - whole numbers: read, checked sums, exact shares.
 *
 * Numbers are unsigned, of 64 bits; nothing here rounds or wraps.
 */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include "base/str.h"

/* Reads all of s as decimal digits.  False, and *number as it was, where s is empty, holds
 * anything else, or the number does not fit. */
bool number_parse(struct str s, uint64_t *number);

/* The eight bytes at s, the first of them lowest. */
static inline uint64_t
number_load(const char *s)
{
	const unsigned char *b = (const unsigned char *)s;

	/* Compilers make this one load. */
	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 |
	    (uint64_t)b[4] << 32 | (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
	    (uint64_t)b[7] << 56;
}

/* The value of eight decimal digits, at one go; a number above 99,999,999 where one is none. */
static inline uint32_t
number_eight(uint64_t word)
{
	word -= 0x3030303030303030u;
	/* A byte is no digit where it, or it and 118, have the highest bit. */
	if (((word | (word + 0x7676767676767676u)) & 0x8080808080808080u) != 0)
		return UINT32_MAX;
	/* Tens and ones, then hundreds, then ten thousands come together. */
	word = word * 10 + (word >> 8);
	word = (word & 0x00ff00ff00ff00ffu) * 100 + (word >> 16 & 0x00ff00ff00ff00ffu);
	return (uint32_t)((word & 0x0000ffff0000ffffu) * 10000 + (word >> 32 & 0xffff));
}

/* The eight decimal digits of a number below 100,000,000, the first of them lowest: what number_eight
 * reads. */
static inline uint64_t
number_digits(uint32_t number)
{
	/* Ten thousands, hundreds, then tens and ones go apart; below 10,000, 10486 / 2^20 is as good as
	 * a hundredth, and below 100, 103 / 2^10 as a tenth. */
	uint64_t word = number / 10000 | (uint64_t)(number % 10000) << 32;
	uint64_t high = word * 10486 >> 20 & 0x0000007f0000007fu;
	word = (word - high * 100) << 16 | high;
	high = word * 103 >> 10 & 0x000f000f000f000fu;
	return ((word - high * 10) << 8 | high) | 0x3030303030303030u;
}

/* Writes the eight bytes at s, the lowest first. */
static inline void
number_store(char *s, uint64_t word)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	memcpy(s, &word, sizeof(word));
#else
	for (int i = 0; i < 8; i++)
		s[i] = (char)(word >> 8 * i);
#endif
}

/* As number_parse, of hexadecimal digits without a prefix. */
bool number_parse_hex(struct str s, uint64_t *number);

/* Adds to *sum.  False, and *sum as it was, where the sum does not fit. */
bool number_add(uint64_t *sum, uint64_t number);

/* floor(part * width / whole), exact for all values with part <= whole; 0 where whole is 0. */
uint64_t number_scale(uint64_t part, uint32_t width, uint64_t whole);

#endif
