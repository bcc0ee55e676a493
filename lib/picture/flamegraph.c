/* flamegraph.c - a flame graph as SVG */
#include "picture/flamegraph.h"

#include "picture/flamegraph_data.h"
#include "picture/flamegraph_edges.h"
#include "picture/flamegraph_words.h"
#include "picture/mount.h"
#include "picture/svg.h"
#include "picture/utf8.h"
#include "profile/mark.h"

struct drawing {
	const struct flamegraph *graph;
	const struct calltree *tree;
	struct output *out;
	struct text text;  /* not yet in out */
	struct text plain; /* not yet escaped */
	uint32_t inner;    /* tenths of a pixel */
	uint64_t most;     /* change of a box, of a difference */
	bool kinds[5];     /* that boxes have */
	bool new;          /* there is a box with the edge of those that were not there before */
};

uint32_t
flamegraph_inner(const struct flamegraph *graph)
{
	return (graph->width - 2 * MOUNT_MARGIN) * 10;
}

static void
flush(struct drawing *drawing)
{
	output_write(drawing->out, text_str(&drawing->text));
	text_clear(&drawing->text);
}

uint64_t
flamegraph_top(const struct flamegraph *graph, const struct calltree *tree, uint32_t depth)
{
	uint32_t rows = graph->inverted ? depth : tree->depth - depth;

	return MOUNT_TOP + (uint64_t)rows * graph->row;
}

/* From the top of a box to the base line of its label, in tenths of a pixel. */
static uint32_t
baseline(const struct drawing *drawing)
{
	return (drawing->graph->row - 1) * 5 + drawing->graph->font * 32 / 10;
}

static struct str
name_of(const struct calltree_box *box, enum frame_kind *kind)
{
	struct str name = mark_split(box->name, kind);

	return name.n > 0 ? name : STR("[unknown]");
}

static uint64_t
change_of(const struct calltree_box *box)
{
	return box->weight > box->base ? box->weight - box->base : box->base - box->weight;
}

static struct color
color_of(const struct drawing *drawing, const struct calltree_box *box, struct str name,
    enum frame_kind kind)
{
	const struct flamegraph *graph = drawing->graph;
	bool less = box->weight < box->base;

	if (box->depth == 0)
		return (struct color){0xc2, 0xc6, 0xcc};
	if (graph->difference)
		return palette_change(less != graph->negate, change_of(box), drawing->most);
	if (graph->diffusion)
		return palette_change(false, box->weight, drawing->tree->total);
	return palette_color(graph->palette, name, kind);
}

/* The largest change but that of all. */
static uint64_t
most_changed(const struct calltree *tree)
{
	uint64_t most = 0;

	for (size_t i = 1; i < tree->n; i++)
		if (change_of(&tree->boxes[i]) > most)
			most = change_of(&tree->boxes[i]);
	return most;
}

static void
put_title(struct drawing *drawing, const struct calltree_box *box, struct str name)
{
	const struct flamegraph *graph = drawing->graph;
	struct text *text = &drawing->text;

	text_put(text, STR("\"><title>"));
	svg_put_text(text, name);
	text_clear(&drawing->plain);
	flamegraph_words_share(graph, drawing->tree, &drawing->plain, box->weight, STR(", "));
	if (graph->difference)
		flamegraph_words_change(graph, drawing->tree, &drawing->plain, box);
	text_put_char(&drawing->plain, ')');
	text_put(text, STR(" ("));
	svg_put_text(text, text_str(&drawing->plain));
	text_put(text, STR("</title>"));
}

static void
put_box(struct drawing *drawing, const struct calltree_box *box)
{
	struct text *text = &drawing->text;
	uint64_t left = calltree_place(drawing->tree, box->before, drawing->inner);
	uint64_t right = calltree_place(drawing->tree, box->before + box->weight, drawing->inner);
	enum frame_kind kind;
	struct str name = name_of(box, &kind);

	const struct nameattr_entry *own =
	    nameattr_find(drawing->graph->attributes, box->name, name);
	drawing->kinds[kind] |= box->depth > 0;
	nameattr_open_link(own, text);
	text_put(text, STR("<path d=\"M"));
	text_put_number(text, left);
	text_put_char(text, ' ');
	text_put_number(text, box->depth);
	text_put_char(text, 'h');
	text_put_number(text, right - left);
	text_put(text, STR("\" stroke=\""));
	color_put(text, color_of(drawing, box, name, kind));
	if (!nameattr_put_title(own, name, text))
		put_title(drawing, box, name);
	text_put(text, STR("</path>"));
	nameattr_close_link(own, text);
	text_put_char(text, '\n');
	flush(drawing);
}

/* Boxes are lines, a row thick, in tenths of a pixel to the right and rows away from the root: few
 * bytes a box, and whole numbers. */
static void
put_grid(struct drawing *drawing)
{
	const struct flamegraph *graph = drawing->graph;
	struct text *text = &drawing->text;
	uint64_t root = flamegraph_top(graph, drawing->tree, 0);

	text_print(text, " stroke-width=\"%.6g\" transform=\"matrix(.1 0 0 %s%u %d ",
	    (double)(graph->row - 1) / graph->row, graph->inverted ? "" : "-", graph->row,
	    MOUNT_MARGIN);
	svg_put_tenths(text, root * 10 + (graph->row - 1) * 5);
	text_put(text, STR(")\""));
}

static void
put_boxes(struct drawing *drawing)
{
	struct text *text = &drawing->text;

	text_put(text, STR("<g id=\"view\"><g id=\"boxes\""));
	put_grid(drawing);
	if (drawing->graph->script)
		flamegraph_data_put(drawing->graph, drawing->tree, baseline(drawing), text);
	text_put(text, STR(">\n"));
	for (size_t i = 0; i < drawing->tree->n; i++)
		put_box(drawing, &drawing->tree->boxes[i]);
	text_put(text, STR("</g>\n"));
	drawing->new = flamegraph_edges_put(drawing->graph, drawing->tree, text);
	text_put(text, STR("</g>\n"));
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
	text_put_number(text, flamegraph_top(drawing->graph, drawing->tree, box->depth));
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
	    "<g id=\"labels\" transform=\"translate(0 %u.%u)\" pointer-events=\"none\" "
	    "fill=\"#111\" font-size=\"%u\" font-family=\"",
	    baseline(drawing) / 10, baseline(drawing) % 10, drawing->graph->font);
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

	if (drawing->graph->difference) {
		bool negate = drawing->graph->negate;
		struct color more = palette_change(negate, 1, 1);
		if (drawing->new)
			mount_put_legend_edge(mount, &drawing->text, STR("not there before"), more,
			    flamegraph_edges_new);
		mount_put_legend(mount, &drawing->text, STR("more than before"), more);
		mount_put_legend(mount, &drawing->text, STR("less"), palette_change(!negate, 1, 1));
		return;
	}
	if (drawing->graph->diffusion)
		return;
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
	text_put(line, drawing->graph->baseline);
	if (tree->left_out > 0) {
		text_put(line, line->n > 0 ? STR(" \302\267 ") : STR(""));
		flamegraph_words_left_out(drawing->graph, tree, line);
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
	    .most = graph->difference ? most_changed(tree) : 0,
	};
	struct mount mount = {
	    .title = graph->title,
	    .subtitle = graph->subtitle,
	    .told = graph->told,
	    .notes = graph->notes,
	    .background = graph->background,
	    .width = graph->width,
	    .height = MOUNT_TOP + (uint64_t)(tree->depth + 1) * graph->row + MOUNT_BOTTOM,
	    .fluid = graph->fluid,
	};

	mount_put_head(&mount, &drawing.text);
	put_boxes(&drawing);
	put_labels(&drawing);
	put_legend(&drawing, &mount);
	put_details(&drawing, &mount);
	if (graph->script)
		flamegraph_data_put_script(&drawing.text);
	text_put(&drawing.text, STR("</svg>\n"));
	flush(&drawing);
	text_free(&drawing.text);
	text_free(&drawing.plain);
}
