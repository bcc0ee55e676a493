/* terminal.c - a heat map as text for a terminal */
#include "picture/terminal.h"

#include "analysis/burst.h"
#include "analysis/merge.h"
#include "picture/caption.h"
#include "picture/coarse.h"
#include "picture/heatmap_words.h"
#include "picture/terminal_band.h"
#include "picture/terminal_legend.h"
#include "picture/utf8.h"

enum {
	ROWS_LEAST = 20, /* what rows are merged to at most */
};

/* Writes the parts of a caption, on as many lines as it takes. */
static void
put_wrapped(struct str caption, struct terminal_ink *ink)
{
	struct str dot = CAPTION_DOT;
	size_t used = 0;

	while (caption.n > 0) {
		size_t n = str_find(caption, dot);
		struct str part = str_head(caption, n);
		if (used > 0 && used + 3 + utf8_columns(part) > ink->screen->columns) {
			text_put_char(ink->text, '\n');
			used = 0;
		} else if (used > 0) {
			terminal_ink_put(ink, dot);
			used += 3;
		}
		terminal_ink_put(ink, part);
		used += utf8_columns(part);
		caption = str_skip(caption, n < caption.n ? n + dot.n : n);
	}
	text_put_char(ink->text, '\n');
}

/* Rows may be longer than those that were asked for. */
static void
put_row_length(const struct grid *grid, struct text *text)
{
	if (grid->lanes || grid->rows == 1 || grid->column % grid->rows != 0)
		return;
	text_put(text, CAPTION_DOT);
	text_put(text, STR("a row is "));
	terminal_band_put_offset(text, grid->column / grid->rows, grid->column);
}

static void
put_head(const struct heatmap *map, const struct heat *heat, struct terminal_ink *ink)
{
	struct text account = {0};

	terminal_ink_bold(ink, true);
	terminal_ink_put(ink, map->title);
	terminal_ink_bold(ink, false);
	text_put_char(ink->text, '\n');
	heatmap_words_account(map, heat, &account);
	put_row_length(map->grid, &account);
	if (map->clock.known) {
		text_put(&account, CAPTION_DOT);
		axes_clock_put_day(
		    &account, &map->clock, grid_begin(map->grid, map->grid->first, 0));
	}
	put_wrapped(text_str(&account), ink);
	if (map->subtitle.n > 0)
		put_wrapped(map->subtitle, ink);
	text_free(&account);
}

/* Bands without samples are one line, however many they are. */
static void
put_bands(const struct terminal_band *band, struct terminal_ink *ink)
{
	const struct grid *grid = band->grid;
	int64_t step = (int64_t)band->columns, column = grid->first, end;

	while (column <= grid->last) {
		for (end = column; !terminal_band_holds(band, end); end += step)
			;
		if (end > column) {
			text_put(ink->text, STR("no samples from "));
			nsec_put_short(ink->text, grid_begin(grid, column, 0));
			text_put(ink->text, STR(" s to "));
			nsec_put_short(ink->text, grid_begin(grid, end, 0));
			text_put(ink->text, STR(" s\n"));
		}
		terminal_band_draw(band, end, ink);
		column = end + step;
	}
}

static void
put_burst(const struct heatmap *map, const struct burst *burst, struct terminal_ink *ink)
{
	static const struct str names[] = {
	    [BURST_SHORT] = {"hottest burst: ", 15},
	    [BURST_PHASE] = {"hottest phase: ", 15},
	    [BURST_CELL] = {"hottest cell: ", 14},
	    [BURST_COLUMN] = {"hottest column: ", 16},
	};

	struct str graph = STR("its flame graph:\n");
	struct text told = {0};

	text_put(&told, names[burst->kind]);
	nsec_put_short(&told, burst->start);
	text_put(&told, STR(" s to "));
	nsec_put_short(&told, burst->end);
	text_put(&told, STR(" s, "));
	heatmap_words_counted(map, burst->count, &told);
	bool fits = utf8_columns(text_str(&told)) + 2 + graph.n - 1 <= ink->screen->columns;
	terminal_ink_put(ink, text_str(&told));
	text_put(ink->text, fits ? STR("; ") : STR("\n"));
	text_put(ink->text, graph);
	text_free(&told);
}

/* The command that cuts the hottest stretch out: a range to begin with. */
static void
put_command(const struct heatmap *map, const struct burst *burst, struct terminal_ink *ink)
{
	if (!terminal_ink_shows(ink, map->before) || !terminal_ink_shows(ink, map->after))
		return;
	put_burst(map, burst, ink);
	text_put(ink->text, map->before);
	nsec_put_short(ink->text, burst->start);
	text_put_char(ink->text, ' ');
	nsec_put_short(ink->text, burst->end);
	text_put(ink->text, map->after);
	text_put_char(ink->text, '\n');
}

/* Returns how many lines a band has. */
static uint64_t
draw(const struct heatmap *map, const struct burst *burst, const struct screen *screen,
    struct text *text)
{
	struct terminal_ink ink = {text, screen, -1, -1};
	struct heat heat;

	heat_open(&heat, map->grid, &map->heat);
	struct terminal_band band = terminal_band_lay(&heat, map, screen);
	put_head(map, &heat, &ink);
	put_bands(&band, &ink);
	terminal_legend_put(map, &heat, &ink);
	put_command(map, burst, &ink);
	heat_close(&heat);
	return (map->grid->rows + band.rows - 1) / band.rows + 1;
}

static uint64_t
count_lines(struct str s)
{
	struct str line;
	uint64_t lines = 0;

	while (str_line(&s, &line))
		lines++;
	return lines;
}

/* The same with so many rows made one. */
static uint64_t
draw_merged(const struct heatmap *map, uint32_t by, const struct burst *burst,
    const struct screen *screen, struct text *text)
{
	struct grid grid;
	struct heatmap merged = coarse_map(map, by, &grid);

	uint64_t lines = draw(&merged, burst, screen, text);
	grid_free(&grid);
	return lines;
}

/* Draws with as many rows as leave room for the shell's prompt below: all of the map is to be seen
 * or, where that cannot be, a whole band of it. */
static void
draw_fitting(const struct heatmap *map, const struct burst *burst, const struct screen *screen,
    struct text *text)
{
	struct text trial = {0}, best = {0};
	bool fits = false;

	for (uint32_t by = 1; !fits && map->grid->rows / by >= ROWS_LEAST; by++) {
		if (!merge_divides(map->grid, by))
			continue;
		text_clear(&trial);
		bool whole = draw_merged(map, by, burst, screen, &trial) < screen->lines;
		fits = count_lines(text_str(&trial)) < screen->lines;
		if (!fits && !(whole && best.n == 0))
			continue;
		text_clear(&best);
		text_put(&best, text_str(&trial));
	}
	text_put(text, text_str(best.n > 0 ? &best : &trial));
	text_free(&trial);
	text_free(&best);
}

void
terminal_draw(const struct heatmap *map, const struct screen *screen, bool merge, struct text *text)
{
	/* Of the rows as they were counted: a burst is short. */
	struct burst burst = burst_find(map->grid);

	if (merge && !map->grid->lanes && screen->lines > 0 && map->grid->rows > ROWS_LEAST)
		draw_fitting(map, &burst, screen, text);
	else
		draw(map, &burst, screen, text);
}
