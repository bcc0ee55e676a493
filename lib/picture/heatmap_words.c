/* heatmap_words.c - what a heat map says of itself in words */
#include "picture/heatmap_words.h"

#include "picture/caption.h"
#include "picture/coarse.h"

#include <inttypes.h>

void
heatmap_words_counted(const struct heatmap *map, uint64_t count, struct text *text)
{
	text_put_grouped(text, count);
	text_put_char(text, ' ');
	text_put(
	    text, count == 1 && str_equal(map->unit, STR("samples")) ? STR("sample") : map->unit);
}

static void
put_shape(const struct heatmap *map, struct text *text)
{
	const struct grid *grid = map->grid;
	uint32_t rows = grid->rows - (map->rest > 0);

	text_put_grouped(text, grid_width(grid));
	text_put(text, grid_width(grid) == 1 ? STR(" column of ") : STR(" columns of "));
	column_put(text, grid->column);
	if (map->lanes == NULL) {
		text_print(text, ", %" PRIu32 " row%s", rows, rows == 1 ? "" : "s");
		if (map->merged_from > 0)
			text_print(text, " (%" PRIu32 " take more than %d MB: --rows %" PRIu32 ")",
			    map->merged_from, COARSE_BYTES / 1000000, map->merged_from);
		return;
	}
	text_print(text, ", %" PRIu32 " ", rows);
	text_put(text, map->by);
	if (map->rest > 0)
		text_print(text, " and %zu others", map->rest);
}

static void
put_hottest(const struct heatmap *map, struct text *text)
{
	struct grid_cell hottest = grid_hottest(map->grid);

	text_put(text, STR("hottest cell: "));
	text_put_grouped(text, hottest.count);
	text_put(text, STR(" at "));
	nsec_put_short(text, grid_begin(map->grid, hottest.column, hottest.row));
	text_put(text, STR(" s"));
	if (map->lanes == NULL)
		return;
	text_put(text, STR(", "));
	text_put(text, map->lanes[hottest.row]);
}

void
heatmap_words_account(const struct heatmap *map, const struct heat *heat, struct text *text)
{
	const struct grid *grid = map->grid;

	heatmap_words_counted(map, grid->total, text);
	text_put(text, STR(" from "));
	nsec_put_short(text, grid_begin(grid, grid->first, 0));
	text_put(text, STR(" s to "));
	nsec_put_short(text, grid_begin(grid, grid->last, grid->rows));
	text_put(text, STR(" s"));
	text_put(text, CAPTION_DOT);
	put_shape(map, text);
	text_put(text, CAPTION_DOT);
	put_hottest(map, text);
	if (map->lit.n > 0) {
		text_put(text, CAPTION_DOT);
		heatmap_words_counted(map, map->n_lit, text);
		text_put(text, STR(" that match "));
		text_put(text, map->lit);
	}
	if (heat->over == 0)
		return;
	text_put(text, CAPTION_DOT);
	text_put_grouped(text, heat->over);
	text_put(text, heat->over == 1 ? STR(" cell above ") : STR(" cells above "));
	text_put_grouped(text, heat->ramp.max);
}
