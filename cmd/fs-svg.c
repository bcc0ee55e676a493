/* fs-svg.c - folded lines to a flame graph */
#include "picture/caption.h"
#include "picture/flamegraph_options.h"
#include "picture/flamegraph_words.h"
#include "profile/folding.h"
#include "profile/select.h"
#include "profile/sequence.h"
#include "profile/stacks_scale.h"

static int
parse_options(struct flamegraph_options *options, int argc, char **argv)
{
	struct opt table[FLAMEGRAPH_OPTIONS_MOST];
	const struct opts opts = {
	    .program = "fs-svg",
	    .operands = "[FILE...]",
	    .summary = "Draw a flame graph of folded lines as an SVG.",
	    .table = table,
	    .one_dash = true,
	};

	flamegraph_options_table(options, table);
	return opts_parse(&opts, argc, argv);
}

/* What is drawn, and where it comes from. */
struct source {
	struct folding folding;
	struct sequence sequence;
	struct stacks stacks;
	struct head *head;
};

static void
fold(struct source *source, const struct flamegraph_options *options, const struct rewrite *rewrite,
    char *const *operands, size_t n)
{
	struct folding *folding = &source->folding;

	*folding = (struct folding){
	    .workers = 1,
	    .block_size = (size_t)options->block_size,
	    .rewrite = rewrite,
	    .keep = &options->keep,
	    .drop = &options->drop,
	    .difference = options->difference,
	    .find_difference = !options->difference && !options->folded,
	    .stacks = &source->stacks,
	};
	folding_run(folding, operands, n);
	if (!options->quiet) {
		folded_say_broken(folding->broken, &folding->first_broken);
		folding_say_unlike(folding);
	}
	source->head = &folding->head;
}

/* The same for a flame chart. */
static void
line_up(struct source *source, const struct flamegraph_options *options,
    const struct rewrite *rewrite, char *const *operands, size_t n)
{
	struct sequence *sequence = &source->sequence;

	*sequence = (struct sequence){
	    .rewrite = rewrite,
	    .keep = &options->keep,
	    .drop = &options->drop,
	};
	sequence_run(sequence, operands, n, (size_t)options->block_size);
	if (!options->quiet)
		folded_say_broken(sequence->broken, &sequence->first_broken);
	source->stacks.in_order = true;
	/* The sum is known to fit. */
	for (size_t i = 0; i < sequence->n; i++)
		stacks_add(&source->stacks, &sequence->entries[i]);
	source->head = &sequence->head;
}

/* What the input says of itself, in the description alone where the user has something else to say. */
static void
put_caption(struct text *caption, struct text *baseline, const struct flamegraph_options *options,
    struct flamegraph *graph, const struct source *source)
{
	select_tell(source->head, &options->keep, &options->drop);
	graph->unit = options->unit ? str_from(options->unit) : caption_unit(source->head);
	flamegraph_words_weight(graph, caption, source->stacks.total.whole);
	if (graph->difference) {
		flamegraph_words_baseline(graph, baseline, source->stacks.total_before.whole);
		text_put(caption, CAPTION_DOT);
		text_put(caption, text_str(baseline));
	}
	caption_put(caption, source->head);
	caption_put_wall(caption, source->head);
	graph->subtitle = text_str(caption);
	if (options->subtitle == NULL)
		return;
	graph->subtitle = str_from(options->subtitle);
	graph->told = text_str(caption);
	graph->baseline = text_str(baseline);
}

static void
draw(const struct flamegraph_options *options, struct flamegraph *graph,
    struct calltree_least least, struct source *source, struct output *out)
{
	struct calltree tree = {0};
	struct weight whole = flamegraph_options_total(options, source->stacks.total);
	struct text caption = {0}, baseline = {0};

	graph->decimals = stacks_scale(&source->stacks, &whole);
	graph->given = whole.whole > source->stacks.total.whole;
	graph->difference = source->folding.difference;
	if (graph->difference)
		graph->title = flamegraph_options_difference_title(options);
	put_caption(&caption, &baseline, options, graph, source);
	stacks_finish(&source->stacks);
	calltree_build(&tree, &source->stacks, whole.whole, least);
	flamegraph_draw(graph, &tree, out);
	calltree_free(&tree);
	text_free(&caption);
	text_free(&baseline);
}

static void
read_attributes(
    struct nameattr *attributes, const struct flamegraph_options *options, struct flamegraph *graph)
{
	nameattr_read(attributes, options->nameattr);
	if (!options->quiet)
		nameattr_say_odd(attributes);
	graph->attributes = attributes;
}

int
main(int argc, char **argv)
{
	struct flamegraph_options options = {0};
	size_t n = (size_t)parse_options(&options, argc, argv);
	struct calltree_least least;
	struct flamegraph graph = flamegraph_options_plan(&options, &least);
	struct nameattr attributes = {0};
	struct rewrite rewrite = {.skip_after = &options.base, .reverse = options.reverse};
	struct source source = {0};
	struct output out;

	output_open(&out, options.output);
	if (output_is_terminal(&out))
		die_usage("the picture would go to the terminal; use -o FILE");
	if (options.flamechart || options.no_sort)
		line_up(&source, &options, &rewrite, argv + 1, n);
	else
		fold(&source, &options, &rewrite, argv + 1, n);
	if ((source.stacks.total.whole | source.stacks.total.billionths) == 0)
		die("no samples%s: nothing to draw",
		    options.keep.n + options.drop.n > 0 ? " that --keep and --drop leave" : "");
	if (options.nameattr != NULL)
		read_attributes(&attributes, &options, &graph);
	draw(&options, &graph, least, &source, &out);
	folding_free(&source.folding);
	sequence_free(&source.sequence);
	stacks_free(&source.stacks);
	nameattr_free(&attributes);
	flamegraph_options_free(&options);
	return output_finish(&out, DIE_DONE);
}
