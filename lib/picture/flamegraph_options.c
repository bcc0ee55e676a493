/* flamegraph_options.c - what the user asks of a flame graph */
#include "picture/flamegraph_options.h"

#include "base/decimal.h"
#include "base/die.h"
#include "base/number.h"

#include <inttypes.h>
#include <stdlib.h>

enum { FONT = 12, FONT_LEAST = 4, FONT_MOST = 100, FONT_WIDTH = 61 };

enum { LOOKS = 20 };

/* How the picture looks, and what it says. */
static void
put_looks(struct flamegraph_options *options, struct opt *table)
{
	const struct opt rows[] = {
	    {0, "title", "TEXT", OPT_TEXT, &options->title, "title (Flame graph)"},
	    {0, "subtitle", "TEXT", OPT_TEXT, &options->subtitle,
		"line below it (what the head of the input tells)"},
	    {0, "notes", "TEXT", OPT_TEXT, &options->notes, "more text, in the description"},
	    {0, "width", "PIXELS", OPT_COUNT, &options->width,
		"width of the picture (1200, and less where there is no room)"},
	    {0, "height", "PIXELS", OPT_COUNT, &options->row, "height of a frame (16)"},
	    {0, "minwidth", "WIDTH", OPT_TEXT, &options->least,
		"leave out frames narrower than pixels, or N% of all (0.1)"},
	    {0, "fonttype", "FAMILY", OPT_TEXT, &options->font, "font of the labels"},
	    {0, "fontsize", "PIXELS", OPT_TEXT, &options->font_size, "its size (12)"},
	    {0, "fontwidth", "EM", OPT_TEXT, &options->font_width,
		"width of its letters, as a share of the size (0.61)"},
	    {0, "truncate", "right|left", OPT_CHOICE, &options->truncate,
		"which end of a long name is cut off (right)"},
	    {0, "colors", PALETTE_NAMES, OPT_CHOICE, &options->palette, "palette (kind)"},
	    {'c', "colors", PALETTE_NAMES, OPT_CHOICE, &options->palette, NULL},
	    {0, "colordiffusion", NULL, OPT_WHOLE, &options->diffusion,
		"colour by weight: the wider, the redder"},
	    {0, "bgcolors", "COLOR", OPT_TEXT, &options->background,
		"background: yellow, blue, green, grey or #rrggbb (white)"},
	    {0, "search-color", "#RRGGBB", OPT_TEXT, &options->search, "of what a search finds"},
	    {0, "stroke-color", "#RRGGBB|none", OPT_TEXT, &options->stroke,
		"of the edges of boxes"},
	    {0, "uicolor", "#RRGGBB", OPT_TEXT, &options->ui, "of the script's buttons"},
	    {0, "countname", "TEXT", OPT_TEXT, &options->unit, "what counts are (samples)"},
	    {0, "nametype", "TEXT", OPT_TEXT, &options->nametype, "what names are"},
	    {0, "nameattr", "FILE", OPT_TEXT, &options->nameattr,
		"links and titles of functions: NAME, tab, href=.. or title=.."},
	};

	_Static_assert(sizeof(rows) / sizeof(*rows) == LOOKS, "their number");
	memcpy(table, rows, sizeof(rows));
}

void
flamegraph_options_table(struct flamegraph_options *options, struct opt *table)
{
	const struct opt rows[] = {
	    {0, "factor", "NUMBER", OPT_TEXT, &options->factor, "multiply counts by that"},
	    {0, "total", "COUNT", OPT_TEXT, &options->total, "what the whole width stands for"},
	    {0, "difference", NULL, OPT_FLAG, &options->difference,
		"lines end in two counts, before and after"},
	    {0, "folded", NULL, OPT_FLAG, &options->folded, "they end in one"},
	    {0, "negate", NULL, OPT_FLAG, &options->negate, "what grew is blue, not red"},
	    {'i', "inverted", NULL, OPT_FLAG, &options->inverted,
		"the root on top: an icicle graph"},
	    {0, "reverse", NULL, OPT_FLAG, &options->reverse, "stacks from their leaves"},
	    {0, "flamechart", NULL, OPT_FLAG, &options->flamechart,
		"in the order of time, nothing summed"},
	    {0, "flame-chart", NULL, OPT_FLAG, &options->flamechart, NULL},
	    {0, "no-sort", NULL, OPT_FLAG, &options->no_sort, "the same"},
	    {0, "base", "NAME", OPT_LIST, &options->base,
		"leave out what called frame NAME; repeatable"},
	    {0, "keep", "REGEX", OPT_LIST, &options->keep,
		"only stacks that match; repeatable: any"},
	    {0, "drop", "REGEX", OPT_LIST, &options->drop, "no stacks that match; repeatable: any"},
	    {0, "no-javascript", NULL, OPT_FLAG, &options->still,
		"a picture without zoom and search"},
	    {0, "truncate-text-right", NULL, OPT_ACCEPTED, NULL, "as --truncate right"},
	    {0, "hash", NULL, OPT_ACCEPTED, NULL, "colours are told by names anyway"},
	    {0, "deterministic", NULL, OPT_ACCEPTED, NULL, "the same"},
	    {0, "random", NULL, OPT_ACCEPTED, NULL, "the same"},
	    {0, "cp", NULL, OPT_ACCEPTED, NULL, "the same"},
	    {0, "pretty-xml", NULL, OPT_ACCEPTED, NULL, "a line each box, anyway"},
	    {0, "encoding", "NAME", OPT_ACCEPTED, NULL, "UTF-8, whatever is said"},
	    {'o', "output", "FILE", OPT_TEXT, &options->output,
		"write to FILE, whole or not at all"},
	    {'q', "quiet", NULL, OPT_FLAG, &options->quiet, "no notes on stderr"},
	    {0, "block-size", "BYTES", OPT_COUNT, &options->block_size, NULL},
	    {0},
	};

	_Static_assert(LOOKS + sizeof(rows) / sizeof(*rows) <= FLAMEGRAPH_OPTIONS_MOST, "longer");
	put_looks(options, table);
	memcpy(table + LOOKS, rows, sizeof(rows));
}

/* Where nothing was given, instead. */
static uint32_t
within(const char *option, uint64_t value, uint32_t instead, uint64_t least, uint64_t most)
{
	if (value == 0)
		return instead;
	if (value < least || value > most)
		die_usage("--%s: %" PRIu64 " is not from %" PRIu64 " to %" PRIu64, option, value,
		    least, most);
	return (uint32_t)value;
}

static struct color
parse_color(const char *option, const char *argument, struct color instead)
{
	if (argument != NULL && !color_parse(str_from(argument), &instead))
		die_usage("--%s: '%s' is no colour like #d85cf0", option, argument);
	return instead;
}

/* The words of flamegraph.pl, and any colour. */
static struct color
parse_background(const char *argument)
{
	static const struct {
		const char *name;
		struct color color;
	} known[] = {{"yellow", {250, 250, 214}}, {"blue", {236, 240, 250}},
	    {"green", {238, 246, 236}}, {"grey", {242, 242, 242}}, {"gray", {242, 242, 242}}};

	for (size_t i = 0; argument != NULL && i < sizeof(known) / sizeof(*known); i++)
		if (strcmp(argument, known[i].name) == 0)
			return known[i].color;
	return parse_color("bgcolors", argument, (struct color){255, 255, 255});
}

/* A number with decimals, in billionths. */
static uint64_t
parse_decimal(const char *option, const char *argument, uint64_t instead)
{
	uint64_t value;

	if (argument == NULL)
		return instead;
	if (!decimal_parse(str_from(argument), &value) || value == 0)
		die_usage("--%s: '%s' is not a number from 1e-9 to 18e9", option, argument);
	return value;
}

/* Other programs take fractions of a pixel. */
static uint32_t
parse_font_size(const char *argument, uint32_t instead)
{
	uint64_t billionths = parse_decimal("fontsize", argument, instead * 1000000000ull);

	return within(
	    "fontsize", (billionths + 500000000) / 1000000000, FONT_LEAST, FONT_LEAST, FONT_MOST);
}

static const char *
or_else(const char *given, const char *instead)
{
	return given != NULL ? given : instead;
}

/* In other programs users write the colon themselves. */
static struct str
without_colon(struct str s)
{
	return str_head(s, s.n - str_ends(s, STR(":")));
}

static const char *
default_title(const struct flamegraph_options *options)
{
	if (options->flamechart || options->no_sort)
		return "Flame chart";
	if (options->inverted)
		return options->reverse ? "Icicle graph, from the leaves" : "Icicle graph";
	return options->reverse ? "Flame graph, from the leaves" : "Flame graph";
}

struct str
flamegraph_options_difference_title(const struct flamegraph_options *options)
{
	return str_from(or_else(options->title,
	    options->reverse ? "Differential flame graph, from the leaves"
			     : "Differential flame graph"));
}

struct flamegraph
flamegraph_options_plan(const struct flamegraph_options *options, struct calltree_least *least)
{
	uint32_t row = within(
	    "height", options->row, FLAMEGRAPH_ROW, FLAMEGRAPH_ROW_LEAST, FLAMEGRAPH_ROW_MOST);
	uint64_t em = parse_decimal("fontwidth", options->font_width, FONT_WIDTH * 10000000u);
	bool edgeless = options->stroke != NULL && strcmp(options->stroke, "none") == 0;
	struct flamegraph graph = {
	    .title = str_from(or_else(options->title, default_title(options))),
	    .notes = str_from(or_else(options->notes, "")),
	    .nametype = without_colon(str_from(or_else(options->nametype, ""))),
	    .font_family = str_from(or_else(options->font, "")),
	    .width = within("width", options->width, FLAMEGRAPH_WIDTH, FLAMEGRAPH_WIDTH_LEAST,
		FLAMEGRAPH_WIDTH_MOST),
	    .fluid = options->width == 0,
	    .row = row,
	    .font = parse_font_size(options->font_size, row > FONT + 2 ? FONT : row - 2),
	    .font_width = (uint32_t)(em / 10000000),
	    .script = !options->still,
	    .inverted = options->inverted,
	    .reverse = options->reverse,
	    .negate = options->negate,
	    .cut_left = options->truncate == 1,
	    .edgeless = edgeless,
	    .factor = parse_decimal("factor", options->factor, 1000000000),
	    .palette = (enum palette)options->palette,
	    .background = parse_background(options->background),
	    .diffusion = options->diffusion,
	    .ui = parse_color("uicolor", options->ui, (struct color){0}),
	    .has_ui = options->ui != NULL,
	    .hit = parse_color("search-color", options->search, (struct color){0xd8, 0x5c, 0xf0}),
	    .stroke = parse_color(
		"stroke-color", edgeless ? NULL : options->stroke, (struct color){255, 255, 255}),
	    .narrow = str_from(or_else(options->least, "0.1")),
	};

	if (em < 100000000 || em > 3000000000u)
		die_usage("--fontwidth: '%s' is not from 0.1 to 3", options->font_width);
	if (!calltree_least_parse(graph.narrow, flamegraph_inner(&graph), least))
		die_usage("--minwidth: '%s' is neither pixels nor a percentage, or is wider than "
			  "all boxes",
		    options->least);
	return graph;
}

struct weight
flamegraph_options_total(const struct flamegraph_options *options, struct weight sum)
{
	struct weight total;
	struct text text = {0};

	if (options->total == NULL)
		return sum;
	if (!folded_parse_weight(str_from(options->total), &total))
		die_usage("--total: '%s' is not a number", options->total);
	if (total.whole > sum.whole ||
	    (total.whole == sum.whole && total.billionths >= sum.billionths))
		return total;
	folded_put_weight(&text, &sum);
	die_warn("--total %s is less than the sum, %s, and so ignored", options->total,
	    text_terminate(&text));
	text_free(&text);
	return sum;
}

void
flamegraph_options_free(struct flamegraph_options *options)
{
	free(options->keep.items);
	free(options->drop.items);
	free(options->base.items);
}
