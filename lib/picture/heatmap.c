/* heatmap.c - a heat map as one self-contained SVG */
#include "picture/heatmap.h"

#include "picture/asset.h"
#include "picture/axes.h"
#include "picture/cells.h"
#include "picture/heatmap_shape.h"
#include "picture/heatmap_titles.h"
#include "picture/legend.h"
#include "picture/svg.h"

#include <inttypes.h>

enum {
	MARGIN = 24,
	LINES = 2,         /* that have room below the title in any case */
	LETTER = 12,       /* size of the letters but for the title's */
	LEGEND_LEFT = 696, /* the right end of a legend is not left of this */
	READOUT = 74,      /* what the script says takes that many pixels */
	COUNTS = 100000,   /* bytes of counts that are written whatever the ink tells */
};

static void
put_rules(const struct heat *heat, bool dark, struct text *svg)
{
	paper_put_style(paper_of(dark), svg);
	for (unsigned level = 1; level <= heat_last(heat); level++) {
		uint32_t color = heat_color(heat, level, dark);
		text_put_char(svg, '.');
		cells_put_class(heat, level, svg);
		text_print(svg, "{fill:#%06" PRIx32 ";stroke:#%06" PRIx32 "}", color, color);
	}
	if (heat->over > 0)
		text_print(svg, ".over{fill:%s}", dark ? "#000" : "#fff");
}

/* Only the reader's dark mode needs styles, and what the script adds to a dark map. */
static void
put_style(const struct heat *heat, bool dark, struct text *svg)
{
	text_put(svg, STR("<style>"));
	if (dark) {
		paper_put_style(paper_of(true), svg);
	} else {
		text_put(svg, STR("@media (prefers-color-scheme:dark){"));
		put_rules(heat, true, svg);
		text_put_char(svg, '}');
	}
	text_put(svg, STR("</style>\n"));
}

static void
put_attribute(struct text *svg, const char *name, struct str value)
{
	text_print(svg, " data-%s=\"", name);
	svg_put_text(svg, value);
	text_put_char(svg, '"');
}

/* How far local time is ahead, and from when on it is anew. */
static void
put_zones(const struct heatmap *map, struct text *svg)
{
	const struct grid *grid = map->grid;

	text_put(svg, STR(" data-zone=\""));
	axes_clock_put_zones(svg, &map->clock, grid_begin(grid, grid->first, 0),
	    grid_begin(grid, grid->last, grid->rows));
	text_put_char(svg, '"');
}

/* Of what is drawn grey. */
static void
put_gaps(const struct heatmap *map, struct text *svg)
{
	const struct marks *marks = &map->marks;
	bool any = false;
	nsec start, end;

	for (size_t i = 0; i < marks->n_gaps; i++) {
		if (!marks_gap(map->grid, marks, i, &start, &end))
			continue;
		text_print(svg, "%s%" PRId64 ":%" PRId64, any ? " " : " data-gaps=\"", start, end);
		any = true;
	}
	text_put(svg, any ? STR("\"") : STR(""));
}

static void
put_lights(const struct grid *grid, struct text *svg)
{
	if (!grid->lit)
		return;
	text_put(svg, STR("<metadata class=\"lit\">"));
	cells_put_lights(grid, svg);
	text_put(svg, STR("</metadata>\n"));
}

/* The counts, the command and the script that knows them.  Of a long profile, counts that can be told
 * by the ink are not written twice. */
static void
put_script(const struct heatmap *map, const struct heat *heat, struct text *svg)
{
	const struct grid *grid = map->grid;
	struct text counts = {0};

	cells_put_counts(grid, &counts);
	if (counts.n > COUNTS && cells_tell_counts(heat))
		text_clear(&counts);

	text_print(svg,
	    "<metadata class=\"counts\" data-first=\"%" PRId64 "\" data-columns=\"%" PRIu64
	    "\" data-column=\"%" PRId64 "\" data-rows=\"%" PRIu32 "\"",
	    grid->first, grid_width(grid), grid->column, grid->rows);
	if (grid->lanes)
		text_put(svg, STR(" data-lanes=\"\""));
	if (map->clock.known)
		text_print(svg, " data-wall=\"%" PRId64 "\"", map->clock.wall);
	if (map->clock.known && map->clock.about)
		text_put(svg, STR(" data-about=\"\""));
	if (map->clock.known && map->clock.local)
		put_zones(map, svg);
	put_gaps(map, svg);
	text_print(svg, " data-hottest=\"%" PRIu64 "\"", heat->total);
	put_attribute(svg, "unit", map->unit);
	put_attribute(svg, "before", map->before);
	put_attribute(svg, "after", map->after);
	text_put_char(svg, '>');
	text_put(svg, text_str(&counts));
	text_free(&counts);
	text_put(svg, STR("</metadata>\n"));
	put_lights(grid, svg);
	svg_put_script(svg, asset_heatmap_model_js);
	svg_put_script(svg, asset_heatmap_words_js);
	svg_put_script(svg, asset_heatmap_select_js);
	svg_put_script(svg, asset_heatmap_js);
}

/* A map of a page's width shrinks with the window; a wider one is scrolled. */
static void
begin(const struct heatmap *map, const struct plot *plot, const struct paper *paper,
    uint64_t height, struct text *svg)
{
	text_put(svg,
	    STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<svg xmlns=\"http://www.w3.org/2000/svg\""));
	text_print(svg,
	    " width=\"%" PRIu64 "\" height=\"%" PRIu64 "\" viewBox=\"0 0 %" PRIu64 " %" PRIu64 "\"",
	    plot->page_width, height, plot->page_width, height);
	if (map->width == 0 && plot->page_width <= PLOT_PAGE)
		text_put(svg,
		    STR(" preserveAspectRatio=\"xMinYMin\" "
			"style=\"max-width:100%;max-height:100vh\""));
	text_print(svg, " font-family=\"" SVG_SANS "\" font-size=\"%d\" fill=\"%s\">\n<title>",
	    LETTER, paper->text);
	svg_put_text(svg, map->title);
	text_put(svg, STR("</title>\n<desc>"));
	heatmap_shape_put(map, svg);
	text_put(svg, STR("</desc>\n"));
}

/* Below the cells' right end, where that leaves the numbers and what is left of them room; of a map that
 * is wider than a window, where it is seen. */
static uint64_t
legend_right(const struct plot *plot)
{
	uint64_t right = plot->left + plot->width, page = plot->page_width - MARGIN;
	uint64_t least = page < LEGEND_LEFT ? page : LEGEND_LEFT, most = PLOT_PAGE - MARGIN;

	return right < least ? least : right > most ? most : right;
}

static void
put_legend(const struct heatmap *map, const struct plot *plot, const struct heat *heat, bool dark,
    uint64_t y, struct text *svg)
{
	const struct legend legend = {map->unit, map->lit, paper_of(dark), dark};

	legend_draw(&legend, heat, legend_right(plot), y, svg);
}

static struct plot
lay(const struct heatmap *map, const struct heat *heat)
{
	struct plot_wish wish = {map->width, map->lanes, map->clock.known, 0};
	struct plot plot = plot_lay(map->grid, &wish);
	size_t lines = heatmap_titles_lines(map, heat, plot.page_width);

	wish.more = lines > LINES ? (lines - LINES) * HEATMAP_TITLES_LINE : 0;
	return plot_lay(map->grid, &wish);
}

void
heatmap_draw(const struct heatmap *map, struct text *svg)
{
	bool dark = map->heat.colors == RAMP_DARK;
	const struct paper *paper = paper_of(dark);
	struct marks marks = map->marks;
	struct heat heat;

	marks.paper = paper;
	heat_open(&heat, map->grid, &map->heat);
	struct plot plot = lay(map, &heat);
	uint64_t below = plot.top + plot.height + PLOT_BELOW + 12;
	begin(map, &plot, paper, below + LEGEND_HEIGHT + (map->script ? READOUT : 0), svg);
	put_style(&heat, dark, svg);
	text_print(svg, "<rect class=\"page\" width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n",
	    paper->page);
	heatmap_titles_draw(map, &heat, plot.page_width, paper, svg);
	axes_draw(&plot, paper, &map->clock, svg);
	marks_draw_gaps(&plot, &marks, svg);
	cells_draw(&plot, &heat, map->unit, dark, svg);
	marks_draw(&plot, &marks, svg);
	put_legend(map, &plot, &heat, dark, below, svg);
	if (map->script)
		put_script(map, &heat, svg);
	text_put(svg, STR("</svg>\n"));
	heat_close(&heat);
}
