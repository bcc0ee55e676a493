/* flamegraph.c - a flame graph as SVG */
#include "picture/flamegraph.h"

#include "base/number.h"
#include "picture/asset.h"
#include "picture/mount.h"
#include "picture/svg.h"
#include "picture/utf8.h"
#include "profile/mark.h"

enum {
	FONT = 12,  /* of labels, in pixels */
	EDGED = 100 /* tenths of a pixel from which on a box has an edge; it would cover less */
};

struct drawing {
	const struct flamegraph *graph;
	const struct calltree *tree;
	struct output *out;
	struct text text;  /* not yet in out */
	struct text plain; /* not yet escaped */
	uint32_t inner;    /* tenths of a pixel */
	uint32_t font;     /* of labels */
	bool kinds[4];     /* that boxes have */
};

uint32_t
flamegraph_inner(const struct flamegraph *graph)
{
	return (graph->width - 2 * MOUNT_MARGIN) * 10;
}

void
flamegraph_put_weight(struct text *text, uint64_t number, struct str unit)
{
	text_put_grouped(text, number);
	text_put_char(text, ' ');
	text_put(text, number == 1 && str_equal(unit, STR("samples")) ? STR("sample") : unit);
}

static void
flush(struct drawing *drawing)
{
	output_write(drawing->out, text_str(&drawing->text));
	text_clear(&drawing->text);
}

/* A share in percent to two decimals, halves up; exactly all of it is 100%. */
static void
put_percent(struct text *text, uint64_t part, uint64_t whole)
{
	unsigned hundredths = ((unsigned)number_scale(part, 20000, whole) + 1) / 2;

	if (part == whole)
		text_put(text, STR("100%"));
	else
		text_print(text, "%u.%02u%%", hundredths / 100, hundredths % 100);
}

/* 1,234 samples, what stands between, 5.67% and a closing parenthesis. */
static void
put_share(const struct drawing *drawing, struct text *text, uint64_t weight, struct str between)
{
	flamegraph_put_weight(text, weight, drawing->graph->unit);
	text_put(text, between);
	put_percent(text, weight, drawing->tree->total);
	text_put_char(text, ')');
}

/* The top of a row of boxes, in pixels. */
static uint64_t
top_of(const struct drawing *drawing, uint32_t depth)
{
	return MOUNT_TOP + (uint64_t)(drawing->tree->depth - depth) * drawing->graph->row;
}

/* From the top of a box to the base line of its label, in tenths of a pixel. */
static uint32_t
baseline(const struct drawing *drawing)
{
	return (drawing->graph->row - 1) * 5 + drawing->font * 36 / 10;
}

static struct str
name_of(const struct calltree_box *box, enum frame_kind *kind)
{
	struct str name = mark_split(box->name, kind);

	return name.n > 0 ? name : STR("[unknown]");
}

/* data-weights, as flamegraph.js says. */
static void
put_weights(struct drawing *drawing)
{
	const struct calltree *tree = drawing->tree;
	uint64_t at = 0;

	text_put(&drawing->text, STR(" data-weights=\""));
	for (size_t i = 0; i < tree->n; i++) {
		const struct calltree_box *box = &tree->boxes[i];
		if (i > 0)
			text_put_char(&drawing->text, ' ');
		if (box->before > at) {
			text_put_number(&drawing->text, box->before - at);
			text_put_char(&drawing->text, ',');
		}
		text_put_number(&drawing->text, box->weight);
		at = box->before;
		flush(drawing);
	}
	text_put_char(&drawing->text, '"');
}

static void
put_box(struct drawing *drawing, const struct calltree_box *box)
{
	struct text *text = &drawing->text;
	uint64_t left = calltree_place(drawing->tree, box->before, drawing->inner);
	uint64_t right = calltree_place(drawing->tree, box->before + box->weight, drawing->inner);
	enum frame_kind kind;
	struct str name = name_of(box, &kind);

	drawing->kinds[kind] |= box->depth > 0;
	text_put(text, STR("<rect x=\""));
	svg_put_tenths(text, left + MOUNT_MARGIN * 10);
	text_put(text, STR("\" y=\""));
	text_put_number(text, top_of(drawing, box->depth));
	text_put(text, STR("\" width=\""));
	svg_put_tenths(text, right - left);
	text_put(text, STR("\" height=\""));
	text_put_number(text, drawing->graph->row - 1);
	text_put(text, STR("\" fill=\""));
	if (box->depth == 0)
		text_put(text, STR("#c2c6cc"));
	else
		color_put(text, palette_color(drawing->graph->palette, name, kind));
	text_put(
	    text, right - left < EDGED ? STR("\"><title>") : STR("\" stroke=\"#fff\"><title>"));
	svg_put_text(text, name);
	text_clear(&drawing->plain);
	put_share(drawing, &drawing->plain, box->weight, STR(", "));
	text_put(text, STR(" ("));
	svg_put_text(text, text_str(&drawing->plain));
	text_put(text, STR("</title></rect>\n"));
	flush(drawing);
}

static void
put_boxes(struct drawing *drawing)
{
	struct text *text = &drawing->text;

	text_put(text, STR("<g id=\"view\"><g id=\"boxes\" stroke-width=\".5\""));
	if (drawing->graph->script) {
		text_print(text, " data-width=\"%u\" data-font=\"%u\" data-baseline=\"%u\"",
		    drawing->inner, drawing->font, baseline(drawing));
		text_put(text, STR(" data-total=\""));
		text_put_number(text, drawing->tree->total);
		text_put(text, STR("\" data-unit=\""));
		svg_put_text(text, drawing->graph->unit);
		text_put_char(text, '"');
		put_weights(drawing);
	}
	text_put(text, STR(">\n"));
	for (size_t i = 0; i < drawing->tree->n; i++)
		put_box(drawing, &drawing->tree->boxes[i]);
	text_put(text, STR("</g></g>\n"));
}

static void
put_label(struct drawing *drawing, const struct calltree_box *box)
{
	struct text *text = &drawing->text;
	uint64_t left = calltree_place(drawing->tree, box->before, drawing->inner);
	uint64_t width =
	    calltree_place(drawing->tree, box->before + box->weight, drawing->inner) - left;
	size_t room = width < 60 ? 0 : (size_t)((width - 60) * 10 / (61 * drawing->font));
	enum frame_kind kind;
	struct str name = name_of(box, &kind);

	if (room == 0)
		return;
	bool whole = utf8_columns(name) <= room;
	if (!whole && room < 3)
		return;
	text_put(text, STR("<text x=\""));
	svg_put_tenths(text, left + MOUNT_MARGIN * 10 + 30);
	text_put(text, STR("\" y=\""));
	svg_put_tenths(text, top_of(drawing, box->depth) * 10 + baseline(drawing));
	text_put(text, STR("\">"));
	svg_put_text(text, whole ? name : utf8_fit(name, room - 2));
	text_put(text, whole ? STR("</text>\n") : STR("..</text>\n"));
	flush(drawing);
}

static void
put_labels(struct drawing *drawing)
{
	text_print(&drawing->text,
	    "<g id=\"labels\" pointer-events=\"none\" fill=\"#111\" font-size=\"%u\" "
	    "font-family=\"" SVG_MONO "\">\n",
	    drawing->font);
	for (size_t i = 0; i < drawing->tree->n; i++)
		put_label(drawing, &drawing->tree->boxes[i]);
	text_put(&drawing->text, STR("</g>\n"));
}

static void
put_legend(struct drawing *drawing, struct mount *mount)
{
	static const char *const words[] = {"user", "kernel", "JIT", "inlined"};
	struct color color;

	for (int kind = FRAME_INLINED; kind >= FRAME_USER; kind--)
		if (drawing->kinds[kind] &&
		    palette_kind(drawing->graph->palette, (enum frame_kind)kind, &color))
			mount_put_legend(mount, &drawing->text, str_from(words[kind]), color);
}

/* What is not drawn. */
static void
put_details(struct drawing *drawing, const struct mount *mount)
{
	const struct calltree *tree = drawing->tree;
	struct text *line = &drawing->plain;

	text_clear(line);
	if (tree->left_out > 0) {
		text_put(line, STR("Not drawn: "));
		text_put_grouped(line, tree->left_out);
		text_put(line, tree->left_out == 1 ? STR(" box") : STR(" boxes"));
		text_put(line, STR(" narrower than "));
		text_put(line, drawing->graph->narrow);
		text_put(line, STR(", with "));
		put_share(drawing, line, tree->left_weight, STR(" ("));
	}
	mount_put_details(mount, &drawing->text, text_str(line));
}

void
flamegraph_draw(const struct flamegraph *graph, const struct calltree *tree, struct output *out)
{
	struct drawing drawing = {
	    .graph = graph,
	    .tree = tree,
	    .out = out,
	    .inner = flamegraph_inner(graph),
	    .font = graph->row > FONT + 2 ? FONT : graph->row - 2,
	};
	struct mount mount = {
	    .title = graph->title,
	    .subtitle = graph->subtitle,
	    .width = graph->width,
	    .height = top_of(&drawing, 0) + graph->row + MOUNT_BOTTOM,
	    .fluid = graph->fluid,
	};

	mount_put_head(&mount, &drawing.text);
	put_boxes(&drawing);
	put_labels(&drawing);
	put_legend(&drawing, &mount);
	put_details(&drawing, &mount);
	if (graph->script) {
		svg_put_script(&drawing.text, asset_flamegraph_layout_js);
		svg_put_script(&drawing.text, asset_flamegraph_zoom_js);
		svg_put_script(&drawing.text, asset_flamegraph_js);
	}
	text_put(&drawing.text, STR("</svg>\n"));
	flush(&drawing);
	text_free(&drawing.text);
	text_free(&drawing.plain);
}
