/* marks.c - what stands on the cells of a heat map */
#include "picture/marks.h"

#include "picture/cells.h"
#include "picture/link.h"
#include "picture/marks_label.h"
#include "picture/svg.h"

#include <inttypes.h>

/* The cells wholly within a gap, in which nothing was recorded; false where there is none. */
static bool
find_gap(const struct grid *grid, const struct marks *marks, size_t i, struct marks_span *span)
{
	const struct pieces_gap *gap = &marks->gaps[i];
	int64_t left = nsec_floor(gap->start, grid->column),
		right = nsec_floor(gap->end, grid->column);
	uint32_t rows = grid->lanes ? 1 : grid->rows;
	/* Behind the last sample of the one piece, and before the first of the other. */
	uint32_t low = grid->lanes ? 1 : grid_row(grid, left, gap->start) + 1;
	uint32_t high = grid->lanes ? 0 : grid_row(grid, right, gap->end);

	/* A text cut in two may be silent where it was cut, as it is elsewhere. */
	if (right - left < 2 && gap->end - gap->start <= marks->silence)
		return false;
	left += low == rows;
	low = low == rows ? 0 : low;
	right -= high == 0;
	high = (high == 0 ? rows : high) - 1;
	if (left > right || (left == right && low > high))
		return false;
	*span = (struct marks_span){.left = (uint64_t)left - (uint64_t)grid->first,
	    .right = (uint64_t)right - (uint64_t)grid->first,
	    .low = low,
	    .high = grid->lanes ? grid->rows - 1 : high};
	return true;
}

bool
marks_in_gap(const struct grid *grid, const struct marks *marks, int64_t column, uint32_t row)
{
	uint64_t x = (uint64_t)column - (uint64_t)grid->first;
	struct marks_span span;

	for (size_t i = 0; i < marks->n_gaps; i++)
		if (find_gap(grid, marks, i, &span) && x >= span.left && x <= span.right &&
		    (grid->lanes ||
			((x > span.left || row >= span.low) &&
			    (x < span.right || row <= span.high))))
			return true;
	return false;
}

bool
marks_gap(const struct grid *grid, const struct marks *marks, size_t i, nsec *start, nsec *end)
{
	struct marks_span span;

	if (!find_gap(grid, marks, i, &span))
		return false;
	*start = grid_begin(grid, grid->first + (int64_t)span.left, grid->lanes ? 0 : span.low);
	*end = grid_begin(grid, grid->first + (int64_t)span.right, span.high + 1);
	return true;
}

/* The outline of all cells from the first to the last in time. */
static void
put_outline(const struct grid *grid, const struct marks_span *span, struct text *svg)
{
	uint64_t left = span->left, right = span->right;
	uint32_t low = span->low, high = span->high + 1;

	if (left == right || grid->lanes)
		text_print(svg, "M%" PRIu64 " %" PRIu32 "H%" PRIu64 "V%" PRIu32 "H%" PRIu64 "z",
		    left, low, right + 1, high, left);
	else if (right == left + 1 && high <= low)
		text_print(svg,
		    "M%" PRIu64 " %" PRIu32 "V%" PRIu32 "h1V%" PRIu32 "zM%" PRIu64 " 0V%" PRIu32
		    "h1V0z",
		    left, low, grid->rows, low, right, high);
	else
		text_print(svg,
		    "M%" PRIu64 " %" PRIu32 "V%" PRIu32 "H%" PRIu64 "V%" PRIu32 "h1V0H%" PRIu64
		    "V%" PRIu32 "z",
		    left, low, grid->rows, right, high, left + 1, low);
}

static void
draw_gap(const struct marks *marks, const struct grid *grid, const struct marks_span *span,
    struct text *svg)
{
	text_print(svg, "<path class=\"gap\" fill=\"%s\" d=\"", marks->paper->gap);
	put_outline(grid, span, svg);
	text_put(svg, STR("\"><title>between two pieces: nothing is known of "));
	nsec_put_short(svg, grid_begin(grid, grid->first + (int64_t)span->left, span->low));
	text_put(svg, STR(" s to "));
	nsec_put_short(svg, grid_begin(grid, grid->first + (int64_t)span->right, span->high + 1));
	text_put(svg, STR(" s</title></path>\n"));
}

void
marks_draw_gaps(const struct plot *plot, const struct marks *marks, struct text *svg)
{
	struct marks_span span;
	bool any = false;

	for (size_t i = 0; i < marks->n_gaps; i++) {
		if (!find_gap(plot->grid, marks, i, &span))
			continue;
		if (!any) {
			text_put(svg, STR("<g class=\"gaps\" shape-rendering=\"crispEdges\" "));
			cells_put_transform(plot, svg);
			text_put(svg, STR(">\n"));
		}
		any = true;
		draw_gap(marks, plot->grid, &span, svg);
	}
	text_put(svg, any ? STR("</g>\n") : STR(""));
}

/* Finds the cells of a range; false where it has none on the map. */
static bool
find_span(const struct grid *grid, const struct named_range *range, struct marks_span *span)
{
	nsec start = grid_begin(grid, grid->first, 0);
	nsec end = grid_begin(grid, grid->last, grid->rows);
	nsec from = range->begin > start ? range->begin : start;
	nsec to = range->end < end ? range->end : end;

	if (from >= to)
		return false;
	int64_t first = nsec_floor(from, grid->column), last = nsec_floor(to - 1, grid->column);
	span->left = (uint64_t)(first - grid->first);
	span->right = (uint64_t)(last - grid->first);
	span->low = grid_row(grid, first, from);
	span->high = grid->lanes ? grid->rows - 1 : grid_row(grid, last, to - 1);
	return true;
}

size_t
marks_outside(const struct grid *grid, const struct named *named)
{
	struct marks_span span;
	size_t n = 0;

	for (size_t i = 0; i < named->n; i++)
		n += !find_span(grid, &named->ranges[i], &span);
	return n;
}

static void
put_tooltip(const struct named_range *range, struct text *svg)
{
	struct text label = {0};

	marks_label_put(range, &label);
	text_put(svg, STR("<title>"));
	svg_put_text(svg, text_str(&label));
	text_put(svg, label.n > 0 ? STR(": ") : STR(""));
	svg_put_text(svg, range->told_start);
	text_put(svg, STR(" to "));
	svg_put_text(svg, range->told_end);
	text_put(svg, STR("</title>"));
	text_free(&label);
}

static void
draw_range(const struct marks *marks, const struct grid *grid, const struct named_range *range,
    const struct marks_span *span, struct text *svg)
{
	bool link = marks->href.n > 0 && marks->link == MARKS_RANGES;

	if (link)
		link_put(svg, marks->href, range->told_start, range->told_end);
	text_print(svg,
	    "<path class=\"mark\" fill=\"#000\" fill-opacity=\"0\" stroke=\"%s\" "
	    "stroke-width=\"1.5\" vector-effect=\"non-scaling-stroke\"%s d=\"",
	    marks->paper->mark, link ? "" : " pointer-events=\"none\"");
	put_outline(grid, span, svg);
	text_put(svg, STR("\">"));
	put_tooltip(range, svg);
	text_put(svg, link ? STR("</path></a>\n") : STR("</path>\n"));
}

/* A cell, or a whole column, as an area that shows nothing. */
static void
put_area(const struct plot *plot, const struct marks *marks, int64_t column, uint32_t row,
    uint32_t rows, struct text *svg)
{
	struct text start = {0}, end = {0};

	nsec_put_short(&start, grid_begin(plot->grid, column, row));
	/* A lane's cell goes as far as its column. */
	nsec_put_short(&end,
	    grid_begin(plot->grid, column, plot->grid->lanes ? plot->grid->rows : row + rows));
	link_put(svg, marks->href, text_str(&start), text_str(&end));
	text_print(svg, "<path d=\"M%" PRIu64 " %" PRIu32 "h1v%" PRIu32 "h-1z\"/></a>\n",
	    (uint64_t)column - (uint64_t)plot->grid->first, row, rows);
	text_free(&start);
	text_free(&end);
}

/* Links of what has samples: without any, there is nothing to be shown behind them. */
static void
draw_links(const struct plot *plot, const struct marks *marks, struct text *svg)
{
	const struct grid *grid = plot->grid;

	text_put(svg, STR("<g class=\"links\" fill-opacity=\"0\" "));
	cells_put_transform(plot, svg);
	text_put(svg, STR(">\n"));
	for (int64_t column = grid->first; column <= grid->last; column++) {
		const uint64_t *counts = grid_counts(grid, column);
		if (counts != NULL && marks->link == MARKS_COLUMNS)
			put_area(plot, marks, column, 0, grid->rows, svg);
		for (uint32_t row = 0;
		     counts != NULL && marks->link == MARKS_CELLS && row < grid->rows; row++)
			if (counts[row] > 0)
				put_area(plot, marks, column, row, 1, svg);
	}
	text_put(svg, STR("</g>\n"));
}

void
marks_draw(const struct plot *plot, const struct marks *marks, struct text *svg)
{
	struct marks_labels labels = {.plot = plot, .paper = marks->paper};
	struct marks_span span;

	if (marks->href.n > 0 && marks->link != MARKS_RANGES)
		draw_links(plot, marks, svg);
	if (marks->named == NULL || marks->named->n == 0)
		return;
	text_put(svg, STR("<g class=\"ranges\" "));
	cells_put_transform(plot, svg);
	text_put(svg, STR(">\n"));
	for (size_t i = 0; i < marks->named->n; i++)
		if (find_span(plot->grid, &marks->named->ranges[i], &span))
			draw_range(marks, plot->grid, &marks->named->ranges[i], &span, svg);
	text_print(svg, "</g>\n<g class=\"labels\" font-size=\"%d\" pointer-events=\"none\">\n",
	    PLOT_LABEL);
	for (size_t i = 0; i < marks->named->n; i++)
		if (find_span(plot->grid, &marks->named->ranges[i], &span))
			marks_label_draw(&labels, &marks->named->ranges[i], &span, svg);
	text_put(svg, STR("</g>\n"));
	marks_label_free(&labels);
}
