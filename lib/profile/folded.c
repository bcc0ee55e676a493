/* folded.c - folded lines */
#include "profile/folded.h"

#include "base/die.h"
#include "base/number.h"

#include <inttypes.h>

enum { BILLION = 1000000000 };

/* What a fraction says in billionths; digits past the ninth are cut off. */
static bool
parse_fraction(struct str digits, uint32_t *billionths)
{
	uint32_t value = 0, unit = BILLION / 10;

	if (str_span_digits(digits) != digits.n)
		return false;
	for (size_t i = 0; i < digits.n && unit > 0; i++, unit /= 10)
		value += (uint32_t)(digits.s[i] - '0') * unit;
	*billionths = value;
	return true;
}

bool
folded_parse_weight(struct str count, struct weight *weight)
{
	struct weight value = {0};

	if (number_parse(count, &value.whole)) {
		*weight = value;
		return true;
	}
	size_t dot = str_find_char(count, '.');
	if (!number_parse(str_head(count, dot), &value.whole))
		return false;
	if (dot < count.n && !parse_fraction(str_skip(count, dot + 1), &value.billionths))
		return false;
	*weight = value;
	return true;
}

bool
folded_parse(struct str line, struct folded *folded)
{
	struct weight weight;
	size_t at = line.n;

	/* Most counts have one digit. */
	if (at > 2 && str_is_digit(line.s[at - 1]) && line.s[at - 2] == ' ') {
		uint64_t count = (unsigned char)line.s[at - 1] - (unsigned)'0';
		*folded = (struct folded){.stack = str_head(line, at - 2), .weight = {count, 0}};
		return true;
	}
	if (line.n > 0 && line.s[line.n - 1] == '\r')
		line.n--;
	for (at = line.n; at > 0 && !str_is_blank(line.s[at - 1]); at--)
		;
	if (at < 2 || !folded_parse_weight(str_skip(line, at), &weight))
		return false;
	*folded = (struct folded){.stack = str_head(line, at - 1), .weight = weight};
	return true;
}

bool
folded_parse_difference(struct str line, struct folded *folded)
{
	struct folded after, before;

	if (!folded_parse(line, &after) || !folded_parse(after.stack, &before))
		return false;
	*folded = (struct folded){before.stack, after.weight, before.weight};
	return true;
}

bool
folded_add_fraction(struct weight *sum, struct weight weight)
{
	uint32_t billionths = sum->billionths + weight.billionths;
	uint64_t whole = sum->whole;

	if (!number_add(&whole, weight.whole) || !number_add(&whole, billionths / BILLION))
		return false;
	*sum = (struct weight){whole, billionths % BILLION};
	return true;
}

void
folded_put_weight(struct text *text, const struct weight *weight)
{
	text_put_number(text, weight->whole);
	if (weight->billionths == 0)
		return;
	text_print(text, ".%09" PRIu32, weight->billionths);
	while (text->s[text->n - 1] == '0')
		text->n--;
}

void
folded_put(struct text *text, const struct folded *folded, bool difference)
{
	text_put(text, folded->stack);
	text_put_char(text, ' ');
	if (difference) {
		folded_put_weight(text, &folded->before);
		text_put_char(text, ' ');
	}
	folded_put_weight(text, &folded->weight);
	text_put_char(text, '\n');
}

void
folded_say_broken(uint64_t n, struct text *first)
{
	if (n > 0)
		die_warn("%" PRIu64 " line%s not understood (first: %s)", n, n == 1 ? "" : "s",
		    text_terminate(first));
}
