/* heatmap_shape.c - the shape of a heat map in words */
#include "picture/heatmap_shape.h"

#include "picture/svg.h"

struct shape {
	int64_t busiest, quietest; /* columns, the earliest of several */
	uint64_t most, fewest;     /* and what they hold; UINT64_MAX: there is no quietest */
	uint64_t empty;            /* columns without samples */
	uint64_t gaps;             /* how many times some follow each other, */
	int64_t first;             /* the columns of the longest of these, */
	uint64_t longest;
	uint64_t between; /* and how many lie between two pieces: nothing is known of them */
};

static uint64_t
column_sum(const struct grid *grid, int64_t column)
{
	const uint64_t *counts = grid_counts(grid, column);
	uint64_t sum = 0;

	for (uint32_t row = 0; counts != NULL && row < grid->rows; row++)
		sum += counts[row];
	return sum;
}

/* Whether all of a column lies between two pieces. */
static bool
is_between(const struct grid *grid, const struct marks *marks, int64_t column)
{
	return marks_in_gap(grid, marks, column, 0) &&
	    marks_in_gap(grid, marks, column, grid->rows - 1);
}

/* Of the columns with samples.  The first and the last, in which a recording begins and ends, are not
 * quiet for it. */
static struct shape
find_shape(const struct grid *grid, const struct marks *marks)
{
	struct shape shape = {.fewest = UINT64_MAX};
	uint64_t gap = 0;

	for (int64_t column = grid->first; column <= grid->last; column++) {
		uint64_t sum = column_sum(grid, column);
		bool between = sum == 0 && is_between(grid, marks, column);
		gap = sum == 0 && !between ? gap + 1 : 0;
		shape.between += between;
		shape.gaps += gap == 1;
		shape.empty += gap > 0;
		if (gap > shape.longest) {
			shape.longest = gap;
			shape.first = column + 1 - (int64_t)gap;
		}
		if (sum == 0)
			continue;
		if (sum > shape.most) {
			shape.most = sum;
			shape.busiest = column;
		}
		if (sum < shape.fewest && column > grid->first && column < grid->last) {
			shape.fewest = sum;
			shape.quietest = column;
		}
	}
	return shape;
}

static void
put_count(const struct heatmap *map, uint64_t count, struct text *svg)
{
	text_put_grouped(svg, count);
	text_put_char(svg, ' ');
	svg_put_text(
	    svg, count == 1 && str_equal(map->unit, STR("samples")) ? STR("sample") : map->unit);
}

/* `second 34`, or when a column of another length begins and ends. */
static void
put_column(const struct grid *grid, int64_t column, struct text *svg)
{
	text_put(svg, grid->column == NSEC_SECOND ? STR("second ") : STR("from "));
	nsec_put_short(svg, grid_begin(grid, column, 0));
	if (grid->column == NSEC_SECOND)
		return;
	text_put(svg, STR(" s to "));
	nsec_put_short(svg, grid_begin(grid, column + 1, 0));
	text_put(svg, STR(" s"));
}

static void
put_extreme(
    const struct heatmap *map, struct str which, int64_t column, uint64_t count, struct text *svg)
{
	text_put(svg, which);
	text_put(svg, map->grid->column == NSEC_SECOND ? STR(": ") : STR(" column: "));
	put_column(map->grid, column, svg);
	text_put(svg, STR(", "));
	put_count(map, count, svg);
}

static void
put_columns(struct text *svg, uint64_t n)
{
	text_put_char(svg, ' ');
	text_put_grouped(svg, n);
	text_put(svg, n == 1 ? STR(" column") : STR(" columns"));
}

static void
put_gaps(const struct grid *grid, const struct shape *shape, struct text *svg)
{
	if (shape->gaps > 0) {
		put_columns(svg, shape->empty);
		text_put(svg, shape->empty == 1 ? STR(" has none, ") : STR(" have none, "));
		if (shape->gaps > 1) {
			text_put(svg, STR("in "));
			text_put_grouped(svg, shape->gaps);
			text_put(svg, STR(" gaps, the longest "));
		}
		text_put(svg, STR("from "));
		nsec_put_short(svg, grid_begin(grid, shape->first, 0));
		text_put(svg, STR(" s to "));
		nsec_put_short(svg, grid_begin(grid, shape->first + (int64_t)shape->longest, 0));
		text_put(svg, STR(" s."));
	}
	if (shape->between > 0) {
		put_columns(svg, shape->between);
		text_put(svg, shape->between == 1 ? STR(" lies") : STR(" lie"));
		text_put(svg, STR(" between two pieces: nothing is known of them."));
	}
}

void
heatmap_shape_put(const struct heatmap *map, struct text *svg)
{
	const struct grid *grid = map->grid;
	struct shape shape = find_shape(grid, &map->marks);

	put_count(map, grid->total, svg);
	text_put(svg, STR(" from "));
	nsec_put_short(svg, grid_begin(grid, grid->first, 0));
	text_put(svg, STR(" s to "));
	nsec_put_short(svg, grid_begin(grid, grid->last + 1, 0));
	text_put(svg, STR(" s. "));
	put_extreme(map, STR("Busiest"), shape.busiest, shape.most, svg);
	if (shape.fewest < UINT64_MAX) {
		text_put(svg, STR(". "));
		put_extreme(map, STR("Quietest"), shape.quietest, shape.fewest, svg);
	}
	text_put(svg, STR("."));
	put_gaps(grid, &shape, svg);
}
