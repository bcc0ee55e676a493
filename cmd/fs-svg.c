/* fs-svg.c - folded lines to a flame graph */
#include "analysis/calltree.h"
#include "base/opts.h"
#include "base/output.h"
#include "picture/caption.h"
#include "picture/flamegraph.h"
#include "profile/fold.h"
#include "profile/lines.h"
#include "profile/select.h"

#include <inttypes.h>
#include <stdlib.h>

struct options {
	const char *out, *title, *subtitle, *least, *unit;
	uint64_t width, row;
	int palette;
	struct opt_list keep, drop;
	bool still, quiet;
};

/* Lines that are no folded lines, and where the first of them stands. */
struct broken {
	uint64_t n;
	struct text first;
};

static void
note_broken(struct broken *broken, const struct lines *lines)
{
	if (broken->n++ == 0)
		text_print(&broken->first, "%s:%" PRIu64, lines->input.name, lines->number);
}

static void
fold_lines(struct lines *lines, struct select *select, struct fold *fold, struct broken *broken)
{
	struct timed timed;
	enum timed_kind kind;

	while ((kind = lines_next(lines, &timed)) != TIMED_END) {
		if (kind == TIMED_BROKEN)
			note_broken(broken, lines);
		if ((kind != TIMED_SAMPLE && kind != TIMED_PLAIN) ||
		    !select_takes(select, timed.folded.stack))
			continue;
		if (!fold_add(fold, timed.folded.stack, timed.folded.weight))
			lines_die(lines, "the sum of all counts is past 64 bits");
	}
}

/* `0.1` in pixels, or `0.1%`, as a share of all, to a thousandth. */
static struct calltree_least
parse_least(const char *argument, const struct flamegraph *graph)
{
	struct str number = str_from(argument);
	bool is_percent = str_ends(number, STR("%"));
	uint32_t parts = is_percent ? 100 * 1000 : flamegraph_inner(graph) * 100;
	nsec billionths;

	number.n -= is_percent;
	if (!nsec_parse(number, &billionths) || billionths < 0)
		die_usage("--minwidth: '%s' is neither pixels nor a percentage", argument);
	uint64_t least = (uint64_t)billionths / 1000000;
	if (least > parts)
		die_usage("--minwidth: '%s' is wider than all boxes", argument);
	return (struct calltree_least){.parts = parts, .least = (uint32_t)least};
}

static uint32_t
within(const char *option, uint64_t value, uint64_t least, uint64_t most)
{
	if (value < least || value > most)
		die_usage("--%s: %" PRIu64 " is not from %" PRIu64 " to %" PRIu64, option, value,
		    least, most);
	return (uint32_t)value;
}

static int
parse(struct options *options, int argc, char **argv)
{
	const struct opt table[] = {
	    {'o', "output", "FILE", OPT_TEXT, &options->out, "write to FILE, whole or not at all"},
	    {0, "title", "TEXT", OPT_TEXT, &options->title, "title (Flame graph)"},
	    {0, "subtitle", "TEXT", OPT_TEXT, &options->subtitle,
		"line below it (what the head of the input tells)"},
	    {0, "width", "PIXELS", OPT_COUNT, &options->width,
		"width of the picture (1200, and less where there is no room)"},
	    {0, "height", "PIXELS", OPT_COUNT, &options->row, "height of a frame (16)"},
	    {0, "minwidth", "WIDTH", OPT_TEXT, &options->least,
		"leave out frames narrower than pixels, or N% of all (0.1)"},
	    {0, "colors", COLOR_PALETTES, OPT_CHOICE, &options->palette, "palette (kind)"},
	    {0, "countname", "TEXT", OPT_TEXT, &options->unit, "what counts are (samples)"},
	    {0, "keep", "REGEX", OPT_LIST, &options->keep,
		"only stacks that match; repeatable: any"},
	    {0, "drop", "REGEX", OPT_LIST, &options->drop, "no stacks that match; repeatable: any"},
	    {0, "no-javascript", NULL, OPT_FLAG, &options->still,
		"a picture without zoom and search"},
	    {'q', "quiet", NULL, OPT_FLAG, &options->quiet, "no notes on stderr"},
	    {0},
	};
	const struct opts opts = {.program = "fs-svg",
	    .operands = "[FILE...]",
	    .summary = "Draw a flame graph of folded lines as an SVG.",
	    .table = table};

	return opts_parse(&opts, argc, argv);
}

static struct flamegraph
make_graph(const struct options *options)
{
	uint64_t wanted = options->width ? options->width : FLAMEGRAPH_WIDTH;
	uint32_t width = within("width", wanted, FLAMEGRAPH_WIDTH_LEAST, FLAMEGRAPH_WIDTH_MOST);

	return (struct flamegraph){
	    .title = str_from(options->title),
	    .width = width,
	    .fluid = options->width == 0,
	    .row = within("height", options->row, FLAMEGRAPH_ROW_LEAST, FLAMEGRAPH_ROW_MOST),
	    .script = !options->still,
	    .palette = (enum color_palette)options->palette,
	};
}

static void
put_list(struct text *caption, const char *what, const struct opt_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		text_put(caption, CAPTION_DOT);
		text_print(caption, "%s %s", what, list->items[i]);
	}
}

static void
draw(const struct options *options, struct flamegraph *graph, const struct lines *lines,
    struct fold *fold, struct output *out)
{
	struct calltree tree = {0};
	struct text caption = {0}, narrow = {0};

	graph->unit = options->unit ? str_from(options->unit) : caption_unit(&lines->head);
	flamegraph_put_weight(&caption, fold->total.whole, graph->unit);
	caption_put(&caption, &lines->head);
	put_list(&caption, "keep", &options->keep);
	put_list(&caption, "drop", &options->drop);
	graph->subtitle = options->subtitle ? str_from(options->subtitle) : text_str(&caption);
	text_put(&narrow, str_from(options->least));
	if (!str_ends(text_str(&narrow), STR("%")))
		text_put(&narrow, STR(" px"));
	graph->narrow = text_str(&narrow);
	calltree_build(
	    &tree, fold->entries, fold->n, fold->total.whole, parse_least(options->least, graph));
	flamegraph_draw(graph, &tree, out);
	calltree_free(&tree);
	text_free(&caption);
	text_free(&narrow);
}

int
main(int argc, char **argv)
{
	struct options options = {.title = "Flame graph", .least = "0.1", .row = FLAMEGRAPH_ROW};
	size_t n = (size_t)parse(&options, argc, argv);
	struct flamegraph graph = make_graph(&options);
	struct broken broken = {0};
	struct fold fold = {0};
	struct select select;
	struct lines lines;
	struct output out;

	parse_least(options.least, &graph);
	select_open(&select, &options.keep, &options.drop);
	output_open(&out, options.out);
	if (output_is_terminal(&out))
		die_usage("the picture would go to the terminal; use -o FILE");
	lines_open(&lines, argv + 1, n, 0);
	fold_lines(&lines, &select, &fold, &broken);
	if (broken.n > 0 && !options.quiet)
		die_warn("%" PRIu64 " line%s not understood (first: %.*s)", broken.n,
		    broken.n == 1 ? "" : "s", (int)broken.first.n, broken.first.s);
	if (fold.total.whole == 0)
		die("no samples%s: nothing to draw",
		    options.keep.n + options.drop.n > 0 ? " that --keep and --drop leave" : "");
	draw(&options, &graph, &lines, &fold, &out);
	fold_free(&fold);
	lines_close(&lines);
	select_close(&select);
	text_free(&broken.first);
	free(options.keep.items);
	free(options.drop.items);
	return output_finish(&out, DIE_DONE);
}
