/* fs-heatmap.c - when in time is it busy, drawn */
#include "base/opts.h"
#include "base/output.h"
#include "picture/caption.h"
#include "picture/command.h"
#include "picture/heatmap.h"
#include "picture/plot.h"
#include "profile/lines.h"
#include "profile/select.h"

#include <inttypes.h>

struct options {
	const char *output, *title, *subtitle, *column;
	uint64_t width, rows, block_size;
	bool no_script;
	struct opt_list keep, drop;
};

enum { WIDEST = 100000 };

static struct grid
new_grid(const struct options *options)
{
	struct grid grid;
	nsec column = NSEC_SECOND;

	if (options->column != NULL && !grid_parse_column(str_from(options->column), &column))
		die_usage("--column: '%s' is not a length of 10ms to 1d, like 500ms, 1s or 5m",
		    options->column);
	if (options->rows > GRID_ROWS)
		die_usage("--rows: more than %d", GRID_ROWS);
	if (options->width > WIDEST || (options->width > 0 && options->width < PLOT_LEAST))
		die_usage("--width: not from %d to %d", PLOT_LEAST, WIDEST);
	grid_init(&grid, column, (uint32_t)options->rows);
	return grid;
}

/* Reads all there is; returns how many samples there were before any choice of stacks. */
static uint64_t
count(struct lines *lines, struct select *select, struct grid *grid)
{
	struct timed timed;
	enum timed_kind kind;
	uint64_t samples = 0;
	bool all = select->n_keep + select->n_drop == 0;

	while ((kind = lines_next(lines, &timed)) != TIMED_END) {
		if (kind == TIMED_COMMENT)
			continue;
		if (kind == TIMED_PLAIN)
			lines_die_untimed(lines);
		if (kind == TIMED_BROKEN)
			lines_die(lines, "not a timed line");
		if (timed.folded.weight.billionths != 0)
			lines_die(lines, "a cell counts no fractions, and this count has one");
		samples += timed.folded.weight.whole > 0;
		if (!all && !select_takes(select, timed.folded.stack))
			continue;
		if (!grid_add(grid, timed.time, timed.folded.weight.whole))
			lines_die(lines, "the time or the sum of the counts is past 64 bits");
	}
	return samples;
}

static void
check(const struct grid *grid, uint64_t samples)
{
	struct text longer = {0};

	if (grid->total == 0)
		die(samples ? "no sample is wanted: nothing to draw"
			    : "no sample: nothing to draw");
	if (grid_fits(grid))
		return;
	text_print(&longer, "%" PRIu64 " columns of ", grid_width(grid));
	grid_put_column(&longer, grid->column);
	text_print(&longer, " are more than %d: ", GRID_COLUMNS);
	if (grid_fitting(grid) > 0) {
		text_put(&longer, STR("choose longer ones (--column "));
		grid_put_column(&longer, grid_fitting(grid));
		text_put(&longer, STR("), or "));
	}
	die("%scut out a range with fs-slice", text_terminate(&longer));
}

static void
draw(const struct options *options, const struct grid *grid, struct head *head,
    char *const *operands, size_t n, struct text *svg)
{
	struct text caption = {0}, before = {0}, after = {0};
	struct heatmap map = {.grid = grid, .unit = caption_unit(head), .width = options->width};

	if (options->subtitle != NULL) {
		text_put(&caption, str_from(options->subtitle));
	} else {
		select_tell(head, &options->keep, &options->drop);
		caption_put(&caption, head);
	}
	command_put_before(&before, &options->keep, &options->drop);
	command_put_after(&after, operands, n);
	map.title = str_from(options->title);
	map.subtitle = text_str(&caption);
	map.script = !options->no_script;
	map.before = text_str(&before);
	map.after = text_str(&after);
	heatmap_draw(&map, svg);
	text_free(&caption);
	text_free(&before);
	text_free(&after);
}

static size_t
parse(struct options *options, int argc, char **argv)
{
	const struct opt table[] = {
	    {'o', "output", "FILE", OPT_TEXT, &options->output,
		"write to FILE, whole or not at all"},
	    {0, "column", "TIME", OPT_TEXT, &options->column,
		"length of a column, 10ms to 1d (1s)"},
	    {0, "rows", "N", OPT_COUNT, &options->rows, "rows of a column (50)"},
	    {0, "keep", "REGEX", OPT_LIST, &options->keep,
		"only stacks that match; repeatable: any"},
	    {0, "drop", "REGEX", OPT_LIST, &options->drop, "no stacks that match; repeatable: any"},
	    {0, "title", "TEXT", OPT_TEXT, &options->title, "title (Heat map)"},
	    {0, "subtitle", "TEXT", OPT_TEXT, &options->subtitle,
		"subtitle, in place of what the profile says of itself"},
	    {0, "width", "PIXELS", OPT_COUNT, &options->width, "width (what suits the columns)"},
	    {0, "no-javascript", NULL, OPT_FLAG, &options->no_script, "a picture without script"},
	    {'q', "quiet", NULL, OPT_ACCEPTED, NULL, "no notes on stderr"},
	    {0, "block-size", "BYTES", OPT_COUNT, &options->block_size, NULL},
	    {0},
	};
	const struct opts opts = {"fs-heatmap", "[FILE...]",
	    "Draw when in time a profile is busy: seconds by the offset within them.", table,
	    false};

	return (size_t)opts_parse(&opts, argc, argv);
}

int
main(int argc, char **argv)
{
	struct options options = {.title = "Heat map", .rows = 50};
	size_t n = parse(&options, argc, argv);
	struct output out;
	struct lines lines;
	struct select select;
	struct text svg = {0};

	struct grid grid = new_grid(&options);
	select_open(&select, &options.keep, &options.drop);
	output_open(&out, options.output);
	if (output_is_terminal(&out))
		die_usage("a picture is no text for a terminal: use -o FILE");
	lines_open(&lines, argv + 1, n, options.block_size);
	check(&grid, count(&lines, &select, &grid));
	draw(&options, &grid, &lines.head, argv + 1, n, &svg);
	output_write(&out, text_str(&svg));
	lines_close(&lines);
	select_close(&select);
	grid_free(&grid);
	text_free(&svg);
	return output_finish(&out, DIE_DONE);
}
