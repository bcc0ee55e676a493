/* fs-svg.c - folded lines to a flame graph */
#include "analysis/calltree.h"
#include "base/opts.h"
#include "base/output.h"
#include "picture/caption.h"
#include "picture/flamegraph.h"
#include "profile/folding.h"
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
	    {0, "colors", PALETTE_NAMES, OPT_CHOICE, &options->palette, "palette (kind)"},
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
	    .palette = (enum palette)options->palette,
	};
}

static void
draw(const struct options *options, struct flamegraph *graph, struct calltree_least least,
    struct folding *folding, struct output *out)
{
	struct fold *fold = &folding->fold;
	struct calltree tree = {0};
	struct text caption = {0}, narrow = {0};

	select_tell(&folding->head, &options->keep, &options->drop);
	graph->unit = options->unit ? str_from(options->unit) : caption_unit(&folding->head);
	flamegraph_put_weight(&caption, fold->total.whole, graph->unit);
	caption_put(&caption, &folding->head);
	graph->subtitle = options->subtitle ? str_from(options->subtitle) : text_str(&caption);
	text_put(&narrow, str_from(options->least));
	if (!str_ends(text_str(&narrow), STR("%")))
		text_put(&narrow, STR(" px"));
	graph->narrow = text_str(&narrow);
	calltree_build(&tree, fold->entries, fold->n, fold->total.whole, least);
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
	struct folding folding = {.workers = 1, .keep = &options.keep, .drop = &options.drop};
	struct calltree_least least;
	struct output out;

	if (!calltree_parse_least(str_from(options.least), flamegraph_inner(&graph), &least))
		die_usage("--minwidth: '%s' is neither pixels nor a percentage, or is wider than "
			  "all boxes",
		    options.least);
	output_open(&out, options.out);
	if (output_is_terminal(&out))
		die_usage("the picture would go to the terminal; use -o FILE");
	folding_run(&folding, argv + 1, n);
	if (folding.broken > 0 && !options.quiet)
		folding_warn(&folding);
	if (folding.fold.total.whole == 0)
		die("no samples%s: nothing to draw",
		    options.keep.n + options.drop.n > 0 ? " that --keep and --drop leave" : "");
	draw(&options, &graph, least, &folding, &out);
	folding_free(&folding);
	free(options.keep.items);
	free(options.drop.items);
	return output_finish(&out, DIE_DONE);
}
