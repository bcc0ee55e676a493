/* head.c - the comments of a stream */
#include "profile/head.h"

#include "base/array.h"

#include <stdlib.h>

bool
head_parse(struct str line, struct str *key, struct str *value)
{
	if (!str_starts(line, STR("# ")) || !str_ends(line, STR("\"")))
		return false;
	struct str rest = str_skip(line, 2);
	size_t equals = str_find_char(rest, '=');
	if (equals == 0 || rest.n - equals < 3 || rest.s[equals + 1] != '"')
		return false;
	for (size_t i = 0; i < equals; i++)
		if (str_is_blank(rest.s[i]) || rest.s[i] == ';')
			return false;
	*key = str_head(rest, equals);
	*value = (struct str){rest.s + equals + 2, rest.n - equals - 3};
	return true;
}

void
head_put(struct text *text, struct str key, struct str value)
{
	text_put(text, STR("# "));
	text_put(text, key);
	text_put(text, STR("=\""));
	for (size_t i = 0; i < value.n; i++)
		text_put_char(text, str_is_control(value.s[i]) ? ' ' : value.s[i]);
	text_put(text, STR("\"\n"));
}

void
head_add(struct head *head, struct str key, struct str value)
{
	if (head->n == head->capacity)
		head->fields =
		    array_grow(head->fields, &head->capacity, head->n + 1, sizeof(*head->fields));
	head->fields[head->n++] = (struct head_field){
	    arena_copy(&head->arena, key),
	    arena_copy(&head->arena, value),
	};
}

struct str
head_get(const struct head *head, struct str key)
{
	for (size_t i = 0; i < head->n; i++)
		if (str_equal(head->fields[i].key, key))
			return head->fields[i].value;
	return (struct str){0};
}

const char *
head_find_fault(const struct head *head, struct str key, struct str value)
{
	struct str weight = head_get(head, STR("weight"));

	if (str_equal(key, STR("fs-folded")) && !str_equal(value, STR(HEAD_VERSION)))
		return "its format is of a version that this program does not know; a newer one "
		       "may";
	if (str_equal(key, STR("weight")) && weight.n > 0 && !str_equal(weight, value))
		return "it counts samples, and a stream before it periods, or the other way round: "
		       "they do not add up";
	return NULL;
}

struct str
head_word(struct str end, struct str name)
{
	struct str word;

	while (str_field(&end, ' ', &word)) {
		size_t equals = str_find_char(word, '=');
		if (equals < word.n && str_equal(str_head(word, equals), name))
			return str_skip(word, equals + 1);
	}
	return (struct str){0};
}

void
head_free(struct head *head)
{
	arena_free(&head->arena);
	free(head->fields);
	*head = (struct head){0};
}
