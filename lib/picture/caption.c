/* caption.c - what the comments of a stream say about it */
#include "picture/caption.h"

#include "base/calendar.h"
#include "base/number.h"
#include "picture/utf8.h"

enum { MOST_VALUES = 8, MOST_FILES = 4, MOST_NAME = 48 };

static void
begin_part(struct text *text)
{
	if (text->n > 0)
		text_put(text, CAPTION_DOT);
}

/* The different values of a key, the first few of them. */
static void
put_values(struct text *text, const struct head *head, struct str key, struct str before)
{
	struct str told[MOST_VALUES];
	size_t n = 0, at;

	for (size_t i = 0; i < head->n; i++) {
		const struct head_field *field = &head->fields[i];
		if (!str_equal(field->key, key))
			continue;
		for (at = 0; at < n && !str_equal(told[at], field->value); at++)
			;
		if (at < n)
			continue;
		if (n == 0)
			begin_part(text);
		text_put(text, n == 0 ? before : STR(", "));
		if (n == MOST_VALUES) {
			text_put(text, STR(".."));
			return;
		}
		text_put(text, field->value);
		told[n++] = field->value;
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
caption_put_source(struct text *text, char *const *operands, size_t n)
{
	for (size_t i = 0; i < n && i < MOST_FILES; i++) {
		struct str name = str_base(str_from(operands[i]));
		if (n == 1 && str_equal(name, STR("-")))
			return;
		if (i == 0)
			begin_part(text);
		text_put(text, i > 0 ? STR(", ") : STR(""));
		text_put(text, utf8_fit(name, MOST_NAME));
		text_put(text, utf8_columns(name) > MOST_NAME ? STR("..") : STR(""));
	}
	if (n > MOST_FILES)
		text_print(text, " and %zu more", n - MOST_FILES);
}

void
caption_put(struct text *text, const struct head *head)
{
	/* What may be cut off at the end of a narrow page matters least. */
	put_values(text, head, STR("hostname"), STR(""));
	put_values(text, head, STR("event"), STR(""));
	put_left_out(text, head, STR("idle"), STR(" idle samples left out"));
	put_left_out(text, head, STR("busy"), STR(" busy samples left out"));
	put_left_out(text, head, STR("other-event"), STR(" samples of other events left out"));
	put_left_out(text, head, STR("without"), STR(" samples of no event left out"));
	put_values(text, head, STR("range"), STR("range "));
	put_values(text, head, STR("keep"), STR("kept "));
	put_values(text, head, STR("drop"), STR("dropped "));
	put_values(text, head, STR("captured"), STR(""));
}

/* The one value of a key; false where there is none, or a further one. */
static bool
only(const struct head *head, struct str key, struct str *value)
{
	*value = head_get(head, key);
	for (size_t i = 0; i < head->n; i++)
		if (str_equal(head->fields[i].key, key) &&
		    !str_equal(head->fields[i].value, *value))
			return false;
	return value->n > 0;
}

void
caption_put_wall(struct text *text, const struct head *head)
{
	struct str value, range, begin;
	nsec wall, offset = 0;
	bool about = only(head, STR("wall-about"), &value);

	if (!about && !only(head, STR("wall"), &value))
		return;
	if (!nsec_parse(value, &wall))
		return;
	bool cut = only(head, STR("range"), &range) && str_field(&range, ',', &begin) &&
	    nsec_parse(begin, &offset);
	begin_part(text);
	text_put(text, cut ? STR("begins ") : STR("second 0 is "));
	text_put(text, about ? STR("about ") : STR(""));
	calendar_put(text, nsec_add(wall, offset));
}

struct str
caption_unit(const struct head *head)
{
	struct str event = head_get(head, STR("event"));

	if (!str_equal(head_get(head, STR("weight")), STR("period")))
		return STR("samples");
	return event.n > 0 ? event : STR("events");
}
