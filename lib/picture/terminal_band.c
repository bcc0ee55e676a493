/* terminal_band.c - the cells of a heat map as characters */
#include "picture/terminal_band.h"

#include "base/array.h"
#include "picture/terminal_times.h"
#include "picture/utf8.h"

#include <stdlib.h>
#include <string.h>

enum {
	GROUND = 0x1d2024, /* of cells without samples */
	OVER = 0x00e5ff,   /* of what is above the scale: a colour that none has */
	GAP = -1,          /* nothing is known: the terminal's own ground */
	CELL_MOST = 8,
	NAME_MOST = 24, /* of the characters of a row's name */
	TENS = 10,      /* a band that is not the whole map has a round number of columns */
};

static const char shades[] = " .:-=+*#%@";

void
terminal_band_put_offset(struct text *text, nsec offset, nsec column)
{
	bool seconds = column > 10 * NSEC_SECOND;

	nsec_put_short(text, seconds ? offset : offset * 1000);
	text_put(text, seconds ? STR(" s") : STR(" ms"));
}

static nsec
offset_of(const struct grid *grid, uint32_t row)
{
	return grid_begin(grid, 0, row);
}

/* What a row is called: its name, cut, or the offset at which it begins. */
static void
put_name(struct text *text, const struct terminal_band *band, uint32_t row)
{
	if (band->lanes == NULL) {
		text_put_char(text, '+');
		terminal_band_put_offset(text, offset_of(band->grid, row), band->grid->column);
		return;
	}
	struct str name = band->lanes[row].n > 0 ? band->lanes[row] : STR("others");
	if (utf8_columns(name) <= NAME_MOST) {
		text_put(text, name);
	} else {
		text_put(text, utf8_fit(name, NAME_MOST - 2));
		text_put(text, STR(".."));
	}
}

/* Characters of the longest label of a row or, if that is longer, of what stands below them. */
static size_t
label_width(const struct terminal_band *band)
{
	struct str clock = terminal_times_clock(band);
	size_t most = clock.n > STR("seconds").n ? clock.n : STR("seconds").n;
	struct text label = {0};

	for (uint32_t row = 0; row < band->grid->rows; row += band->rows) {
		text_clear(&label);
		put_name(&label, band, row);
		size_t width = utf8_columns(text_str(&label));
		most = width > most ? width : most;
	}
	text_free(&label);
	return most;
}

struct terminal_band
terminal_band_lay(const struct heat *heat, const struct heatmap *map, const struct screen *screen)
{
	const struct grid *grid = heat->grid;
	struct terminal_band band = {grid, heat, map->lanes, .rows = 1, .cell = 1,
	    .clock = &map->clock, .marks = &map->marks};
	bool plain = screen->color == SCREEN_PLAIN;
	uint64_t width = grid_width(grid);

	if (screen->utf8 && !plain && map->lanes == NULL)
		band.rows = 2;
	band.left = label_width(&band) + 1;
	/* Without colours, a line on both sides. */
	size_t room = screen->columns - 2 * plain;
	room = room > band.left + TENS ? room - band.left : TENS;
	band.left += plain;
	while (band.cell < CELL_MOST && width * (band.cell + 1) <= room)
		band.cell++;
	band.columns = width <= room ? (size_t)width : room / TENS * TENS;
	band.step = terminal_times_step(&band);
	return band;
}

bool
terminal_band_holds(const struct terminal_band *band, int64_t first)
{
	const struct grid *grid = band->grid;

	for (size_t i = 0; i < band->columns && first + (int64_t)i <= grid->last; i++)
		if (grid_counts(grid, first + (int64_t)i) != NULL)
			return true;
	return false;
}

static void
repeat(struct terminal_ink *ink, size_t n, struct str s)
{
	while (n-- > 0)
		text_put(ink->text, s);
}

/* The character of a level: the last for the highest, and one of its own for what does not stand
 * out. */
static struct str
shade(const struct heat *heat, unsigned level)
{
	unsigned most = sizeof(shades) - 2, levels = heat->ramp.levels;

	if (level == TERMINAL_BAND_OVER)
		return STR("!");
	if (level == TERMINAL_BAND_GAP)
		return STR("~");
	if (level > levels)
		return STR(",");
	return (struct str){shades + (level * most + levels - 1) / levels, 1};
}

static int32_t
color(const struct heat *heat, unsigned level)
{
	if (level == TERMINAL_BAND_OVER)
		return OVER;
	if (level == TERMINAL_BAND_GAP)
		return GAP;
	return level == 0 ? GROUND : (int32_t)heat_color(heat, level, true);
}

uint32_t
terminal_band_look(const struct heat *heat, unsigned level, const struct screen *screen)
{
	switch (screen->color) {
	case SCREEN_PLAIN: return (unsigned char)*shade(heat, level).s;
	case SCREEN_256: return terminal_ink_256((uint32_t)color(heat, level));
	case SCREEN_TRUE: break;
	}
	return (uint32_t)color(heat, level);
}

void
terminal_band_swatch(const struct heat *heat, unsigned level, size_t n, struct terminal_ink *ink)
{
	if (ink->screen->color == SCREEN_PLAIN) {
		repeat(ink, n, shade(heat, level));
		return;
	}
	terminal_ink_set(ink, ink->pen, color(heat, level));
	repeat(ink, n, STR(" "));
}

static void
find_column(const struct terminal_band *band, int64_t column, unsigned char *levels)
{
	heat_levels(band->heat, column, levels);
	for (uint32_t row = 0; row < band->grid->rows; row++)
		if (heat_is_over(band->heat, column, row))
			levels[row] = TERMINAL_BAND_OVER;
}

/* The levels of n columns, row by row. */
static unsigned char *
find_levels(const struct terminal_band *band, int64_t first, size_t n)
{
	uint32_t rows = band->grid->rows;
	unsigned char *levels = array_new(n, rows);

	for (size_t i = 0; i < n; i++) {
		int64_t column = first + (int64_t)i;
		if (grid_counts(band->grid, column) != NULL)
			find_column(band, column, levels + i * rows);
		for (uint32_t row = 0; band->marks->n_gaps > 0 && row < rows; row++)
			if (levels[i * rows + row] == 0 &&
			    marks_in_gap(band->grid, band->marks, column, row))
				levels[i * rows + row] = TERMINAL_BAND_GAP;
	}
	return levels;
}

/* One row over another; above the last, as in a gap, there is none. */
static void
put_halves(const struct terminal_band *band, const unsigned char *levels, bool last,
    struct terminal_ink *ink)
{
	unsigned low = levels[0], high = last ? TERMINAL_BAND_GAP : levels[1];

	if (high == TERMINAL_BAND_GAP && low != TERMINAL_BAND_GAP) {
		terminal_ink_set(ink, color(band->heat, low), -1);
		repeat(ink, band->cell, STR("\342\226\204"));
	} else if (low == high) {
		terminal_band_swatch(band->heat, low, band->cell, ink);
	} else {
		terminal_ink_set(ink, color(band->heat, high), color(band->heat, low));
		repeat(ink, band->cell, STR("\342\226\200"));
	}
}

void
terminal_band_label(const struct terminal_band *band, struct str label, struct terminal_ink *ink)
{
	bool plain = ink->screen->color == SCREEN_PLAIN;

	repeat(ink, band->left - 1 - plain - utf8_columns(label), STR(" "));
	terminal_ink_put(ink, label);
	text_put_char(ink->text, ' ');
}

/* The line of a row, or of it and the next. */
static void
draw_line(const struct terminal_band *band, const unsigned char *levels, size_t n, uint32_t row,
    struct terminal_ink *ink)
{
	bool plain = ink->screen->color == SCREEN_PLAIN;
	uint32_t rows = band->grid->rows;
	struct text label = {0};

	put_name(&label, band, row);
	terminal_band_label(band, text_str(&label), ink);
	repeat(ink, plain, STR("|"));
	for (size_t i = 0; i < n; i++) {
		const unsigned char *at = levels + i * rows + row;
		if (band->rows == 2)
			put_halves(band, at, row + 1 == rows, ink);
		else
			terminal_band_swatch(band->heat, *at, band->cell, ink);
	}
	terminal_ink_set(ink, -1, -1);
	repeat(ink, plain, STR("|"));
	text_put_char(ink->text, '\n');
	text_free(&label);
}

void
terminal_band_draw(const struct terminal_band *band, int64_t first, struct terminal_ink *ink)
{
	const struct grid *grid = band->grid;
	int64_t last = first + (int64_t)band->columns - 1;
	uint32_t lines = (grid->rows + band->rows - 1) / band->rows;

	last = last < grid->last ? last : grid->last;
	size_t n = (size_t)(last - first + 1);
	unsigned char *levels = find_levels(band, first, n);
	while (lines-- > 0)
		draw_line(band, levels, n, lines * band->rows, ink);
	terminal_times_draw(band, first, last, ink);
	free(levels);
}
