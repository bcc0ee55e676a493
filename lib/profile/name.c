/* name.c - what a frame is, and what of its names every label needs */
#include "profile/name.h"

bool
name_marks(struct name_style *style, struct str letters)
{
	struct str known = STR("kji");

	if (str_equal(letters, STR("none")))
		letters = STR("");
	for (size_t i = 0; i < letters.n; i++)
		if (str_find_char(known, letters.s[i]) == known.n)
			return false;
	style->kernel = str_find_char(letters, 'k') < letters.n;
	style->jit = str_find_char(letters, 'j') < letters.n;
	style->inlined = str_find_char(letters, 'i') < letters.n;
	return true;
}

static bool
is_kernel_object(struct str base)
{
	size_t at = str_find_last(base, STR(".ko"));

	return at < base.n && (at + 3 == base.n || base.s[at + 3] == '.');
}

bool
name_is_perf_map(struct str module)
{
	struct str before = STR("/tmp/perf-"), after = STR(".map");

	if (!str_starts(module, before) || !str_ends(module, after))
		return false;
	struct str middle = str_skip(module, before.n);
	return str_span_digits(middle) > 0 && str_span_digits(middle) + after.n == middle.n;
}

/* `[nf_conntrack]` is a module of the kernel, `[vdso]` and its like are not. */
static enum frame_kind
bracketed_kind(struct str module)
{
	static const struct {
		const char *begin;
		enum frame_kind kind;
	} known[] = {{"[vdso", FRAME_USER}, {"[vsyscall", FRAME_USER}, {"[stack", FRAME_USER},
	    {"[heap", FRAME_USER}, {"[anon", FRAME_USER}, {"[unknown]", FRAME_USER},
	    {"[uprobes]", FRAME_USER}, {"[JIT", FRAME_JIT}};

	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (str_starts(module, str_from(known[i].begin)))
			return known[i].kind;
	return FRAME_KERNEL;
}

enum frame_kind
name_kind(struct str module)
{
	struct str base = str_base(module);

	if (module.n == 0)
		return FRAME_USER;
	if (module.s[0] == '[')
		return bracketed_kind(module);
	if (str_equal(module, STR("inlined")))
		return FRAME_INLINED;
	if (name_is_perf_map(module) ||
	    (str_starts(base, STR("jitted-")) && str_ends(base, STR(".so"))))
		return FRAME_JIT;
	if (str_starts(base, STR("vmlinux")) || str_starts(base, STR("bpf_prog_")) ||
	    is_kernel_object(base))
		return FRAME_KERNEL;
	return FRAME_USER;
}

void
name_put_clean(struct text *text, struct str s)
{
	if (s.n == 0)
		s = STR("[unknown]");
	char *at = text_reserve(text, s.n);
	for (size_t i = 0; i < s.n; i++)
		at[i] = s.s[i] == ';' ? ':' : str_is_control(s.s[i]) ? ' ' : s.s[i];
	text->n += s.n;
}

struct str
name_module(struct str module)
{
	struct str base = str_base(module), deleted = STR(" (deleted)");

	if (str_equal(base, STR("[unknown]")) || str_equal(module, STR("inlined")))
		return (struct str){0};
	if (str_ends(base, deleted) && base.n > deleted.n)
		base.n -= deleted.n;
	if (base.n > 2 && base.s[0] == '[' && base.s[base.n - 1] == ']')
		base = (struct str){base.s + 1, base.n - 2};
	return base;
}

bool
name_is_unknown(const struct frame *frame)
{
	return frame->name.n == 0 || str_equal(frame->name, STR("[unknown]"));
}
