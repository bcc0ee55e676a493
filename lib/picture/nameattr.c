/* nameattr.c - links and titles of functions */
#include "picture/nameattr.h"

#include "base/array.h"
#include "base/die.h"
#include "base/input.h"
#include "picture/svg.h"

#include <inttypes.h>
#include <stdlib.h>

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
equals_nocase(struct str s, const char *word)
{
	size_t i = 0;

	while (i < s.n && word[i] != '\0' && lower(s.s[i]) == word[i])
		i++;
	return i == s.n && word[i] == '\0';
}

bool
nameattr_is_safe(struct str href)
{
	size_t colon = str_find_char(href, ':');

	/* Browsers take blanks and control bytes off before they look for the scheme. */
	for (size_t i = 0; i < href.n; i++)
		if (str_is_control(href.s[i]) || href.s[i] == ' ')
			return false;
	if (href.n == 0)
		return false;
	for (size_t i = 0; i < colon; i++)
		if (strchr("/?#", href.s[i]) != NULL)
			return true;
	return colon == href.n || equals_nocase(str_head(href, colon), "https") ||
	    equals_nocase(str_head(href, colon), "http") ||
	    equals_nocase(str_head(href, colon), "mailto");
}

static bool
is_target(struct str target)
{
	return equals_nocase(target, "_blank") || equals_nocase(target, "_top") ||
	    equals_nocase(target, "_parent") || equals_nocase(target, "_self");
}

static bool
take(struct nameattr *attributes, struct nameattr_entry *entry, struct str name, struct str value)
{
	struct str *place = NULL;

	if (str_equal(name, STR("href")) && nameattr_is_safe(value))
		place = &entry->href;
	else if (str_equal(name, STR("target")) && is_target(value))
		place = &entry->target;
	else if (str_equal(name, STR("title")) && value.n > 0)
		place = &entry->title;
	if (place != NULL)
		*place = arena_copy(&attributes->arena, value);
	return place != NULL;
}

static void
take_all(struct nameattr *attributes, struct nameattr_entry *entry, struct str rest, uint64_t line)
{
	struct str field;

	while (str_field(&rest, '\t', &field)) {
		size_t equals = str_find_char(field, '=');
		struct str value = equals < field.n ? str_skip(field, equals + 1) : STR("");
		if (field.n == 0)
			continue;
		/* Some files have their values in quotes. */
		if (value.n >= 2 && value.s[0] == '"' && value.s[value.n - 1] == '"')
			value = (struct str){value.s + 1, value.n - 2};
		struct str name = str_head(field, equals);
		if (!take(attributes, entry, name, value) && attributes->odd++ == 0)
			text_print(
			    &attributes->first_odd, "%" PRIu64 ": %.*s", line, (int)name.n, name.s);
	}
}

static struct nameattr_entry *
entry_of(struct nameattr *attributes, struct str name)
{
	size_t known = attributes->names.n;
	uint32_t number = intern_add(&attributes->names, name);

	if (number >= attributes->capacity)
		attributes->entries = array_grow(attributes->entries, &attributes->capacity,
		    (size_t)number + 1, sizeof(*attributes->entries));
	if (number == known)
		attributes->entries[number] = (struct nameattr_entry){0};
	return &attributes->entries[number];
}

void
nameattr_read(struct nameattr *attributes, const char *path)
{
	struct input in;
	struct str block, line, name;
	char *operand = NULL;
	struct text text = {0};
	uint64_t number = 0;

	text_put(&text, str_from(path));
	text_terminate(&text);
	operand = text.s;
	attributes->path = path;
	input_open(&in, &operand, 1, 0);
	while (input_next(&in))
		while (input_block(&in, input_after_last_line, NULL, &block))
			while (str_line(&block, &line)) {
				number++;
				if (str_field(&line, '\t', &name) && name.n > 0)
					take_all(
					    attributes, entry_of(attributes, name), line, number);
			}
	input_close(&in);
	text_free(&text);
}

const struct nameattr_entry *
nameattr_find(const struct nameattr *attributes, struct str marked, struct str name)
{
	static const struct nameattr_entry none;
	uint32_t number;

	if (attributes == NULL ||
	    (!intern_find(&attributes->names, marked, &number) &&
		!intern_find(&attributes->names, name, &number)))
		return &none;
	return &attributes->entries[number];
}

void
nameattr_open_link(const struct nameattr_entry *entry, struct text *text)
{
	if (entry->href.n == 0)
		return;
	text_put(text, STR("<a href=\""));
	svg_put_text(text, entry->href);
	text_put(text, STR("\" target=\""));
	svg_put_text(text, entry->target.n > 0 ? entry->target : STR("_top"));
	text_put(text, STR("\">"));
}

void
nameattr_close_link(const struct nameattr_entry *entry, struct text *text)
{
	if (entry->href.n > 0)
		text_put(text, STR("</a>"));
}

bool
nameattr_put_title(const struct nameattr_entry *entry, struct str name, struct text *text)
{
	if (entry->title.n == 0)
		return false;
	text_put(text, STR("\" data-name=\""));
	svg_put_text(text, name);
	text_put(text, STR("\"><title>"));
	svg_put_text(text, entry->title);
	text_put(text, STR("</title>"));
	return true;
}

void
nameattr_say_odd(struct nameattr *attributes)
{
	if (attributes->odd > 0)
		die_warn("%s: %" PRIu64 " attribute%s not taken (first: line %s)", attributes->path,
		    attributes->odd, attributes->odd == 1 ? "" : "s",
		    text_terminate(&attributes->first_odd));
}

void
nameattr_free(struct nameattr *attributes)
{
	free(attributes->entries);
	intern_free(&attributes->names);
	arena_free(&attributes->arena);
	text_free(&attributes->first_odd);
	*attributes = (struct nameattr){0};
}
