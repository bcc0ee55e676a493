/* heatmap.c - a heat map as one self-contained SVG */
#include "picture/heatmap.h"

#include "picture/asset.h"
#include "picture/caption.h"
#include "picture/cells.h"
#include "picture/legend.h"
#include "picture/svg.h"
#include "picture/utf8.h"

#include <inttypes.h>

enum {
	MARGIN = 24,
	LETTER = 12, /* size of the letters but for the title's */
	TITLE = 18,
	LEGEND_LEFT = 696, /* the right end of a legend is not left of this */
	READOUT = 60,      /* what the script says takes that many pixels */
};

/* One line of text, cut to what the page is wide. */
static void
put_line(const struct plot *plot, uint64_t y, int size, const char *attributes, struct str line,
    struct text *svg)
{
	size_t columns = (plot->page_width - 2 * MARGIN) * 100 / ((uint64_t)size * 61);

	text_print(svg, "<text x=\"%d\" y=\"%" PRIu64 "\" font-size=\"%d\" %s>", MARGIN, y, size,
	    attributes);
	if (utf8_columns(line) <= columns) {
		svg_put_text(svg, line);
	} else {
		svg_put_text(svg, utf8_fit(line, columns - 2));
		text_put(svg, STR(".."));
	}
	text_put(svg, STR("</text>\n"));
}

/* What the map shows: how many, from when to when, and the moment to look at first. */
static void
put_account(const struct heatmap *map, struct grid_cell hottest, struct text *text)
{
	const struct grid *grid = map->grid;

	text_put_grouped(text, grid->total);
	text_put_char(text, ' ');
	text_put(text,
	    grid->total == 1 && str_equal(map->unit, STR("samples")) ? STR("sample") : map->unit);
	text_put(text, STR(" from "));
	nsec_put_short(text, grid_begin(grid, grid->first, 0));
	text_put(text, STR(" s to "));
	nsec_put_short(text, grid_begin(grid, grid->last, grid->rows));
	text_put(text, STR(" s"));
	text_put(text, CAPTION_DOT);
	text_put_grouped(text, grid_width(grid));
	text_put(text, grid_width(grid) == 1 ? STR(" column of ") : STR(" columns of "));
	column_put(text, grid->column);
	text_print(text, ", %" PRIu32 " row%s", grid->rows, grid->rows == 1 ? "" : "s");
	text_put(text, CAPTION_DOT);
	text_put(text, STR("hottest cell: "));
	text_put_grouped(text, hottest.count);
	text_put(text, STR(" at "));
	nsec_put_short(text, grid_begin(grid, hottest.column, hottest.row));
	text_put(text, STR(" s"));
}

static void
put_titles(
    const struct heatmap *map, const struct plot *plot, struct grid_cell hottest, struct text *svg)
{
	struct text account = {0};

	put_account(map, hottest, &account);
	put_line(plot, 30, TITLE, "font-weight=\"600\"", map->title, svg);
	put_line(plot, 50, LETTER, "class=\"quiet\" fill=\"#5f656c\"", text_str(&account), svg);
	if (map->subtitle.n > 0)
		put_line(plot, 67, LETTER, "class=\"quiet\" fill=\"#5f656c\"", map->subtitle, svg);
	text_free(&account);
}

/* Only the reader's dark mode needs styles. */
static void
put_style(const struct ramp *ramp, struct text *svg)
{
	text_put(svg,
	    STR("<style>@media (prefers-color-scheme:dark){"
		"svg{background:#15171a}.page{fill:#15171a}text{fill:#e4e6e9}"
		".quiet{fill:#9ba1a8}.plot{fill:#1d2024}.line{stroke:#6a7078}.faint{stroke:#33383e}"
		".mark{stroke:#"
		"8fc0ff}"));
	for (unsigned level = 1; level <= ramp->levels; level++)
		text_print(svg, ".l%u{fill:#%06" PRIx32 "}", level, ramp_color(ramp, level, true));
	text_put(svg, STR("}</style>\n"));
}

static void
put_attribute(struct text *svg, const char *name, struct str value)
{
	text_print(svg, " data-%s=\"", name);
	svg_put_text(svg, value);
	text_put_char(svg, '"');
}

/* The counts, the command and the script that knows them. */
static void
put_script(const struct heatmap *map, struct text *svg)
{
	const struct grid *grid = map->grid;

	text_print(svg,
	    "<metadata class=\"counts\" data-first=\"%" PRId64 "\" data-columns=\"%" PRIu64
	    "\" data-column=\"%" PRId64 "\" data-rows=\"%" PRIu32 "\"",
	    grid->first, grid_width(grid), grid->column, grid->rows);
	put_attribute(svg, "unit", map->unit);
	put_attribute(svg, "before", map->before);
	put_attribute(svg, "after", map->after);
	text_put_char(svg, '>');
	cells_put_counts(grid, svg);
	text_put(svg, STR("</metadata>\n<script><![CDATA[\n"));
	text_put(svg, asset_heatmap_js);
	text_put(svg, STR("]]></script>\n"));
}

/* A map of a page's width shrinks with the window; a wider one is scrolled. */
static void
begin(const struct heatmap *map, const struct plot *plot, uint64_t height, struct text *svg)
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
	text_print(svg, " font-family=\"" SVG_SANS "\" font-size=\"%d\" fill=\"#1b1d20\">\n<title>",
	    LETTER);
	svg_put_text(svg, map->title);
	text_put(svg, STR("</title>\n"));
}

/* Below the cells' right end, where that leaves the numbers and what is left of them room. */
static uint64_t
legend_right(const struct plot *plot)
{
	uint64_t right = plot->left + plot->width, page = plot->page_width - MARGIN;
	uint64_t least = page < LEGEND_LEFT ? page : LEGEND_LEFT;

	return right < least ? least : right;
}

void
heatmap_draw(const struct heatmap *map, struct text *svg)
{
	struct plot plot = plot_lay(map->grid, map->width);
	struct grid_cell hottest = grid_hottest(map->grid);
	struct ramp ramp = ramp_of(hottest.count);
	uint64_t below = plot.top + plot.height + PLOT_BELOW + 12;

	begin(map, &plot, below + LEGEND_HEIGHT + (map->script ? READOUT : 0), svg);
	put_style(&ramp, svg);
	text_put(svg, STR("<rect class=\"page\" width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"));
	put_titles(map, &plot, hottest, svg);
	plot_draw_axes(&plot, svg);
	cells_draw(&plot, &ramp, map->unit, svg);
	legend_draw(&ramp, map->unit, legend_right(&plot), below, svg);
	if (map->script)
		put_script(map, svg);
	text_put(svg, STR("</svg>\n"));
}
