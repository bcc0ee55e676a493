/* scope_still.c - the pictures that a scope shows where no scripts run */
#include "picture/scope_still.h"

#include "picture/flamegraph_options.h"
#include "picture/flamegraph_words.h"
#include "picture/heatmap.h"

#define NARROW "1" /* pixels: what is less is for those who have scripts */

enum { CELLS = 8000 };

static uint32_t
least_factor(uint32_t number)
{
	for (uint32_t factor = 2; factor * factor <= number; factor++)
		if (number % factor == 0)
			return factor;
	return number;
}

void
scope_still_map(const struct scope_still *still, struct text *svg)
{
	struct grid *grid = still->grid;
	struct heatmap map = {
	    .grid = grid,
	    .title = still->title,
	    .unit = still->unit,
	    .clock = still->clock,
	    .marks = *still->marks,
	};

	while (grid->rows > 1 && grid_width(grid) * grid->rows > CELLS)
		grid_merge_rows(grid, least_factor(grid->rows));
	heatmap_draw(&map, svg);
}

void
scope_still_flame(struct ends *ends, enum palette palette, struct str unit, struct text *svg)
{
	struct flamegraph_options options = {
	    .title = "Flame graph of all of it",
	    .least = NARROW,
	    .still = true,
	    .palette = (int)palette,
	};
	struct calltree_least least;
	struct flamegraph graph = flamegraph_options_plan(&options, &least);
	struct text weight = {0};
	struct output out;

	graph.unit = unit;
	flamegraph_words_weight(&graph, &weight, ends->total);
	graph.subtitle = text_str(&weight);
	ends_grow_tree(ends, least);
	output_open_memory(&out);
	flamegraph_draw(&graph, &ends->tree, &out);
	text_put(svg, text_str(&out.buffer));
	text_free(&out.buffer);
	text_free(&weight);
}
