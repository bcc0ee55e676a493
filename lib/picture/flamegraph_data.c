/* flamegraph_data.c - what the script of a flame graph has to know */
#include "picture/flamegraph_data.h"

#include "base/nsec.h"
#include "picture/asset.h"
#include "picture/svg.h"
#include "profile/mark.h"

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

static void
put_color(struct text *text, const char *name, struct color color)
{
	text_print(text, " data-%s=\"", name);
	color_put(text, color);
	text_put_char(text, '"');
}

/* How many boxes from the i-th on stand on each other, none lighter than the one below. */
static size_t
run_of(const struct calltree *tree, size_t i)
{
	const struct calltree_box *box = &tree->boxes[i];
	size_t n = 1;

	while (i + n < tree->n && box[n].before == box->before && box[n].weight == box->weight)
		n++;
	return n;
}

/* Each box's weight, and how far it is from the one before; `*3` are three of one weight. */
static void
put_weights(const struct calltree *tree, struct text *text)
{
	uint64_t at = 0;
	size_t run;

	text_put(text, STR(" data-weights=\""));
	for (size_t i = 0; i < tree->n; i += run) {
		const struct calltree_box *box = &tree->boxes[i];
		if (i > 0)
			text_put_char(text, ' ');
		if (box->before > at) {
			text_put_number(text, box->before - at);
			text_put_char(text, ',');
		}
		text_put_number(text, box->weight);
		at = box->before;
		run = run_of(tree, i);
		if (run > 1) {
			text_put_char(text, '*');
			text_put_number(text, run);
		}
	}
	text_put_char(text, '"');
}

/* What each box weighed before. */
static void
put_bases(const struct calltree *tree, struct text *text)
{
	text_put(text, STR(" data-bases=\""));
	for (size_t i = 0; i < tree->n; i++) {
		if (i > 0)
			text_put_char(text, ' ');
		text_put_number(text, tree->boxes[i].base);
	}
	text_put_char(text, '"');
}

/* The boxes' marks, in runs: `u12k3` are twelve without one and three of the kernel's. */
static void
put_kinds(const struct calltree *tree, struct text *text)
{
	static const char letters[] = {[FRAME_USER] = 'u',
	    [FRAME_KERNEL] = 'k',
	    [FRAME_JIT] = 'j',
	    [FRAME_INLINED] = 'i',
	    [FRAME_WAKER] = 'w'};
	enum frame_kind last = FRAME_USER;
	uint64_t run = 0;

	text_put(text, STR(" data-kinds=\""));
	for (size_t i = 0; i <= tree->n; i++) {
		enum frame_kind kind = FRAME_USER;
		if (i < tree->n)
			mark_split(tree->boxes[i].name, &kind);
		if (run > 0 && (kind != last || i == tree->n)) {
			text_put_char(text, letters[last]);
			text_put_number(text, run);
			run = 0;
		}
		last = kind;
		run++;
	}
	text_put_char(text, '"');
}

void
flamegraph_data_put(const struct flamegraph *graph, const struct calltree *tree, uint32_t baseline,
    struct text *text)
{
	put_number(text, "width", flamegraph_inner(graph));
	put_number(text, "row", graph->row);
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
	if (graph->decimals > 0)
		put_number(text, "decimals", graph->decimals);
	if (graph->given)
		put_number(text, "given", 1);
	if (!graph->edgeless)
		put_color(text, "stroke", graph->stroke);
	put_color(text, "hit", graph->hit);
	if (graph->has_ui)
		put_color(text, "ui", graph->ui);
	if (graph->inverted)
		put_number(text, "inverted", 1);
	if (graph->reverse)
		put_number(text, "reverse", 1);
	if (graph->cut_left)
		put_text(text, "cut", STR("left"));
	if (graph->fluid)
		put_number(text, "fluid", 1);
	if (tree->left_weight > 0)
		put_number(text, "left", tree->left_weight);
	put_weights(tree, text);
	put_kinds(tree, text);
	if (graph->difference) {
		put_bases(tree, text);
		if (tree->left_base > 0)
			put_number(text, "gone", tree->left_base);
		put_number(text, "negate", graph->negate);
	}
}

void
flamegraph_data_put_script(struct text *text)
{
	/* Each needs those before it. */
	const struct str *scripts[] = {&asset_flamegraph_layout_js, &asset_flamegraph_tree_js,
	    &asset_flamegraph_merge_js, &asset_flamegraph_words_js, &asset_flamegraph_state_js,
	    &asset_flamegraph_draw_js, &asset_flamegraph_controls_js, &asset_flamegraph_copy_js,
	    &asset_flamegraph_page_js, &asset_flamegraph_steps_js, &asset_flamegraph_walk_js,
	    &asset_flamegraph_js, &asset_flamegraph_read_js, &asset_flamegraph_document_js};

	/* In one element, so that a policy against scripts has one thing to say. */
	struct text script = {0};
	for (size_t i = 0; i < sizeof(scripts) / sizeof(*scripts); i++)
		text_put(&script, *scripts[i]);
	svg_put_script(text, text_str(&script));
	text_free(&script);
}
