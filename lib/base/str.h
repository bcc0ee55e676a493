/* str.h - text as pointer and length, passed by value.
 *
 *	struct str line, rest = STR("a b\nc");
 *	while (str_line(&rest, &line))
 *		...
 *
 * A str borrows its bytes: whoever made it says how long they live.
 * The bytes need no NUL behind them and may hold NULs.  {0} is the empty text.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *s;
	size_t n;
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})

/* The bytes of a NUL-terminated text, the NUL left out. */
static inline struct str
str_from(const char *s)
{
	return (struct str){s, strlen(s)};
}

/* What begins at byte i; i is at most s.n. */
static inline struct str
str_skip(struct str s, size_t i)
{
	return (struct str){i ? s.s + i : s.s, s.n - i}; /* NULL + 0 is not for C */
}

/* The first n bytes; n is at most s.n. */
static inline struct str
str_head(struct str s, size_t n)
{
	return (struct str){s.s, n};
}

static inline bool
str_equal(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.s, b.s, a.n) == 0);
}

static inline bool
str_starts(struct str s, struct str with)
{
	return s.n >= with.n && (with.n == 0 || memcmp(s.s, with.s, with.n) == 0);
}

static inline bool
str_ends(struct str s, struct str with)
{
	return s.n >= with.n && (with.n == 0 || memcmp(s.s + s.n - with.n, with.s, with.n) == 0);
}

/* Blank or tab. */
static inline bool
str_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static inline bool
str_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
str_is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

/* Control bytes: what may not stand in a name and is not shown in a message. */
static inline bool
str_is_control(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7f;
}

/* Negative, 0 or positive as the bytes of a sort before, with or after those of b. */
int str_compare(struct str a, struct str b);

/* Where c, or the text part, first (or, with _last, last) stands in s; s.n where it does not.  Of
 * str_find_last, part is not empty. */
static inline size_t
str_find_char(struct str s, char c)
{
	const char *found = s.n ? memchr(s.s, c, s.n) : NULL;

	return found ? (size_t)(found - s.s) : s.n;
}

size_t str_find_char_last(struct str s, char c);
size_t str_find(struct str s, struct str part);
size_t str_find_last(struct str s, struct str part);

/* Whether part stands in s, the case of ASCII letters ignored; part is in small letters. */
bool str_holds_nocase(struct str s, struct str part);

/* How many bytes of digits, of hexadecimal digits, of blanks stand at the front of s. */
static inline size_t
str_span_digits(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_digit(s.s[n]))
		n++;
	return n;
}

size_t str_span_hex(struct str s);

static inline size_t
str_span_blanks(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_blank(s.s[n]))
		n++;
	return n;
}

/* s without blanks and tabs at its ends. */
static inline struct str
str_trim_left(struct str s)
{
	return str_skip(s, str_span_blanks(s));
}

struct str str_trim(struct str s);
struct str str_trim_right(struct str s);

/* Takes the next line off *rest, without its newline (and a carriage return before it).
 * False at the end.  The last line needs no newline. */
static inline bool
str_line(struct str *rest, struct str *line)
{
	if (rest->n == 0)
		return false;
	size_t n = str_find_char(*rest, '\n');
	*line = str_head(*rest, n);
	*rest = str_skip(*rest, n < rest->n ? n + 1 : n);
	if (line->n > 0 && line->s[line->n - 1] == '\r')
		line->n--;
	return true;
}

/* The last line of text, which ends in a newline, as str_line gives it. */
struct str str_last_line(struct str text);

/* Takes what stands before the next sep off *rest; false when nothing is left.
 * An empty rest gives nothing, "a," gives "a" and then nothing. */
bool str_field(struct str *rest, char sep, struct str *field);

/* The last part of a path: what follows the last slash. */
struct str str_base(struct str path);

/* A hash of the bytes, the same on every run of one machine. */
uint64_t str_hash(struct str s);

#endif
