/* cells.c - the cells of a heat map */
#include "picture/cells.h"

#include "picture/svg.h"

#include <inttypes.h>

/* What is filled needs no closing. */
static void
put_rectangle(struct text *path, uint64_t x, uint64_t y, uint64_t height)
{
	text_put_char(path, 'M');
	text_put_number(path, x);
	text_put_char(path, ' ');
	text_put_number(path, y);
	text_put(path, STR("h1v"));
	text_put_number(path, height);
	text_put(path, STR("h-1"));
}

/* Adds a column to the paths: neighbours of one level are one rectangle. */
static void
add_column(
    const uint64_t *counts, uint32_t rows, uint64_t x, const struct ramp *ramp, struct text paths[])
{
	for (uint32_t row = 0, end; row < rows; row = end) {
		unsigned level = ramp_level(ramp, counts[row]);
		for (end = row + 1; end < rows && ramp_level(ramp, counts[end]) == level; end++)
			;
		if (level > 0)
			put_rectangle(&paths[level], x, row, end - row);
	}
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

static void
put_path(
    const struct ramp *ramp, unsigned level, struct str path, struct str unit, struct text *svg)
{
	uint64_t least = ramp_least(ramp, level), most = ramp_most(ramp, level);

	text_print(svg, "<path class=\"l%u\" fill=\"#%06" PRIx32 "\" d=\"", level,
	    ramp_color(ramp, level, false));
	text_put(svg, path);
	text_put(svg, STR("\"><title>"));
	text_put_grouped(svg, least);
	if (most > least) {
		text_put(svg, STR(" to "));
		text_put_grouped(svg, most);
	}
	text_put_char(svg, ' ');
	svg_put_text(svg, most == 1 && str_equal(unit, STR("samples")) ? STR("sample") : unit);
	text_put(svg, STR("</title></path>\n"));
}

void
cells_draw(const struct plot *plot, const struct ramp *ramp, struct str unit, struct text *svg)
{
	const struct grid *grid = plot->grid;
	struct text paths[RAMP_LEVELS + 1] = {0};

	for (int64_t column = grid->first; column <= grid->last; column++) {
		const uint64_t *counts = grid_counts(grid, column);
		if (counts != NULL)
			add_column(counts, grid->rows, (uint64_t)column - (uint64_t)grid->first,
			    ramp, paths);
	}
	text_print(svg,
	    "<g class=\"cells\" shape-rendering=\"crispEdges\" transform=\"translate(%" PRIu64
	    " %" PRIu64 ") scale(",
	    plot->left, plot->top + plot->height);
	put_factor(svg, plot->width, plot->columns);
	text_put(svg, STR(" -"));
	put_factor(svg, plot->height, grid->rows);
	text_put(svg, STR(")\">\n"));
	for (unsigned level = 1; level <= ramp->levels; level++)
		if (paths[level].n > 0)
			put_path(ramp, level, text_str(&paths[level]), unit, svg);
	text_put(svg, STR("</g>\n"));
	for (unsigned level = 0; level <= RAMP_LEVELS; level++)
		text_free(&paths[level]);
}

static void
put_column(const uint64_t *counts, uint32_t rows, struct text *text)
{
	while (rows > 0 && counts[rows - 1] == 0)
		rows--;
	for (uint32_t row = 0; row < rows; row++) {
		if (row > 0)
			text_put_char(text, ',');
		if (counts[row] > 0)
			text_put_number(text, counts[row]);
	}
	text_put_char(text, ';');
}

void
cells_put_counts(const struct grid *grid, struct text *text)
{
	uint64_t empty = 0;

	for (int64_t column = grid->first; column <= grid->last; column++) {
		const uint64_t *counts = grid_counts(grid, column);
		if (counts == NULL) {
			empty++;
			continue;
		}
		if (empty > 0)
			text_print(text, "*%" PRIu64 ";", empty);
		empty = 0;
		put_column(counts, grid->rows, text);
	}
}
