/* digits.c - whole numbers as few printable characters */
#include "base/digits.h"

static const char characters[2 * DIGITS_HALF + 1] =
    "!\"#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNO"
    "PQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";

char *
digits_write(char *at, uint64_t number)
{
	while (number >= DIGITS_HALF) {
		number -= DIGITS_HALF;
		*at++ = characters[DIGITS_HALF + number % DIGITS_HALF];
		number /= DIGITS_HALF;
	}
	*at++ = characters[number];
	return at;
}

struct digits
digits_make(uint32_t number)
{
	struct digits digits;
	char written[DIGITS_MOST];

	digits.n = (unsigned char)(digits_write(written, number) - written);
	memcpy(digits.characters, written, sizeof(digits.characters));
	return digits;
}

void
digits_put(struct text *text, uint64_t number)
{
	char *at = text_reserve(text, DIGITS_MOST);

	text->n = (size_t)(digits_write(at, number) - text->s);
}

unsigned
digits_length(uint64_t number)
{
	unsigned n = 1;

	for (; number >= DIGITS_HALF; n++)
		number = (number - DIGITS_HALF) / DIGITS_HALF;
	return n;
}
