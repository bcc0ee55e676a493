/* flamegraph.h - a flame graph as one self-contained SVG.
 *
 *	struct flamegraph graph = {.title = STR("Flame graph"), .unit = STR("samples"),
 *	    .width = FLAMEGRAPH_WIDTH, .row = FLAMEGRAPH_ROW, .fluid = true, .script = true};
 *	struct calltree_least least = {.parts = flamegraph_inner(&graph), .least = 1};
 *	calltree_build(&tree, entries, n, total, least);
 *	flamegraph_draw(&graph, &tree, &out);
 *
 * What matters shows without scripts and styles: the root at the bottom, a label on each box that
 * has room for one, and in each box's title its name, weight and share.  The script, our own, adds
 * zoom, search and a line of details.  All text may hold any bytes.
 */
#ifndef PICTURE_FLAMEGRAPH_H
#define PICTURE_FLAMEGRAPH_H

#include "analysis/calltree.h"
#include "base/output.h"
#include "picture/palette.h"

enum {
	FLAMEGRAPH_WIDTH = 1200,
	FLAMEGRAPH_WIDTH_LEAST = 200,
	FLAMEGRAPH_WIDTH_MOST = 100000,
	FLAMEGRAPH_ROW = 16,
	FLAMEGRAPH_ROW_LEAST = 5,
	FLAMEGRAPH_ROW_MOST = 1000
};

struct flamegraph {
	struct str title, subtitle;
	struct str unit;     /* what weights are: samples */
	struct str narrow;   /* the width that calltree_least stands for, as a reader knows it */
	uint32_t width, row; /* of the picture, and the height of a row of boxes, in pixels */
	bool fluid;          /* the picture shrinks where its place is narrower than width */
	bool script;
	enum palette palette;
};

/* The width that boxes share, in tenths of a pixel: that of the picture without its margins. */
uint32_t flamegraph_inner(const struct flamegraph *graph);

void
flamegraph_draw(const struct flamegraph *graph, const struct calltree *tree, struct output *out);

/* Writes number and unit: "1,234 samples", "1 sample". */
void flamegraph_put_weight(struct text *text, uint64_t number, struct str unit);

#endif
