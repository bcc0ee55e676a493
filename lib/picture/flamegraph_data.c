/* flamegraph_data.c - what the script of a flame graph has to know */
#include "picture/flamegraph_data.h"

#include "base/nsec.h"
#include "picture/svg.h"

static void
put_number(struct text *text, const char *name, uint64_t number)
{
	text_print(text, " data-%s=\"", name);
	text_put_number(text, number);
	text_put_char(text, '"');
}

static void
put_text(struct text *text, const char *name, struct str value)
{
	text_print(text, " data-%s=\"", name);
	svg_put_text(text, value);
	text_put_char(text, '"');
}

/* Each box's weight, and how far it is from the one before. */
static void
put_weights(const struct calltree *tree, struct text *text)
{
	uint64_t at = 0;

	text_put(text, STR(" data-weights=\""));
	for (size_t i = 0; i < tree->n; i++) {
		const struct calltree_box *box = &tree->boxes[i];
		if (i > 0)
			text_put_char(text, ' ');
		if (box->before > at) {
			text_put_number(text, box->before - at);
			text_put_char(text, ',');
		}
		text_put_number(text, box->weight);
		at = box->before;
	}
	text_put_char(text, '"');
}

void
flamegraph_data_put(const struct flamegraph *graph, const struct calltree *tree, uint32_t baseline,
    struct text *text)
{
	put_number(text, "width", flamegraph_inner(graph));
	put_number(text, "font", graph->font);
	put_number(text, "column", graph->font_width);
	put_number(text, "baseline", baseline);
	put_number(text, "total", tree->total);
	put_text(text, "unit", graph->unit);
	if (graph->nametype.n > 0)
		put_text(text, "nametype", graph->nametype);
	if (graph->factor != (uint64_t)NSEC_SECOND) {
		text_put(text, STR(" data-factor=\""));
		nsec_put_short(text, (nsec)graph->factor);
		text_put_char(text, '"');
	}
	if (!graph->edgeless) {
		text_put(text, STR(" data-stroke=\""));
		color_put(text, graph->stroke);
		text_put_char(text, '"');
	}
	if (graph->inverted)
		put_number(text, "inverted", 1);
	if (graph->cut_left)
		put_text(text, "cut", STR("left"));
	put_weights(tree, text);
}
