/* event.c - the names of events */
#include "profile/event.h"

/* Event and modifiers, without the wrapper of a hybrid CPU and without colons. */
struct parts {
	struct str name, modifiers;
};

static struct parts
split_hybrid(struct str name)
{
	struct str inner = str_skip(name, str_find_char(name, '/') + 1);
	size_t slash = str_find_char_last(inner, '/');
	struct str modifiers = str_skip(inner, slash < inner.n ? slash + 1 : inner.n);

	if (modifiers.n > 0 && modifiers.s[0] == ':')
		modifiers = str_skip(modifiers, 1);
	return (struct parts){str_head(inner, slash), modifiers};
}

/* Modifiers are letters behind the last colon; a tracepoint's name, sched:sched_switch, is longer
 * than they and holds letters that are none. */
static struct parts
split(struct str name)
{
	if (str_starts(name, STR("cpu_core/")) || str_starts(name, STR("cpu_atom/")))
		return split_hybrid(name);
	size_t colon = str_find_char_last(name, ':');
	if (colon == name.n)
		return (struct parts){name, {0}};
	struct str modifiers = str_skip(name, colon + 1);
	for (size_t i = 0; i < modifiers.n; i++)
		if (str_find_char(STR("ukhvHGpPSDWIeb"), modifiers.s[i]) == 14)
			return (struct parts){name, {0}};
	return (struct parts){str_head(name, colon), modifiers};
}

bool
event_is_cpu_time(struct str name)
{
	struct str inner = split(name).name;

	/* power:clock_set_rate is a tracepoint, not time. */
	if (str_find_char(inner, ':') < inner.n)
		return false;
	return name.n == 0 || str_find(inner, STR("cycles")) < inner.n ||
	    str_find(inner, STR("clock")) < inner.n;
}

bool
event_equal(struct str a, struct str b)
{
	if (str_equal(a, b))
		return true;
	struct parts x = split(a), y = split(b);
	return str_equal(x.name, y.name) && str_equal(x.modifiers, y.modifiers);
}

bool
event_matches(struct str word, struct str name)
{
	struct parts told = split(word);

	return event_equal(word, name) ||
	    (told.modifiers.n == 0 && str_equal(told.name, split(name).name));
}

bool
event_is_tracepoint(struct str name)
{
	return str_find_char(name, ':') < name.n && !event_is_cpu_time(name) &&
	    !event_has_modifiers(name);
}

bool
event_has_modifiers(struct str name)
{
	return split(name).modifiers.n > 0;
}

void
event_put(struct text *text, struct str name)
{
	struct parts parts = split(name);
	size_t start = text->n;

	text_put(text, parts.name);
	if (parts.modifiers.n > 0)
		text_put_char(text, ':');
	text_put(text, parts.modifiers);
	for (size_t i = start; i < text->n; i++)
		if (str_is_blank(text->s[i]) || str_is_control(text->s[i]))
			text->s[i] = '_';
}
