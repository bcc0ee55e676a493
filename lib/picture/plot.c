/* plot.c - where the cells of a heat map stand on the page, and the axes beside them */
#include "picture/plot.h"

#include "base/number.h"
#include "picture/svg.h"
#include "picture/ticks.h"

#include <inttypes.h>

enum {
	LEFT = 92,
	RIGHT = 28,
	TOP = 86,
	PAGE_LEAST = 720, /* narrower than this, the titles have no room */
	CELL_LEAST = 2,
	CELL_MOST = 40,
	ROW_LEAST = 2,
	ROW_MOST = 20,
	HEIGHT = 500,
	LABEL = 11,      /* size of the letters */
	LABEL_WIDTH = 7, /* 0.61 em of that, rounded up */
};

static uint64_t
clamp(uint64_t value, uint64_t least, uint64_t most)
{
	return value < least ? least : value > most ? most : value;
}

static uint64_t
at_least(uint64_t value, uint64_t least)
{
	return value < least ? least : value;
}

struct plot
plot_lay(const struct grid *grid, uint64_t page_width)
{
	struct plot plot = {.grid = grid, .columns = grid_width(grid), .left = LEFT, .top = TOP};

	plot.height = grid->rows * clamp(HEIGHT / grid->rows, ROW_LEAST, ROW_MOST);
	if (page_width == 0) {
		uint64_t room = PLOT_PAGE - LEFT - RIGHT;
		plot.width = plot.columns * clamp(room / plot.columns, CELL_LEAST, CELL_MOST);
		plot.page_width = at_least(LEFT + plot.width + RIGHT, PAGE_LEAST);
	} else {
		uint64_t asked = at_least(page_width, PLOT_LEAST);
		plot.width = at_least(asked - LEFT - RIGHT, plot.columns);
		plot.page_width = LEFT + plot.width + RIGHT;
	}
	return plot;
}

static void
draw_paper(const struct plot *plot, struct text *svg)
{
	text_print(svg,
	    "<rect class=\"plot\" x=\"%" PRIu64 "\" y=\"%" PRIu64 "\" width=\"%" PRIu64
	    "\" height=\"%" PRIu64 "\" fill=\"#fff\"/>\n",
	    plot->left, plot->top, plot->width, plot->height);
}

/* Half a pixel outside the cells, which are drawn later, so that none of it is hidden. */
static void
draw_lines(const struct plot *plot, struct text *svg)
{
	text_print(svg,
	    "<path class=\"faint\" d=\"M%" PRIu64 ".5 %" PRIu64 ".5h%" PRIu64 "v%" PRIu64
	    "\" fill=\"none\" stroke=\"#e2e5e8\"/>\n"
	    "<path class=\"line\" d=\"M%" PRIu64 ".5 %" PRIu64 ".5v%" PRIu64 "h%" PRIu64
	    "\" fill=\"none\" stroke=\"#8a9097\"/>\n",
	    plot->left - 1, plot->top - 1, plot->width + 1, plot->height + 1, plot->left - 1,
	    plot->top - 1, plot->height + 1, plot->width + 1);
}

static void
draw_tick_x(const struct plot *plot, uint64_t x, nsec time, struct text *svg)
{
	uint64_t bottom = plot->top + plot->height;

	text_print(svg,
	    "<path class=\"line\" d=\"M%" PRIu64 ".5 %" PRIu64 "v5\" stroke=\"#8a9097\"/>"
	    "<text class=\"quiet\" x=\"%" PRIu64 "\" y=\"%" PRIu64
	    "\" text-anchor=\"middle\" fill=\"#5f656c\">",
	    x, bottom, x, bottom + 17);
	nsec_put_short(svg, time);
	text_put(svg, STR("</text>\n"));
}

/* How many labels of times between start and end have room. */
static uint64_t
most_labels(const struct plot *plot, nsec start, nsec end)
{
	struct text first = {0}, last = {0};

	nsec_put_short(&first, start);
	nsec_put_short(&last, end);
	size_t longest = first.n > last.n ? first.n : last.n;
	text_free(&first);
	text_free(&last);
	return at_least(plot->width / ((longest + 3) * LABEL_WIDTH), 1);
}

static void
draw_axis_x(const struct plot *plot, struct text *svg)
{
	nsec start = grid_begin(plot->grid, plot->grid->first, 0);
	nsec end = grid_begin(plot->grid, plot->grid->last, plot->grid->rows), span = end - start;
	nsec step = ticks_step_decimal(span, most_labels(plot, start, end));

	if (step < plot->grid->column)
		step = plot->grid->column;
	/* Counted from the start: a step past the end may be past what a time can be. */
	nsec rest = start % step, first = rest > 0 ? step - rest : -rest;
	for (nsec offset = first; offset <= span; offset += step) {
		uint64_t x = number_scale((uint64_t)offset, (uint32_t)plot->width, (uint64_t)span);
		draw_tick_x(plot, plot->left + x, start + offset, svg);
	}
	text_print(svg,
	    "<text class=\"quiet\" x=\"%" PRIu64 "\" y=\"%" PRIu64
	    "\" text-anchor=\"middle\" fill=\"#5f656c\">time in seconds</text>\n",
	    plot->left + plot->width / 2, plot->top + plot->height + PLOT_BELOW - 5);
}

static void
draw_tick_y(const struct plot *plot, nsec offset, nsec step, struct text *svg)
{
	uint64_t bottom = plot->top + plot->height;
	uint64_t y = bottom -
	    number_scale((uint64_t)offset, (uint32_t)plot->height, (uint64_t)plot->grid->column);

	text_print(svg,
	    "<path class=\"line\" d=\"M%" PRIu64 " %" PRIu64 ".5h-5\" stroke=\"#8a9097\"/>"
	    "<text class=\"quiet\" x=\"%" PRIu64 "\" y=\"%" PRIu64
	    "\" text-anchor=\"end\" fill=\"#5f656c\">+",
	    plot->left, y, plot->left - 9, y + 4);
	ticks_put(svg, offset, step);
	text_put(svg, STR("</text>\n"));
}

static void
draw_axis_y(const struct plot *plot, struct text *svg)
{
	nsec column = plot->grid->column, offset;
	uint64_t most = clamp(plot->height / 40, 2, 11), middle = plot->top + plot->height / 2;
	nsec step = plot->height < 40 ? column : ticks_step(column, most);

	for (offset = 0; offset <= column - step / 2; offset += step)
		draw_tick_y(plot, offset, step, svg);
	draw_tick_y(plot, column, step, svg);
	if (plot->height < 200)
		return;
	text_print(svg,
	    "<text class=\"quiet\" x=\"16\" y=\"%" PRIu64
	    "\" text-anchor=\"middle\" transform=\"rotate(-90 16 %" PRIu64
	    ")\" fill=\"#5f656c\">offset within ",
	    middle, middle);
	if (column == NSEC_SECOND)
		text_put(svg, STR("the second"));
	else
		column_put(svg, column);
	text_put(svg, STR("</text>\n"));
}

void
plot_draw_axes(const struct plot *plot, struct text *svg)
{
	draw_paper(plot, svg);
	text_print(svg, "<g font-size=\"%d\">\n", LABEL);
	draw_lines(plot, svg);
	draw_axis_x(plot, svg);
	draw_axis_y(plot, svg);
	text_put(svg, STR("</g>\n"));
}
