/* cells.c - the cells of a heat map */
#include "picture/cells.h"

#include "picture/strokes.h"
#include "picture/svg.h"

#include <inttypes.h>

enum {
	RUN = 3,
	SECTION = 4096, /* columns of a path: a browser leaves those out that are not in sight */
};

/* to - from, with a blank before it where the number needs one. */
static void
put_difference(struct text *path, uint64_t to, uint64_t from, bool blank)
{
	if (to < from)
		text_put_char(path, '-');
	else if (blank)
		text_put_char(path, ' ');
	text_put_number(path, to < from ? from - to : to - from);
}

/* extent of n as a factor with six decimals. */
static void
put_factor(struct text *svg, uint64_t extent, uint64_t n)
{
	uint64_t millionths = extent * 1000000 / n;

	text_print(svg, "%" PRIu64, millionths / 1000000);
	if (millionths % 1000000 != 0)
		text_print(svg, ".%06" PRIu64, millionths % 1000000);
}

void
cells_put_transform(const struct plot *plot, struct text *svg)
{
	text_print(svg, "transform=\"translate(%" PRIu64 " %" PRIu64 ") scale(", plot->left,
	    plot->top + plot->height);
	put_factor(svg, plot->width, plot->columns);
	text_put(svg, STR(" -"));
	put_factor(svg, plot->height, plot->grid->rows);
	text_put(svg, STR(")\""));
}

static void
put_title(const struct heat *heat, unsigned level, struct str unit, struct text *svg)
{
	uint64_t least = ramp_least(&heat->ramp, level), most = ramp_most(&heat->ramp, level);

	text_put(svg, STR("<title>"));
	if (heat->by_row) {
		text_print(svg, "%u %% of the row's hottest cell, or less",
		    (level * 100 + RAMP_LEVELS - 1) / RAMP_LEVELS);
	} else {
		text_put_grouped(svg, least);
		if (most > least) {
			text_put(svg, STR(" to "));
			text_put_grouped(svg, most);
		} else if (level == heat->ramp.levels && heat->over > 0) {
			text_put(svg, STR(" or more"));
		}
		text_put_char(svg, ' ');
		svg_put_text(
		    svg, most == 1 && str_equal(unit, STR("samples")) ? STR("sample") : unit);
	}
	text_put(svg, STR("</title>"));
}

void
cells_put_class(const struct heat *heat, unsigned level, struct text *svg)
{
	if (level > heat->ramp.levels)
		text_print(svg, "g%u", level - heat->ramp.levels);
	else
		text_print(svg, "l%u", level);
}

static void
put_path(const struct heat *heat, unsigned level, struct str path, struct str unit, bool dark,
    struct text *svg)
{
	text_put(svg, STR("<path class=\""));
	cells_put_class(heat, level, svg);
	text_print(svg, "\" stroke=\"#%06" PRIx32 "\" d=\"", heat_color(heat, level, dark));
	text_put(svg, path);
	text_put(svg, STR("\">"));
	if (level <= heat->ramp.levels)
		put_title(heat, level, unit, svg);
	else
		text_put(svg, STR("<title>no sample that matches</title>"));
	text_put(svg, STR("</path>\n"));
}

/* A spot in each cell that counts more than the scale goes: seen by eyes that see no colours too. */
static void
put_spots(const struct heat *heat, uint64_t left, uint64_t width, bool dark, struct text *svg)
{
	const struct grid *grid = heat->grid;
	uint64_t from = 0, y = 0;

	text_print(svg, "<path class=\"over\" fill=\"%s\" stroke=\"none\" d=\"M.3 .3",
	    dark ? "#000" : "#fff");
	for (uint64_t x = left; x < left + width; x++) {
		int64_t column = grid->first + (int64_t)x;
		for (uint32_t row = 0; grid_counts(grid, column) && row < grid->rows; row++) {
			if (!heat_is_over(heat, column, row))
				continue;
			text_put_char(svg, 'm');
			put_difference(svg, x, from, false);
			put_difference(svg, row, y, true);
			text_put(svg, STR("h.4v.4h-.4z"));
			from = x;
			y = row;
		}
	}
	text_put(svg, STR("\"><title>more than "));
	text_put_grouped(svg, heat->ramp.max);
	text_put(svg, STR("</title></path>\n"));
}

static void
draw_section(const struct heat *heat, uint64_t left, uint64_t width, struct str unit, bool dark,
    struct text *svg)
{
	struct text paths[HEAT_LEVELS + 1] = {0};

	strokes_draw(heat, left, width, paths);
	for (unsigned level = 1; level <= heat_last(heat); level++)
		if (paths[level].n > 0)
			put_path(heat, level, text_str(&paths[level]), unit, dark, svg);
	if (heat->over > 0)
		put_spots(heat, left, width, dark, svg);
	for (unsigned level = 0; level <= HEAT_LEVELS; level++)
		text_free(&paths[level]);
}

void
cells_draw(
    const struct plot *plot, const struct heat *heat, struct str unit, bool dark, struct text *svg)
{
	text_put(svg,
	    STR("<g class=\"cells\" shape-rendering=\"crispEdges\" fill=\"none\" "
		"stroke-linecap=\"square\" "));
	cells_put_transform(plot, svg);
	text_put(svg, STR(">\n"));
	for (uint64_t left = 0; left < plot->columns; left += SECTION) {
		uint64_t rest = plot->columns - left;
		draw_section(heat, left, rest < SECTION ? rest : SECTION, unit, dark, svg);
	}
	text_put(svg, STR("</g>\n"));
}

/* A longer run of one count is written once. */
static void
put_column(const uint64_t *counts, uint32_t rows, struct text *text)
{
	while (rows > 0 && counts[rows - 1] == 0)
		rows--;
	for (uint32_t row = 0, end; row < rows; row = end) {
		for (end = row + 1; end < rows && counts[end] == counts[row]; end++)
			;
		uint32_t run = end - row;
		if (run < RUN)
			end = row + 1;
		if (row > 0)
			text_put_char(text, ',');
		if (counts[row] > 0)
			text_put_number(text, counts[row]);
		if (run >= RUN)
			text_print(text, "*%" PRIu32, run);
	}
	text_put_char(text, ';');
}

bool
cells_tell_counts(const struct heat *heat)
{
	const struct ramp *ramp = &heat->ramp;

	for (unsigned level = 1; level <= ramp->levels; level++)
		if (ramp_least(ramp, level) != ramp_most(ramp, level))
			return false;
	return !heat->by_row && heat->over == 0 && !heat->grid->lit;
}

static void
put_counts(const struct grid *grid, bool lit, struct text *text)
{
	uint64_t empty = 0;

	for (int64_t column = grid->first; column <= grid->last; column++) {
		if (grid_counts(grid, column) == NULL) {
			empty++;
			continue;
		}
		if (empty > 0)
			text_print(text, "*%" PRIu64 ";", empty);
		empty = 0;
		put_column(
		    lit ? grid_lights(grid, column) : grid_counts(grid, column), grid->rows, text);
	}
}

void
cells_put_counts(const struct grid *grid, struct text *text)
{
	put_counts(grid, false, text);
}

void
cells_put_lights(const struct grid *grid, struct text *text)
{
	put_counts(grid, true, text);
}
