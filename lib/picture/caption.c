/* caption.c - what the comments of a stream say about it */
#include "picture/caption.h"

#include "base/number.h"

static void
begin_part(struct text *text)
{
	if (text->n > 0)
		text_put(text, CAPTION_DOT);
}

/* Whether a field before this one says the same. */
static bool
is_told(const struct head *head, size_t at)
{
	const struct head_field *field = &head->fields[at];

	for (size_t i = 0; i < at; i++)
		if (str_equal(head->fields[i].key, field->key) &&
		    str_equal(head->fields[i].value, field->value))
			return true;
	return false;
}

static void
put_values(struct text *text, const struct head *head, struct str key, struct str before)
{
	bool first = true;

	for (size_t i = 0; i < head->n; i++) {
		if (!str_equal(head->fields[i].key, key) || is_told(head, i))
			continue;
		if (first)
			begin_part(text);
		text_put(text, first ? before : STR(", "));
		text_put(text, head->fields[i].value);
		first = false;
	}
}

/* Sums one word of all `end` comments. */
static void
put_left_out(struct text *text, const struct head *head, struct str word, struct str what)
{
	uint64_t sum = 0, number;

	for (size_t i = 0; i < head->n; i++)
		if (str_equal(head->fields[i].key, STR("end")) &&
		    number_parse(head_word(head->fields[i].value, word), &number) &&
		    !number_add(&sum, number))
			return;
	if (sum == 0)
		return;
	begin_part(text);
	text_put_grouped(text, sum);
	text_put(text, what);
}

void
caption_put(struct text *text, const struct head *head)
{
	put_values(text, head, STR("hostname"), STR(""));
	put_values(text, head, STR("captured"), STR(""));
	put_values(text, head, STR("event"), STR(""));
	put_values(text, head, STR("range"), STR("range "));
	put_values(text, head, STR("keep"), STR("keep "));
	put_values(text, head, STR("drop"), STR("drop "));
	put_left_out(text, head, STR("idle"), STR(" idle samples left out"));
	put_left_out(text, head, STR("other-event"), STR(" samples of other events left out"));
}
