/* flamegraph.c - a flame graph as SVG */
#include "picture/flamegraph.h"

#include "base/number.h"
#include "picture/asset.h"
#include "picture/flamegraph_data.h"
#include "picture/mount.h"
#include "picture/svg.h"
#include "picture/utf8.h"
#include "profile/mark.h"

enum { EDGED = 100 }; /* tenths of a pixel from which on a box has an edge; it would cover less */

struct drawing {
	const struct flamegraph *graph;
	const struct calltree *tree;
	struct output *out;
	struct text text;  /* not yet in out */
	struct text plain; /* not yet escaped */
	uint32_t inner;    /* tenths of a pixel */
	bool kinds[4];     /* that boxes have */
};

uint32_t
flamegraph_inner(const struct flamegraph *graph)
{
	return (graph->width - 2 * MOUNT_MARGIN) * 10;
}

/* The weight times the factor, halves up; the largest number where it is past 64 bits. */
static uint64_t
scaled(const struct flamegraph *graph, uint64_t weight)
{
	uint64_t whole = graph->factor / 1000000000, rest = graph->factor % 1000000000;
	uint64_t sum = whole == 0 || weight <= UINT64_MAX / whole ? weight * whole : UINT64_MAX;

	uint64_t twice = number_scale(weight, (uint32_t)rest, 500000000);
	if (!number_add(&sum, twice / 2 + twice % 2))
		return UINT64_MAX;
	return sum;
}

void
flamegraph_put_weight(const struct flamegraph *graph, struct text *text, uint64_t weight)
{
	struct str unit = graph->unit;
	uint64_t number = scaled(graph, weight);

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
	flamegraph_put_weight(drawing->graph, text, weight);
	text_put(text, between);
	put_percent(text, weight, drawing->tree->total);
	text_put_char(text, ')');
}

/* The top of a row of boxes, in pixels. */
static uint64_t
top_of(const struct drawing *drawing, uint32_t depth)
{
	uint32_t rows = drawing->graph->inverted ? depth : drawing->tree->depth - depth;

	return MOUNT_TOP + (uint64_t)rows * drawing->graph->row;
}

/* From the top of a box to the base line of its label, in tenths of a pixel. */
static uint32_t
baseline(const struct drawing *drawing)
{
	return (drawing->graph->row - 1) * 5 + drawing->graph->font * 36 / 10;
}

static struct str
name_of(const struct calltree_box *box, enum frame_kind *kind)
{
	struct str name = mark_split(box->name, kind);

	return name.n > 0 ? name : STR("[unknown]");
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
	if (right - left >= EDGED && !drawing->graph->edgeless) {
		text_put(text, STR("\" stroke=\""));
		color_put(text, drawing->graph->stroke);
	}
	text_put(text, STR("\"><title>"));
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
	if (drawing->graph->script)
		flamegraph_data_put(drawing->graph, drawing->tree, baseline(drawing), text);
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
	uint64_t column = (uint64_t)drawing->graph->font_width * drawing->graph->font;
	size_t room = width < 60 ? 0 : (size_t)((width - 60) * 10 / column);
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
	if (!whole && drawing->graph->cut_left)
		text_put(text, STR(".."));
	svg_put_text(text,
	    whole                          ? name
		: drawing->graph->cut_left ? utf8_fit_end(name, room - 2)
					   : utf8_fit(name, room - 2));
	text_put(text, whole || drawing->graph->cut_left ? STR("</text>\n") : STR("..</text>\n"));
	flush(drawing);
}

static void
put_labels(struct drawing *drawing)
{
	struct str family = drawing->graph->font_family;

	text_print(&drawing->text,
	    "<g id=\"labels\" pointer-events=\"none\" fill=\"#111\" font-size=\"%u\" "
	    "font-family=\"",
	    drawing->graph->font);
	svg_put_text(&drawing->text, family.n > 0 ? family : STR(SVG_MONO));
	text_put(&drawing->text, STR("\">\n"));
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
		text_put(line, str_ends(drawing->graph->narrow, STR("%")) ? STR("") : STR(" px"));
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
	};
	struct mount mount = {
	    .title = graph->title,
	    .subtitle = graph->subtitle,
	    .notes = graph->notes,
	    .background = graph->background,
	    .hit = graph->hit,
	    .width = graph->width,
	    .height = MOUNT_TOP + (uint64_t)(tree->depth + 1) * graph->row + MOUNT_BOTTOM,
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
