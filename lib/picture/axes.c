/* axes.c - the axes of a heat map */
#include "picture/axes.h"

#include "base/number.h"
#include "picture/axes_clock.h"
#include "picture/svg.h"
#include "picture/tickmarks.h"
#include "picture/ticks.h"
#include "picture/utf8.h"

#include <inttypes.h>

static void
draw_paper(const struct plot *plot, const struct paper *paper, struct text *svg)
{
	text_print(svg,
	    "<rect class=\"plot\" x=\"%" PRIu64 "\" y=\"%" PRIu64 "\" width=\"%" PRIu64
	    "\" height=\"%" PRIu64 "\" fill=\"%s\"/>\n",
	    plot->left, plot->top, plot->width, plot->height, paper->plot);
}

/* Half a pixel outside the cells, which are drawn later, so that none of it is hidden. */
static void
draw_lines(const struct plot *plot, const struct paper *paper, struct text *svg)
{
	text_print(svg,
	    "<path class=\"faint\" d=\"M%" PRIu64 ".5 %" PRIu64 ".5h%" PRIu64 "v%" PRIu64
	    "\" fill=\"none\" stroke=\"%s\"/>\n"
	    "<path class=\"line\" d=\"M%" PRIu64 ".5 %" PRIu64 ".5v%" PRIu64 "h%" PRIu64
	    "\" fill=\"none\" stroke=\"%s\"/>\n",
	    plot->left - 1, plot->top - 1, plot->width + 1, plot->height + 1, paper->faint,
	    plot->left - 1, plot->top - 1, plot->height + 1, plot->width + 1, paper->line);
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
	uint64_t most = plot->width / ((longest + 3) * PLOT_LABEL_WIDTH);
	return most > 0 ? most : 1;
}

static void
draw_axis_x(const struct plot *plot, const struct paper *paper, struct text *svg)
{
	nsec start = grid_begin(plot->grid, plot->grid->first, 0);
	nsec end = grid_begin(plot->grid, plot->grid->last, plot->grid->rows), span = end - start;
	nsec step = ticks_step_decimal(span, most_labels(plot, start, end));
	uint64_t bottom = plot->top + plot->height;
	struct tickmarks ticks = {.y = bottom, .length = 5, .label_y = bottom + 17};

	if (step < plot->grid->column)
		step = plot->grid->column;
	/* Counted from the start: a step past the end may be past what a time can be. */
	nsec rest = start % step, first = rest > 0 ? step - rest : -rest;
	for (nsec offset = first; offset <= span; offset += step)
		nsec_put_short(tickmarks_add(&ticks, plot_x(plot, start + offset)), start + offset);
	tickmarks_draw(&ticks, paper, svg);
	text_print(svg,
	    "<text class=\"quiet\" x=\"%" PRIu64 "\" y=\"%" PRIu64
	    "\" text-anchor=\"middle\" fill=\"%s\">time in seconds</text>\n",
	    plot->left + plot->width / 2, bottom + PLOT_BELOW - 5, paper->quiet);
}

static void
draw_tick_y(
    const struct plot *plot, const struct paper *paper, nsec offset, nsec step, struct text *svg)
{
	uint64_t bottom = plot->top + plot->height;
	uint64_t y = bottom -
	    number_scale((uint64_t)offset, (uint32_t)plot->height, (uint64_t)plot->grid->column);

	text_print(svg,
	    "<path class=\"line\" d=\"M%" PRIu64 " %" PRIu64 ".5h-5\" stroke=\"%s\"/>"
	    "<text class=\"quiet\" x=\"%" PRIu64 "\" y=\"%" PRIu64
	    "\" text-anchor=\"end\" fill=\"%s\">+",
	    plot->left, y, paper->line, plot->left - 9, y + 4, paper->quiet);
	ticks_put(svg, offset, step);
	text_put(svg, STR("</text>\n"));
}

static void
draw_offsets(const struct plot *plot, const struct paper *paper, struct text *svg)
{
	nsec column = plot->grid->column, offset;
	uint64_t most = plot->height / 40, middle = plot->top + plot->height / 2;

	most = most < 2 ? 2 : most > 11 ? 11 : most;
	nsec step = plot->height < 40 ? column : ticks_step(column, most);
	for (offset = 0; offset <= column - step / 2; offset += step)
		draw_tick_y(plot, paper, offset, step, svg);
	draw_tick_y(plot, paper, column, step, svg);
	if (plot->height < 200)
		return;
	text_print(svg,
	    "<text class=\"quiet\" x=\"16\" y=\"%" PRIu64
	    "\" text-anchor=\"middle\" transform=\"rotate(-90 16 %" PRIu64
	    ")\" fill=\"%s\">offset within ",
	    middle, middle, paper->quiet);
	if (column == NSEC_SECOND)
		text_put(svg, STR("the second"));
	else
		column_put(svg, column);
	text_put(svg, STR("</text>\n"));
}

/* A name that is cut is whole in its tooltip. */
static void
draw_name(const struct plot *plot, const struct paper *paper, uint32_t row, struct text *svg)
{
	uint64_t height = plot->height / plot->grid->rows;
	uint64_t y = plot->top + plot->height - row * height - height / 2 + 4;
	size_t room = plot_name_room(plot);
	struct str name = plot->lanes[row];

	text_print(svg,
	    "<text class=\"quiet lane\" x=\"%" PRIu64 "\" y=\"%" PRIu64
	    "\" text-anchor=\"end\" fill=\"%s\">",
	    plot->left - 9, y, paper->quiet);
	if (utf8_columns(name) > room) {
		text_put(svg, STR("<title>"));
		svg_put_text(svg, name);
		text_put(svg, STR("</title>"));
		svg_put_text(svg, utf8_fit(name, room - 2));
		text_put(svg, STR(".."));
	} else {
		svg_put_text(svg, name);
	}
	text_put(svg, STR("</text>\n"));
}

void
axes_draw(const struct plot *plot, const struct paper *paper, const struct axes_clock *clock,
    struct text *svg)
{
	draw_paper(plot, paper, svg);
	text_print(svg, "<g font-size=\"%d\">\n", PLOT_LABEL);
	draw_lines(plot, paper, svg);
	draw_axis_x(plot, paper, svg);
	axes_clock_draw(plot, paper, clock, svg);
	if (plot->lanes == NULL)
		draw_offsets(plot, paper, svg);
	for (uint32_t row = 0; plot->lanes != NULL && row < plot->grid->rows; row++)
		draw_name(plot, paper, row, svg);
	text_put(svg, STR("</g>\n"));
}
