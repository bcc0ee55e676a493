/* name_precise.c - names that lose nothing which tells two functions apart but overloads */
#include "profile/name_precise.h"

#include "profile/name_stable.h"

/* Qualifiers that may follow a parameter list and go with it. */
static struct str
without_qualifiers(struct str s)
{
	static const char *const qualifiers[] = {" const", " volatile", " &", " &&"};

	for (size_t i = 0; i < sizeof(qualifiers) / sizeof(*qualifiers);) {
		if (str_ends(s, str_from(qualifiers[i]))) {
			s.n -= strlen(qualifiers[i]);
			i = 0;
		} else {
			i++;
		}
	}
	return s;
}

/* Where the parenthesis opens that the last byte of s closes; s.n where none does. */
static size_t
find_opening(struct str s)
{
	size_t depth = 0;

	for (size_t i = s.n; i > 0; i--) {
		if (s.s[i - 1] == ')')
			depth++;
		else if (s.s[i - 1] == '(' && --depth == 0)
			return i - 1;
	}
	return s.n;
}

/* `Foo::bar(int) const` is `Foo::bar`; `operator()`, `(anonymous namespace)::f`, Go's `(*T).Do` and
 * C's `sym (x)` stay. */
static struct str
without_parameters(struct str name)
{
	struct str list = without_qualifiers(name);

	if (list.n == 0 || list.s[list.n - 1] != ')' || str_starts(name, STR("RegExp:")))
		return name;
	size_t open = find_opening(list);
	struct str rest = str_head(list, open);
	if (open == list.n || open == 0 || str_is_blank(rest.s[open - 1]) ||
	    str_ends(rest, STR("operator")))
		return name;
	return rest;
}

static void
put_part(struct text *text, const struct name_style *style, struct str part)
{
	if (style->tidy == NAME_STABLE)
		name_stable_put(text, part);
	else
		name_put_clean(text, part);
}

/* A Java descriptor, Lorg/foo/Bar;::run, is org/foo/Bar::run. */
static void
put_tidy(struct text *text, const struct name_style *style, struct str name)
{
	size_t end = str_find(name, STR(";::"));

	if (name.n > 0 && name.s[0] == 'L' && end < name.n) {
		put_part(text, style, str_head(str_skip(name, 1), end - 1));
		name = str_skip(name, end + 1);
	}
	put_part(text, style, without_parameters(name));
}

static void
put_source(struct text *text, const struct name_style *style, const struct frame *frame)
{
	if (!style->sources || frame->source.n == 0)
		return;
	text_put_char(text, ':');
	name_put_clean(text, frame->source);
}

static void
put_mark(struct text *text, const struct name_style *style, enum frame_kind kind)
{
	if (kind == FRAME_KERNEL && style->kernel)
		text_put(text, STR("_[k]"));
	if (kind == FRAME_JIT && style->jit)
		text_put(text, STR("_[j]"));
	if (kind == FRAME_INLINED && style->inlined)
		text_put(text, STR("_[i]"));
}

/* Takes the next part of a->b->c off *rest. */
static bool
next_part(struct str *rest, struct str *part)
{
	size_t arrow = str_find(*rest, STR("->"));

	if (rest->n == 0)
		return false;
	*part = str_head(*rest, arrow);
	*rest = str_skip(*rest, arrow < rest->n ? arrow + 2 : arrow);
	return true;
}

/* perf-map-agent writes inlining as A::a->B::b.  In a name of another kind, `operator->` or Rust's
 * `-> usize`, some part has no `::`. */
static bool
is_inlining(struct str name)
{
	struct str part;

	if (str_find(name, STR("->")) == name.n || str_ends(name, STR("->")))
		return false;
	while (next_part(&name, &part))
		if (str_find(part, STR("::")) == part.n)
			return false;
	return true;
}

static void
put_inlining(struct text *text, const struct name_style *style, const struct frame *frame)
{
	struct str rest = frame->name, part;

	for (enum frame_kind kind = frame->kind; next_part(&rest, &part); kind = FRAME_INLINED) {
		if (kind == FRAME_INLINED)
			text_put_char(text, ';');
		put_tidy(text, style, part);
		put_mark(text, style, kind);
	}
}

static void
put_module(struct text *text, const struct frame *frame)
{
	struct str module = name_module(frame->module);

	text_put_char(text, '[');
	name_put_clean(text, module.n > 0 ? module : STR("unknown"));
}

/* A frame without a symbol: [libc.so.6], [libc.so.6 <98a97>], or, where the profiler printed no
 * symbols at all, [libc.so.6+0x98a97] or the address. */
static void
put_unresolved(struct text *text, const struct name_style *style, const struct frame *frame)
{
	bool told = frame->symbol.n > 0;
	bool module = frame->module.n > 0 && !str_equal(frame->module, STR("[unknown]"));

	if (!told && !module && frame->address.n > 0) {
		text_put(text, STR("0x"));
		text_put(text, frame->address);
	} else {
		put_module(text, frame);
		if (style->addresses)
			text_print(text, " <%.*s>", (int)frame->address.n, frame->address.s);
		else if (!told && frame->address.n > 0)
			text_print(text, "+0x%.*s", (int)frame->address.n, frame->address.s);
		text_put_char(text, ']');
	}
	put_mark(text, style, frame->kind);
}

void
name_precise_put(struct text *text, const struct name_style *style, const struct frame *frame)
{
	if (name_is_unknown(frame)) {
		put_unresolved(text, style, frame);
	} else if (style->tidy == NAME_NONE) {
		name_put_clean(text, frame->symbol);
		put_source(text, style, frame);
		put_mark(text, style, frame->kind);
	} else if (name_is_perf_map(frame->module) && is_inlining(frame->name)) {
		put_inlining(text, style, frame);
	} else {
		put_tidy(text, style, frame->name);
		put_source(text, style, frame);
		put_mark(text, style, frame->kind);
	}
}
