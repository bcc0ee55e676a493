/* text.h - growing text.
 *
 *	struct text text = {0};
 *	text_put(&text, STR("1 + 1 = "));
 *	text_put_number(&text, 2);
 *	write(1, text.s, text.n);
 *	text_free(&text);
 *
 * {0} is an empty text.  Its bytes stand until the next put, clear or free.
 * Running out of memory ends the program.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/str.h"

struct text {
	char *s;
	size_t n, capacity;
};

void text_free(struct text *text);

/* Empties the text and keeps its memory. */
static inline void
text_clear(struct text *text)
{
	text->n = 0;
}

/* The text as it stands, borrowed until the next put. */
static inline struct str
text_str(const struct text *text)
{
	return (struct str){text->s, text->n};
}

/* Makes room for n more bytes, of which there is too little. */
void text_grow(struct text *text, size_t n);

/* Makes room for n more bytes at text->s + text->n and returns it. */
static inline char *
text_reserve(struct text *text, size_t n)
{
	if (n > text->capacity - text->n)
		text_grow(text, n);
	return text->s + text->n;
}

static inline void
text_put(struct text *text, struct str s)
{
	if (s.n == 0)
		return;
	memcpy(text_reserve(text, s.n), s.s, s.n);
	text->n += s.n;
}

static inline void
text_put_char(struct text *text, char c)
{
	*text_reserve(text, 1) = c;
	text->n++;
}

void text_put_number(struct text *text, uint64_t number);

/* number with a comma between each three digits: 1,234,567. */
void text_put_grouped(struct text *text, uint64_t number);

/* printf's formats.  For the rare line, not for a loop over samples. */
void text_print(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The text with a NUL behind it, which does not count: for open and regexec. */
const char *text_terminate(struct text *text);

/* Takes the first n bytes away. */
void text_drop(struct text *text, size_t n);

#endif
