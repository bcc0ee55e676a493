/* legend.c - which colour is how many samples */
#include "picture/legend.h"

#include "picture/cells.h"
#include "picture/plot.h"
#include "picture/svg.h"
#include "picture/utf8.h"

#include <inttypes.h>

enum {
	SWATCH = 26, /* width of a level with a number of its own */
	FEW = 12,    /* levels that each get one */
	STRIP = 8,   /* width of a level without */
	HEIGHT = 12,
	SPOT = 4,
	MORE = 70,     /* width of what tells of cells above the scale */
	LEFT = 24,     /* words do not begin left of that */
	LIT_LEAST = 8, /* characters of the expressions */
};

static void
begin_text(
    const struct legend *legend, uint64_t x, uint64_t y, const char *anchor, struct text *svg)
{
	text_print(svg,
	    "<text class=\"quiet\" x=\"%" PRIu64 "\" y=\"%" PRIu64
	    "\" text-anchor=\"%s\" fill=\"%s\">",
	    x, y, anchor, legend->paper->quiet);
}

static void
put_number(const struct legend *legend, uint64_t x, uint64_t y, const char *anchor, uint64_t number,
    const char *behind, struct text *svg)
{
	begin_text(legend, x, y, anchor, svg);
	text_put_grouped(svg, number);
	text_print(svg, "%s</text>\n", behind);
}

static void
put_swatch(const struct legend *legend, const struct heat *heat, unsigned level, uint64_t x,
    uint64_t y, uint64_t width, struct text *svg)
{
	text_put(svg, STR("<rect class=\""));
	cells_put_class(heat, level, svg);
	text_print(svg,
	    "\" x=\"%" PRIu64 "\" y=\"%" PRIu64 "\" width=\"%" PRIu64
	    "\" height=\"%d\" fill=\"#%06" PRIx32 "\"/>\n",
	    x, y, width, HEIGHT, heat_color(heat, level, legend->dark));
}

/* Cells above the scale have its last colour and a spot. */
static void
put_more(
    const struct legend *legend, const struct heat *heat, uint64_t x, uint64_t y, struct text *svg)
{
	put_swatch(legend, heat, heat->ramp.levels, x, y, HEIGHT, svg);
	text_print(svg,
	    "<rect class=\"over\" x=\"%" PRIu64 "\" y=\"%" PRIu64
	    "\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
	    x + SPOT, y + SPOT, SPOT, SPOT, legend->dark ? "#000" : "#fff");
	begin_text(legend, x + HEIGHT + 5, y + 10, "start", svg);
	text_put(svg, STR("more</text>\n"));
}

/* What the numbers are, with so much of the expressions. */
static void
put_what(const struct legend *legend, const struct heat *heat, struct str lit, struct text *text)
{
	static const char *const scales[] = {
	    "", ", scale of square roots", ", logarithmic scale", ", equal parts of all cells"};

	text_put(text, heat->by_row ? STR("share of the row's hottest cell") : legend->unit);
	text_put(text, heat->by_row ? STR("") : STR(" in a cell"));
	if (legend->lit.n > 0) {
		text_put(text, heat->by_row ? STR(", of what matches ") : STR(" that match "));
		text_put(text, lit);
		text_put(text, lit.n < legend->lit.n ? STR("..") : STR(""));
		text_put(text, STR("; grey: none does"));
	}
	text_put(text, str_from(scales[heat->ramp.scale]));
}

/* Where expressions are long, or the page is narrow, they are cut. */
static void
put_words(
    const struct legend *legend, const struct heat *heat, uint64_t x, uint64_t y, struct text *svg)
{
	size_t room = (x - LEFT) / PLOT_LABEL_WIDTH, lit = utf8_columns(legend->lit);
	struct text words = {0};

	put_what(legend, heat, legend->lit, &words);
	size_t columns = utf8_columns(text_str(&words));
	if (columns > room) {
		size_t less = columns - room + 2;
		text_clear(&words);
		put_what(legend, heat,
		    utf8_fit(legend->lit, lit > less + LIT_LEAST ? lit - less : LIT_LEAST), &words);
	}
	begin_text(legend, x, y + 10, "end", svg);
	svg_put_text(svg, utf8_fit(text_str(&words), room));
	text_put(svg, STR("</text>\n"));
	text_free(&words);
}

static bool
is_few(const struct ramp *ramp)
{
	return ramp->levels <= FEW && ramp->max == ramp->levels;
}

static void
put_numbers(const struct legend *legend, const struct heat *heat, uint64_t left, uint64_t width,
    uint64_t y, struct text *svg)
{
	const struct ramp *ramp = &heat->ramp;
	uint64_t right = left + ramp->levels * width;
	unsigned middle = (ramp->levels + 1) / 2;

	if (heat->by_row) {
		put_number(legend, left, y, "start", 0, " %", svg);
		put_number(legend, left + middle * width, y, "middle", 50, " %", svg);
		put_number(legend, right, y, "end", 100, " %", svg);
		return;
	}
	if (is_few(ramp)) {
		for (unsigned level = 1; level <= ramp->levels; level++)
			put_number(
			    legend, left + level * width - width / 2, y, "middle", level, "", svg);
		return;
	}
	put_number(legend, left, y, "start", 1, "", svg);
	if (ramp->levels > 6)
		put_number(legend, left + ramp->levels * width / 2, y, "middle",
		    ramp_most(ramp, middle), "", svg);
	put_number(legend, right, y, "end", ramp->max, "", svg);
}

void
legend_draw(
    const struct legend *legend, const struct heat *heat, uint64_t x, uint64_t y, struct text *svg)
{
	const struct ramp *ramp = &heat->ramp;
	/* A scale of few levels still needs room for its numbers. */
	uint64_t width = ramp->levels <= FEW ? SWATCH : ramp->levels < 2 * FEW ? SWATCH / 2 : STRIP;

	text_put(svg,
	    STR("<g class=\"legend\" font-size=\"11\" stroke-width=\"0\" "
		"shape-rendering=\"crispEdges\">\n"));
	if (heat->over > 0) {
		x -= MORE;
		put_more(legend, heat, x + 16, y, svg);
	}
	uint64_t left = x - ramp->levels * width;
	for (unsigned level = 1; level <= ramp->levels; level++)
		put_swatch(legend, heat, level, left + (level - 1) * width, y, width, svg);
	put_numbers(legend, heat, left, width, y + HEIGHT + 14, svg);
	put_words(legend, heat, left - 10, y, svg);
	text_put(svg, STR("</g>\n"));
}
