/* fs-heatmap.c - when in time is it busy, drawn */
#include "base/output.h"
#include "picture/caption.h"
#include "picture/command.h"
#include "picture/heatmap.h"
#include "picture/heatmap_options.h"
#include "profile/lines.h"
#include "profile/select.h"

#include <inttypes.h>

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
	column_put(&longer, grid->column);
	text_print(&longer, " are more than %d: ", GRID_COLUMNS);
	if (grid_fitting(grid, GRID_COLUMNS) > 0) {
		text_put(&longer, STR("choose longer ones (--column "));
		column_put(&longer, grid_fitting(grid, GRID_COLUMNS));
		text_put(&longer, STR("), or "));
	}
	die("%scut out a range with fs-slice", text_terminate(&longer));
}

static void
draw(const struct heatmap_options *options, const struct grid *grid, struct head *head,
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
parse_options(struct heatmap_options *options, int argc, char **argv)
{
	struct opt table[HEATMAP_OPTIONS_MOST];
	const struct opts opts = {
	    .program = "fs-heatmap",
	    .operands = "[FILE...]",
	    .summary = "Draw when in time a profile is busy: seconds by the offset within them.",
	    .table = table,
	};

	heatmap_options_table(options, table);
	size_t n = (size_t)opts_parse(&opts, argc, argv);
	heatmap_options_check(options);
	return n;
}

int
main(int argc, char **argv)
{
	struct heatmap_options options = {0};
	size_t n = parse_options(&options, argc, argv);
	struct output out;
	struct lines lines;
	struct select select;
	struct grid grid;
	struct text svg = {0};

	grid_init(&grid, options.length, (uint32_t)options.rows);
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
	heatmap_options_free(&options);
	return output_finish(&out, DIE_DONE);
}
