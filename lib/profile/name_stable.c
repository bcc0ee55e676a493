/* name_stable.c - names without what changes from build to build */
#include "profile/name_stable.h"

#include "profile/name.h"

/* Takes `.word.N`, or a bare `.word` where that is a mark, off the end. */
static bool
drop_suffix(struct str *name, struct str word, bool bare)
{
	struct str rest = *name;
	size_t digits = 0;

	while (digits < rest.n && str_is_digit(rest.s[rest.n - 1 - digits]))
		digits++;
	bool numbered = digits > 0 && digits < rest.n && rest.s[rest.n - 1 - digits] == '.';
	if (numbered)
		rest.n -= digits + 1;
	if (!(numbered || bare) || !str_ends(rest, word) || rest.n == word.n)
		return false;
	*name = str_head(rest, rest.n - word.n);
	return true;
}

/* Clones pile up: f.isra.0.constprop.1.cold.  Go's main.part and Java's Disk.part are none. */
static struct str
without_clones(struct str name)
{
	static const char *const words[] = {".cold", ".isra", ".constprop", ".part", ".llvm"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words);)
		i = drop_suffix(&name, str_from(words[i]), i == 0) ? 0 : i + 1;
	return name;
}

/* Rust's legacy mangling ends in ::h and 16 hexadecimal digits. */
static struct str
without_rust_hash(struct str name)
{
	struct str end;

	if (name.n <= 19)
		return name;
	end = str_skip(name, name.n - 19);
	bool hash = str_starts(end, STR("::h")) && str_span_hex(str_skip(end, 3)) == 16;
	return hash ? str_head(name, name.n - 19) : name;
}

/* V8 marks the tier by a sign behind the colon: LazyCompile:~f, JS:*f.  Writes what stands before
 * the sign, and takes both off. */
static void
take_tier(struct text *text, struct str *name)
{
	static const char *const begins[] = {
	    "LazyCompile:", "Function:", "JS:", "Eval:", "Script:"};

	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++) {
		struct str begin = str_from(begins[i]);
		if (!str_starts(*name, begin) || name->n < begin.n + 2 ||
		    str_find_char(STR("~*^+"), name->s[begin.n]) == 4)
			continue;
		name_put_clean(text, begin);
		*name = str_skip(*name, begin.n + 1);
		return;
	}
}

static bool
is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || str_is_digit(c) || c == '_';
}

/* Bytes of a number, decimal or hexadecimal, that is no front of a longer word. */
static size_t
span_number(struct str s)
{
	size_t n = str_starts(s, STR("0x")) ? 2 : 0, digits = str_span_hex(str_skip(s, n));

	n += digits;
	return digits == 0 || (n < s.n && is_word(s.s[n])) ? 0 : n;
}

/* Behind $$Lambda: $12, the class's number in the JVM or a hash, and /0x.., +0x.., .0x.. or /123..,
 * where the JVM holds it.  A point before anything but a digit is that before the method. */
static size_t
span_lambda(struct str s)
{
	size_t n = 0, number;

	if (s.n > 0 && s.s[0] == '$') {
		number = span_number(str_skip(s, 1));
		n = number > 0 ? number + 1 : 0;
	}
	struct str rest = str_skip(s, n);
	if (rest.n < 2 || str_find_char(STR("/+."), rest.s[0]) == 3 || !str_is_digit(rest.s[1]))
		return n;
	number = span_number(str_skip(rest, 1));
	return number > 0 ? n + number + 1 : n;
}

/* Finds the first number that goes with a generated name; false where there is none. */
static bool
find_generated(struct str name, size_t *at, size_t *n)
{
	static const char *const words[] = {"$$Lambda", "GeneratedMethodAccessor",
	    "GeneratedConstructorAccessor", "GeneratedSerializationConstructorAccessor"};

	*at = name.n;
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct str word = str_from(words[i]);
		size_t end = str_find(name, word) + word.n;
		if (end > name.n || end >= *at)
			continue;
		*at = end;
		*n = i == 0 ? span_lambda(str_skip(name, end))
			    : str_span_digits(str_skip(name, end));
	}
	return *at < name.n;
}

void
name_stable_put(struct text *text, struct str name)
{
	size_t at, n = 0;

	name = without_rust_hash(without_clones(name));
	take_tier(text, &name);
	while (find_generated(name, &at, &n)) {
		name_put_clean(text, str_head(name, at));
		name = str_skip(name, at + n);
		if (name.n == 0)
			return;
	}
	name_put_clean(text, name);
}
