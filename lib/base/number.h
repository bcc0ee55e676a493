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

/* The same for hexadecimal digits without a prefix. */
bool number_parse_hex(struct str s, uint64_t *number);

/* Adds to *sum.  False, and *sum as it was, where the sum does not fit. */
bool number_add(uint64_t *sum, uint64_t number);

/* floor(part * width / whole), exact for all values with part <= whole; 0 where whole is 0. */
uint64_t number_scale(uint64_t part, uint32_t width, uint64_t whole);

#endif
