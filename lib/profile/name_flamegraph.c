/* name_flamegraph.c - names as stackcollapse-perf.pl makes them */
#include "profile/name_flamegraph.h"

static struct str
without_offset(struct str symbol)
{
	size_t plus = str_find_last(symbol, STR("+0x"));

	if (plus == symbol.n || plus + 3 == symbol.n)
		return symbol;
	struct str digits = str_skip(symbol, plus + 3);
	return str_span_hex(digits) == digits.n ? str_head(symbol, plus) : symbol;
}

/* Go's methods on pointers, .(*T)., keep their parentheses. */
static bool
is_go_method(struct str name)
{
	size_t open = str_find(name, STR(".("));

	return open < name.n && str_find(str_skip(name, open), STR(").")) < name.n - open;
}

/* All from the first parenthesis on goes, (anonymous namespace) passed over. */
static struct str
without_arguments(struct str name)
{
	struct str anonymous = STR("(anonymous namespace)");

	if (is_go_method(name))
		return name;
	for (size_t i = 0; i < name.n; i++) {
		if (name.s[i] != '(')
			continue;
		if (!str_starts(str_skip(name, i), anonymous))
			return str_head(name, i);
		i += anonymous.n - 1;
	}
	return name;
}

static void
put_name(struct text *text, struct str name)
{
	for (size_t i = 0; i < name.n; i++) {
		char c = name.s[i];
		if (c == '"' || c == '\'')
			continue;
		text_put_char(text, c == ';' ? ':' : str_is_control(c) ? ' ' : c);
	}
}

static void
put_unknown(struct text *text, const struct name_style *style, const struct frame *frame)
{
	bool known = !str_equal(frame->module, STR("[unknown]"));

	text_put_char(text, '[');
	put_name(text, known ? str_base(frame->module) : STR("unknown"));
	if (style->addresses)
		text_print(text, " <%.*s>", (int)frame->address.n, frame->address.s);
	text_put_char(text, ']');
}

static void
put_mark(struct text *text, const struct name_style *style, const struct frame *frame)
{
	struct str module = frame->module;
	bool kernel = (str_starts(module, STR("[")) || str_ends(module, STR("vmlinux"))) &&
	    str_find(module, STR("unknown")) == module.n;

	if (kernel && style->kernel)
		text_put(text, STR("_[k]"));
	else if (style->jit && frame->kind == FRAME_JIT && str_starts(module, STR("/tmp/perf-")))
		text_put(text, STR("_[j]"));
}

void
name_flamegraph_put(struct text *text, const struct name_style *style, const struct frame *frame)
{
	struct str rest = without_offset(frame->symbol);
	struct str part;

	if (str_starts(rest, STR("(")))
		return;
	for (bool inlined = false; rest.n > 0; inlined = true) {
		size_t arrow = str_find(rest, STR("->"));
		part = str_head(rest, arrow);
		rest = str_skip(rest, arrow < rest.n ? arrow + 2 : arrow);
		if (inlined)
			text_put_char(text, ';');
		size_t start = text->n;
		if (str_equal(part, STR("[unknown]")))
			put_unknown(text, style, frame);
		else
			put_name(text, without_arguments(part));
		if (style->sources && !inlined && rest.n == 0 && frame->source.n > 0) {
			text_put_char(text, ':');
			put_name(text, frame->source);
		}
		if (inlined && !str_ends(text_str(text), STR("_[i]")))
			text_put(text, STR("_[i]"));
		else if (!inlined)
			put_mark(text, style, frame);
		/* `->f` and a lone quote leave nothing; but a frame is never empty. */
		if (text->n == start)
			text_put(text, STR("[unknown]"));
	}
}
