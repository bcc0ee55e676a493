/* flamegraph_words.c - what a flame graph says of a weight */
#include "picture/flamegraph_words.h"

#include "base/number.h"

#include <inttypes.h>
#include <stdlib.h>

/* The weight times the factor, halves up; the largest number where it is past 64 bits. */
static uint64_t
scaled(const struct flamegraph *graph, uint64_t weight)
{
	uint64_t whole = graph->factor / 1000000000, rest = graph->factor % 1000000000;
	uint64_t sum = whole == 0 || weight <= UINT64_MAX / whole ? weight * whole : UINT64_MAX;
	uint64_t twice = number_scale(weight, (uint32_t)rest, 500000000);
	if (!number_add(&sum, twice / 2 + twice % 2))
		return UINT64_MAX;
	return sum;
}

/* A scaled weight with the decimals that it has; whether that is `1`. */
static bool
put_number(const struct flamegraph *graph, struct text *text, uint64_t number)
{
	uint64_t unit = 1;
	unsigned decimals = graph->decimals;

	for (unsigned i = 0; i < decimals; i++)
		unit *= 10;
	text_put_grouped(text, number / unit);
	uint64_t rest = number % unit;
	for (; decimals > 0 && rest % 10 == 0; decimals--)
		rest /= 10;
	if (decimals > 0)
		text_print(text, ".%0*" PRIu64, (int)decimals, rest);
	return number == unit;
}

void
flamegraph_words_weight(const struct flamegraph *graph, struct text *text, uint64_t weight)
{
	struct str unit = graph->unit;
	bool one = put_number(graph, text, scaled(graph, weight));

	text_put(text, unit.n > 0 ? STR(" ") : STR(""));
	text_put(text, one && str_equal(unit, STR("samples")) ? STR("sample") : unit);
}

void
flamegraph_words_baseline(const struct flamegraph *graph, struct text *text, uint64_t weight)
{
	text_put(text, STR("baseline "));
	flamegraph_words_weight(graph, text, weight);
	text_put(text, STR(", the first count of each line"));
}

/* A share in hundredths of a percent, halves up. */
static unsigned
hundredths(uint64_t part, uint64_t whole)
{
	return ((unsigned)number_scale(part, 20000, whole) + 1) / 2;
}

void
flamegraph_words_share(const struct flamegraph *graph, const struct calltree *tree,
    struct text *text, uint64_t weight, struct str between)
{
	unsigned share = hundredths(weight, tree->total);

	flamegraph_words_weight(graph, text, weight);
	text_put(text, between);
	if (weight == tree->total)
		text_put(text, STR("100%"));
	else
		text_print(text, "%u.%02u%%", share / 100, share % 100);
}

void
flamegraph_words_change(const struct flamegraph *graph, const struct calltree *tree,
    struct text *text, const struct calltree_box *box)
{
	int now = (int)hundredths(box->weight, tree->total);
	int points = now - (int)hundredths(box->base, tree->base_total);
	/* Rounded before they are subtracted: what is told adds up. */
	uint64_t after = scaled(graph, box->weight), before = scaled(graph, box->base);
	bool less = after < before;

	if (box->depth == 0 && graph->given)
		return;
	text_put(text, STR("; before "));
	put_number(graph, text, before);
	text_put(text, less ? STR(", -") : STR(", +"));
	put_number(graph, text, less ? before - after : after - before);
	text_print(text, ", %c%d.%02d points", points < 0 ? '-' : '+', abs(points) / 100,
	    abs(points) % 100);
	text_put(text, box->base == 0 && box->weight > 0 ? STR(", new") : STR(""));
}

void
flamegraph_words_left_out(
    const struct flamegraph *graph, const struct calltree *tree, struct text *text)
{
	text_put(text, STR("Not drawn: "));
	text_put_grouped(text, tree->left_out);
	text_put(text, tree->left_out == 1 ? STR(" box") : STR(" boxes"));
	text_put(text, STR(" narrower than "));
	text_put(text, graph->narrow);
	text_put(text, str_ends(graph->narrow, STR("%")) ? STR("") : STR(" px"));
	text_put(text, STR(", with "));
	flamegraph_words_share(graph, tree, text, tree->left_weight, STR(" ("));
	text_put_char(text, ')');
}
