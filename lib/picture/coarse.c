/* coarse.c - heat maps with fewer rows than were counted */
#include "picture/coarse.h"

#include "analysis/merge.h"

enum { CELL = 20 }; /* bytes that a cell takes at most, where its count is no large number */

struct heatmap
coarse_map(const struct heatmap *map, uint32_t by, struct grid *grid)
{
	struct heatmap coarse = *map;

	merge_rows(map->grid, by, grid);
	coarse.grid = grid;
	if (map->heat.of_row)
		coarse.heat.max *= by;
	return coarse;
}

static bool
fits(const struct heatmap *map)
{
	struct heatmap bare = *map;
	struct text trial = {0};

	bare.marks.href = (struct str){0};
	heatmap_draw(&bare, &trial);
	bool fits = trial.n <= COARSE_BYTES;
	text_free(&trial);
	return fits;
}

void
coarse_draw(const struct heatmap *map, struct text *svg)
{
	uint32_t rows = map->grid->rows;
	bool drawn = false;

	if (grid_width(map->grid) * rows <= COARSE_BYTES / CELL) {
		heatmap_draw(map, svg);
		return;
	}
	for (uint32_t by = 1; !drawn && by <= rows; by++) {
		struct grid grid;
		if (!merge_divides(map->grid, by))
			continue;
		struct heatmap coarse = coarse_map(map, by, &grid);
		coarse.merged_from = by > 1 ? rows : 0;
		drawn = by == rows || fits(&coarse);
		if (drawn)
			heatmap_draw(&coarse, svg);
		grid_free(&grid);
	}
}
