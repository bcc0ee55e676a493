/* name_stable.c - names without what changes from build to build */
#include "profile/name_stable.h"

#include "profile/name.h"

/* Takes `.word` or `.word.N` off the end. */
static bool
drop_suffix(struct str *name, struct str word)
{
	struct str rest = *name;
	size_t digits = 0;

	while (digits < rest.n && str_is_digit(rest.s[rest.n - 1 - digits]))
		digits++;
	if (digits > 0 && digits < rest.n && rest.s[rest.n - 1 - digits] == '.')
		rest.n -= digits + 1;
	if (!str_ends(rest, word) || rest.n == word.n)
		return false;
	*name = str_head(rest, rest.n - word.n);
	return true;
}

/* Clones pile up: f.isra.0.constprop.1.cold. */
static struct str
without_clones(struct str name)
{
	static const char *const words[] = {".isra", ".constprop", ".part", ".cold", ".llvm"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words);)
		i = drop_suffix(&name, str_from(words[i])) ? 0 : i + 1;
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

/* V8 marks the tier by a sign behind the colon: LazyCompile:~f, JS:*f. */
static void
put_without_tier(struct text *text, struct str name)
{
	static const char *const begins[] = {
	    "LazyCompile:", "Function:", "JS:", "Eval:", "Script:"};

	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++) {
		struct str begin = str_from(begins[i]);
		if (!str_starts(name, begin))
			continue;
		name_put_clean(text, begin);
		name = str_skip(name, begin.n);
		if (name.n > 1 && str_find_char(STR("~*^+"), name.s[0]) < 4)
			name = str_skip(name, 1);
	}
	name_put_clean(text, name);
}

/* Bytes of a number, or of Java's 12$$Lambda+0x..., behind a generated name. */
static size_t
span_generated(struct str s)
{
	size_t n = 0;

	while (n < s.n && (str_is_hex(s.s[n]) || str_find_char(STR("$/+x."), s.s[n]) < 5))
		n++;
	return n;
}

static bool
cut_generated(struct str name, struct str word, struct str *before, struct str *after)
{
	size_t at = str_find(name, word);

	if (at == name.n)
		return false;
	size_t end = at + word.n;
	*before = str_head(name, end);
	*after = str_skip(name, end + span_generated(str_skip(name, end)));
	return true;
}

void
name_stable_put(struct text *text, struct str name)
{
	static const char *const words[] = {"$$Lambda", "GeneratedMethodAccessor",
	    "GeneratedConstructorAccessor", "GeneratedSerializationConstructorAccessor"};
	struct str before, after;

	name = without_rust_hash(without_clones(name));
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		if (!cut_generated(name, str_from(words[i]), &before, &after))
			continue;
		put_without_tier(text, before);
		if (after.n > 0)
			name_put_clean(text, after);
		return;
	}
	put_without_tier(text, name);
}
