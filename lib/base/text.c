/* text.c - growing text */
#include "base/text.h"

#include "base/array.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void
text_free(struct text *text)
{
	free(text->s);
	*text = (struct text){0};
}

void
text_grow(struct text *text, size_t n)
{
	text->s = array_grow(text->s, &text->capacity, array_sum(text->n, n), 1);
}

void
text_put_number(struct text *text, uint64_t number)
{
	char digits[20];
	size_t i = sizeof(digits);

	if (number < 10) {
		text_put_char(text, (char)('0' + number));
		return;
	}
	do {
		digits[--i] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	text_put(text, (struct str){digits + i, sizeof(digits) - i});
}

void
text_put_grouped(struct text *text, uint64_t number)
{
	if (number >= 1000) {
		text_put_grouped(text, number / 1000);
		text_print(text, ",%03u", (unsigned)(number % 1000));
	} else {
		text_put_number(text, number);
	}
}

void
text_print(struct text *text, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n <= 0)
		return;
	char *at = text_reserve(text, (size_t)n + 1);
	va_start(args, format);
	vsnprintf(at, (size_t)n + 1, format, args);
	va_end(args);
	text->n += (size_t)n;
}

const char *
text_terminate(struct text *text)
{
	*text_reserve(text, 1) = '\0';
	return text->s;
}

void
text_drop(struct text *text, size_t n)
{
	if (n < text->n && n > 0)
		memmove(text->s, text->s + n, text->n - n);
	text->n -= n;
}
