/* strokes.c - the cells of a heat map as the strokes of a pen */
#include "picture/strokes.h"

#include "base/array.h"
#include "base/text.h"

#include <stdlib.h>

/* So many rows are drawn from the first column to the last before those above them are: the pen's
 * ways are short in both directions then, and most are told by one digit. */
enum { BAND = 10 };

/* The levels of all cells, 0 once they are drawn. */
struct sheet {
	uint64_t left; /* column of the grid with which it begins */
	uint64_t width;
	uint32_t rows;
	unsigned char **columns; /* NULL where there are no samples */
	unsigned char *levels;
};

struct pen {
	struct text *path;
	uint64_t x, y;
};

static struct sheet
sheet_of(const struct heat *heat, uint64_t left, uint64_t width)
{
	const struct grid *grid = heat->grid;
	struct sheet sheet = {.left = left, .width = width, .rows = grid->rows};
	int64_t first = grid->first + (int64_t)left;
	size_t n = 0;

	for (uint64_t x = 0; x < width; x++)
		n += grid_counts(grid, first + (int64_t)x) != NULL;
	sheet.columns = array_new((size_t)sheet.width, sizeof(*sheet.columns));
	sheet.levels = array_new(n, sheet.rows);
	n = 0;
	for (uint64_t x = 0; x < sheet.width; x++) {
		int64_t column = first + (int64_t)x;
		if (grid_counts(grid, column) == NULL)
			continue;
		sheet.columns[x] = sheet.levels + n++ * sheet.rows;
		heat_levels(heat, column, sheet.columns[x]);
	}
	return sheet;
}

static void
sheet_free(struct sheet *sheet)
{
	free(sheet->columns);
	free(sheet->levels);
}

/* to - from, with a blank before it where the number needs one. */
static void
put_way(struct text *path, uint64_t to, uint64_t from, bool blank)
{
	if (to < from)
		text_put_char(path, '-');
	else if (blank)
		text_put_char(path, ' ');
	text_put_number(path, to < from ? from - to : to - from);
}

static void
put_stroke(struct pen *pen, uint64_t x, uint32_t y, uint64_t right, uint64_t up)
{
	if (pen->path->n == 0)
		text_put(pen->path, STR("M.5.5"));
	text_put_char(pen->path, 'm');
	put_way(pen->path, x, pen->x, false);
	put_way(pen->path, y, pen->y, true);
	if (right + up > 0) {
		text_put_char(pen->path, right > 0 ? 'h' : 'v');
		text_put_number(pen->path, right + up);
	} else {
		text_put_char(pen->path, 'z');
	}
	pen->x = x + right;
	pen->y = y + up;
}

/* Draws the longer of the runs that go right and up from a cell, up to row end. */
static void
draw_run(struct sheet *sheet, uint64_t x, uint32_t y, uint32_t end, struct pen pens[])
{
	unsigned char *const *columns = sheet->columns, level = columns[x][y];
	uint64_t right = 1;
	uint32_t up = 1;

	while (x + right < sheet->width && columns[x + right] != NULL &&
	    columns[x + right][y] == level)
		right++;
	while (y + up < end && columns[x][y + up] == level)
		up++;
	if (up > right)
		right = 1;
	else
		up = 1;
	put_stroke(&pens[level], sheet->left + x, y, right - 1, up - 1);
	for (uint64_t i = 0; i < right; i++)
		columns[x + i][y] = 0;
	for (uint32_t i = 0; i < up; i++)
		columns[x][y + i] = 0;
}

void
strokes_draw(
    const struct heat *heat, uint64_t left, uint64_t width, struct text paths[HEAT_LEVELS + 1])
{
	struct sheet sheet = sheet_of(heat, left, width);
	struct pen pens[HEAT_LEVELS + 1];

	for (unsigned level = 0; level <= HEAT_LEVELS; level++)
		pens[level] = (struct pen){.path = &paths[level]};
	for (uint32_t low = 0; low < sheet.rows; low += BAND) {
		uint32_t end = sheet.rows - low > BAND ? low + BAND : sheet.rows;
		for (uint64_t x = 0; x < sheet.width; x++)
			for (uint32_t y = low; sheet.columns[x] != NULL && y < end; y++)
				if (sheet.columns[x][y] > 0)
					draw_run(&sheet, x, y, end, pens);
	}
	sheet_free(&sheet);
}
