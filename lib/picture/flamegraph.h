/* flamegraph.h - a flame graph as one self-contained SVG.
 *
 *	struct calltree_least least;
 *	struct flamegraph graph = flamegraph_options_plan(&options, &least);
 *	graph.unit = STR("samples");
 *	calltree_build(&tree, &stacks, total, least);
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
#include "picture/nameattr.h"
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
	struct str told, notes; /* for the description, with all of subtitle */
	struct str
	    baseline;    /* of a difference, where the subtitle does not tell which side it is */
	struct str unit; /* what weights are: samples */
	struct str nametype;    /* what names are, in the line of details; may be empty */
	struct str narrow;      /* what calltree_least stands for: `0.1`, in pixels, or `0.1%` */
	struct str font_family; /* of labels; empty: a monospace one */
	uint32_t width, row;    /* of the picture, and the height of a row of boxes, in pixels */
	uint32_t font;          /* of labels, in pixels */
	uint32_t font_width;    /* of a column, in hundredths of an em */
	bool fluid;             /* the picture shrinks where its place is narrower than width */
	bool script;
	bool inverted; /* the root is on top */
	bool reverse;  /* stacks begin with their leaves */
	bool cut_left; /* of a name too long for its box the end is shown */
	bool edgeless;
	bool difference;   /* coloured by how boxes changed, which their titles tell */
	bool diffusion;    /* coloured by weight */
	bool has_ui;       /* buttons have a colour of their own */
	bool negate;       /* the other way round: what grew is blue */
	unsigned decimals; /* weights are counted in tenths where it is 1, in hundredths where 2 */
	bool given;        /* the whole width stands for more than the sum */
	uint64_t factor;   /* billionths of what is said for what was counted */
	const struct nameattr *attributes; /* links and titles of functions, or NULL */
	enum palette palette;
	struct color background, hit, stroke, ui; /* hit: of what a search finds */
};

/* The width that boxes share, in tenths of a pixel: that of the picture without its margins. */
uint32_t flamegraph_inner(const struct flamegraph *graph);

/* The top of a row of boxes, in pixels. */
uint64_t
flamegraph_top(const struct flamegraph *graph, const struct calltree *tree, uint32_t depth);

void
flamegraph_draw(const struct flamegraph *graph, const struct calltree *tree, struct output *out);

#endif
