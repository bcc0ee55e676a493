/* digits.c - whole numbers as few printable characters */
#include "base/digits.h"

static const char characters[2 * DIGITS_HALF + 1] =
    "!\"#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNO"
    "PQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

void
digits_put(struct text *text, uint64_t number)
{
	char *at = text_reserve(text, DIGITS_MOST);

	while (number >= DIGITS_HALF) {
		number -= DIGITS_HALF;
		*at++ = characters[DIGITS_HALF + number % DIGITS_HALF];
		number /= DIGITS_HALF;
	}
	*at++ = characters[number];
	text->n = (size_t)(at - text->s);
}

unsigned
digits_length(uint64_t number)
{
	unsigned n = 1;

	for (; number >= DIGITS_HALF; n++)
		number = (number - DIGITS_HALF) / DIGITS_HALF;
	return n;
}
