/* digits.h - whole numbers as few printable characters, none of which is `<` or `\`.
 *
 *	digits_put(&text, 0);		!
 *	digits_put(&text, 46);		P!
 *
 * Of the 92 characters, the lower half end a number, the others tell that it goes on: so numbers
 * need nothing between them.  One character holds 0 to 45, two 46 to 2,161, three those below
 * 99,498.  The rule, for a reader: a character of value v (its place among the 92) below 46 ends the
 * number with v times the factor; any other adds v times the factor, which then is 46 times as much.
 */
#ifndef BASE_DIGITS_H
#define BASE_DIGITS_H

#include "base/text.h"

enum { DIGITS_HALF = 46, DIGITS_MOST = 12 };

void digits_put(struct text *text, uint64_t number);

/* Writes at most DIGITS_MOST characters; returns where they end. */
char *digits_write(char *at, uint64_t number);

/* A number written once, to be copied many times. */
struct digits {
	char characters[7];
	unsigned char n;
};

struct digits digits_make(uint32_t number);

/* As digits_write; there is room for DIGITS_MOST characters. */
static inline char *
digits_copy(char *at, const struct digits *digits)
{
	memcpy(at, digits, sizeof(*digits));
	return at + digits->n;
}

/* How many characters that takes. */
unsigned digits_length(uint64_t number);

/* A number with a sign as one without: 0, -1, 1, -2, 2 become 0, 1, 2, 3, 4. */
static inline uint64_t
digits_fold(int64_t number)
{
	return number < 0 ? ~((uint64_t)number << 1) : (uint64_t)number << 1;
}

#endif
