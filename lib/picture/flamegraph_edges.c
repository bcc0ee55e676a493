/* flamegraph_edges.c - the edges of the wide boxes of a flame graph */
#include "picture/flamegraph_edges.h"

#include "picture/mount.h"
#include "picture/svg.h"

const struct color flamegraph_edges_new = {0x6b, 0x1d, 0x10};

enum { EDGED = 100 }; /* tenths of a pixel from which on a box has an edge; it would cover less */

/* Where an edge begins: tenths of a pixel, and pixels. */
struct point {
	uint64_t left, top;
};

/* Moves from where the last edge began, as most begin straight above it. */
static void
put_begin(struct text *text, struct point *last, uint64_t left, uint64_t top)
{
	bool up = top < last->top;

	if (last->top == 0 || left < last->left) {
		text_put_char(text, 'M');
		svg_put_tenths(text, left);
		text_put_char(text, ' ');
		text_put_number(text, top);
	} else {
		text_put_char(text, 'm');
		svg_put_tenths(text, left - last->left);
		text_put(text, up ? STR("-") : STR(" "));
		text_put_number(text, up ? last->top - top : top - last->top);
	}
	*last = (struct point){left, top};
}

static bool
put_edge(const struct flamegraph *graph, const struct calltree *tree,
    const struct calltree_box *box, struct point *last, struct text *text)
{
	uint32_t inner = flamegraph_inner(graph);
	uint64_t left = calltree_place(tree, box->before, inner);
	uint64_t right = calltree_place(tree, box->before + box->weight, inner);

	if (right - left < EDGED)
		return false;
	put_begin(text, last, left + MOUNT_MARGIN * 10, flamegraph_top(graph, tree, box->depth));
	text_put_char(text, 'h');
	svg_put_tenths(text, right - left);
	text_print(text, "v%uH", graph->row - 1);
	svg_put_tenths(text, left + MOUNT_MARGIN * 10);
	text_put_char(text, 'z');
	return true;
}

static bool
is_new(const struct flamegraph *graph, const struct calltree_box *box)
{
	return graph->difference && box->base == 0;
}

static bool
put_edges(const struct flamegraph *graph, const struct calltree *tree, bool new, struct text *text)
{
	struct point last = {0};
	bool any = false;

	for (size_t i = 0; i < tree->n; i++)
		if (is_new(graph, &tree->boxes[i]) == new)
			any |= put_edge(graph, tree, &tree->boxes[i], &last, text);
	text_put(text, STR("\"/>\n"));
	return any;
}

bool
flamegraph_edges_put(const struct flamegraph *graph, const struct calltree *tree, struct text *text)
{
	bool any = false;

	text_put(text, STR("<g id=\"edges\" fill=\"none\" pointer-events=\"none\">\n"));
	if (!graph->edgeless) {
		text_put(text, STR("<path stroke-width=\".5\" stroke=\""));
		color_put(text, graph->stroke);
		text_put(text, STR("\" d=\""));
		put_edges(graph, tree, false, text);
	}
	if (graph->difference) {
		text_put(text, STR("<path class=\"new\" stroke-width=\"2\" stroke=\""));
		color_put(text, flamegraph_edges_new);
		text_put(text, STR("\" d=\""));
		any = put_edges(graph, tree, true, text);
	}
	text_put(text, STR("</g>\n"));
	return any;
}
