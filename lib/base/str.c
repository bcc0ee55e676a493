/* str.c - text as pointer and length */
#include "base/str.h"

int
str_compare(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n ? memcmp(a.s, b.s, n) : 0;

	if (order != 0)
		return order;
	return (a.n > b.n) - (a.n < b.n);
}

size_t
str_find_char_last(struct str s, char c)
{
	for (size_t i = s.n; i > 0; i--)
		if (s.s[i - 1] == c)
			return i - 1;
	return s.n;
}

struct str
str_last_line(struct str text)
{
	struct str whole = str_head(text, text.n - 1), line;
	size_t newline = str_find_char_last(whole, '\n');

	text = str_skip(text, newline < whole.n ? newline + 1 : 0);
	str_line(&text, &line);
	return line;
}

size_t
str_find(struct str s, struct str part)
{
	if (part.n == 0)
		return 0;
	for (size_t i = 0; i + part.n <= s.n; i++) {
		i += str_find_char(str_head(str_skip(s, i), s.n - i - part.n + 1), part.s[0]);
		if (i + part.n <= s.n && memcmp(s.s + i, part.s, part.n) == 0)
			return i;
	}
	return s.n;
}

size_t
str_find_last(struct str s, struct str part)
{
	for (size_t i = s.n; i >= part.n && i > 0; i--)
		if (s.s[i - part.n] == part.s[0] && memcmp(s.s + i - part.n, part.s, part.n) == 0)
			return i - part.n;
	return s.n;
}

bool
str_holds_nocase(struct str s, struct str part)
{
	for (size_t i = 0; i + part.n <= s.n; i++) {
		size_t k = 0;
		while (k < part.n) {
			char c = s.s[i + k];
			if (c >= 'A' && c <= 'Z')
				c = (char)(c - 'A' + 'a');
			if (c != part.s[k])
				break;
			k++;
		}
		if (k == part.n)
			return true;
	}
	return false;
}

struct str
str_trim_right(struct str s)
{
	while (s.n > 0 && str_is_blank(s.s[s.n - 1]))
		s.n--;
	return s;
}

struct str
str_trim(struct str s)
{
	return str_trim_right(str_trim_left(s));
}

size_t
str_span_hex(struct str s)
{
	size_t n = 0;

	while (n < s.n && str_is_hex(s.s[n]))
		n++;
	return n;
}

bool
str_field(struct str *rest, char sep, struct str *field)
{
	if (rest->n == 0)
		return false;
	size_t n = str_find_char(*rest, sep);
	*field = str_head(*rest, n);
	*rest = str_skip(*rest, n < rest->n ? n + 1 : n);
	return true;
}

struct str
str_base(struct str path)
{
	size_t slash = str_find_char_last(path, '/');

	return slash < path.n ? str_skip(path, slash + 1) : path;
}

static uint64_t
load(const char *s)
{
	uint64_t word;

	memcpy(&word, s, sizeof(word));
	return word;
}

/* Fewer than eight bytes. */
static uint64_t
load_few(const char *s, size_t n)
{
	uint64_t word = 0;

	while (n-- > 0)
		word = word << 8 | (unsigned char)s[n];
	return word;
}

static uint64_t
mix(uint64_t h)
{
	h ^= h >> 32;
	h *= 0xd6e8feb86659fd93u;
	h ^= h >> 29;
	return h;
}

static const uint64_t odd[] = {0xff51afd7ed558ccdu, 0xc4ceb9fe1a85ec53u};

/* A lane goes on with the next eight bytes, or sixteen. */
static uint64_t
take_eight(uint64_t lane, const char *s)
{
	lane = (lane ^ load(s)) * odd[0];
	return lane ^ lane >> 32;
}

static uint64_t
take_sixteen(uint64_t lane, const char *s)
{
	uint64_t other = load(s + 8);

	lane = (lane ^ load(s)) * odd[0] + (other << 32 | other >> 32);
	return lane ^ lane >> 29;
}

/* Lanes of multiply and shift, so that the multiplications overlap: four where there is much, and one
 * for what is left. */
uint64_t
str_hash(struct str s)
{
	uint64_t a = 0x9e3779b97f4a7c15u ^ s.n, b = 0xc2b2ae3d27d4eb4fu, c = odd[0], d = odd[1];
	size_t i = 0;

	for (; i + 64 <= s.n; i += 64) {
		a = take_sixteen(a, s.s + i);
		b = take_sixteen(b, s.s + i + 16);
		c = take_sixteen(c, s.s + i + 32);
		d = take_sixteen(d, s.s + i + 48);
	}
	if (i > 0)
		b = mix(b + mix(c + mix(d)));
	for (; i + 16 <= s.n; i += 16)
		a = take_sixteen(a, s.s + i);
	if (i + 8 <= s.n) {
		a = take_eight(a, s.s + i);
		i += 8;
	}
	/* The last bytes with some before them, at one load. */
	if (i < s.n)
		b ^= s.n >= 8 ? load(s.s + s.n - 8) : load_few(s.s, s.n);
	return mix(a * 31 + mix(b));
}
