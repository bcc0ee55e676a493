/* fs-heatmap.c - when in time is it busy, drawn */
#include "analysis/busy.h"
#include "base/output.h"
#include "base/screen.h"
#include "picture/caption.h"
#include "picture/coarse.h"
#include "picture/command.h"
#include "picture/heatmap_options.h"
#include "picture/terminal.h"

#include <inttypes.h>
#include <stdlib.h>

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

static void
count(const struct heatmap_options *options, struct counting *counting, char *const *operands,
    size_t n)
{
	*counting = (struct counting){
	    .by = (enum counting_by)options->by,
	    .column = options->length,
	    .rows = (uint32_t)options->rows,
	    .top = (size_t)options->top,
	    .keep = &options->keep,
	    .drop = &options->drop,
	    .highlight = &options->highlight,
	    .block_size = (size_t)options->block_size,
	};
	counting_run(counting, operands, n);
}

/* More columns than there can be, or than the width has room for: says what to do. */
static _Noreturn void
die_wide(const struct grid *grid, uint64_t most, uint64_t width)
{
	nsec fitting = grid_fitting(grid, most);
	struct text help = {0};

	if (fitting > 0) {
		text_put(&help, STR("choose longer ones (--column "));
		column_put(&help, fitting);
		text_put(&help, STR("), "));
	}
	if (width > 0)
		text_print(&help, "a wider picture (--width %" PRIu64 "), ", width);
	text_put(&help, fitting > 0 || width > 0 ? STR("or cut") : STR("cut"));
	struct text columns = {0};
	column_put(&columns, grid->column);
	if (width > 0)
		die("%" PRIu64 " columns of %s would be narrower than %d pixels: %s out a range "
		    "with fs-slice",
		    grid_width(grid), text_terminate(&columns), PLOT_CELL, text_terminate(&help));
	die("%" PRIu64 " columns of %s are more than %" PRIu64 ": %s out a range with fs-slice",
	    grid_width(grid), text_terminate(&columns), most, text_terminate(&help));
}

static void
check(const struct counting *counting, const struct heatmap_options *options)
{
	const struct grid *grid = &counting->grid;
	const struct str *lanes = counting->choice.names;

	if (grid->total == 0)
		die(counting->samples ? "no sample is wanted: nothing to draw"
				      : "no sample: nothing to draw");
	/* Years that nobody asked for are times of two clocks. */
	uint64_t most = options->length == 0 ? GRID_AUTOMATIC : GRID_COLUMNS;
	if (grid_width(grid) > most)
		die_wide(grid, most, 0);
	if (options->width > 0 && options->width < plot_least(grid, lanes))
		die_wide(grid, plot_most(options->width, grid, lanes), plot_least(grid, lanes));
	if (options->highlight.n > 0 && counting->lit == 0 && !options->quiet)
		die_warn("no sample matches --highlight: all is grey");
}

/* What a cell counts when all is busy. */
static void
find_busy(const struct heatmap_options *options, const struct counting *counting, uint64_t *max)
{
	const struct grid *grid = &counting->grid;
	nsec length = grid->lanes ? grid->column : grid->column / grid->rows;
	const char *lack = busy_find(&counting->lines.head, counting->by, length, max);

	if (options->busy && lack != NULL)
		die("--max busy: the head of the profile does not tell %s", lack);
}

static struct axes_clock
find_clock(const struct counting *counting, bool local)
{
	const struct axis_stream *stream = &counting->lines.axis.first;

	return (struct axes_clock){
	    .known = stream->has_wall || stream->has_about,
	    .about = !stream->has_wall,
	    .local = local,
	    .wall = stream->has_wall ? stream->wall : stream->about,
	};
}

/* The ranges of the file, which can be understood now that all samples are read. */
static void
settle(struct named *named, const struct counting *counting, const struct heatmap_options *options)
{
	named_settle(named, &counting->lines.axis.first, counting->earliest, counting->latest,
	    options->local);
	size_t outside = marks_outside(&counting->grid, named);
	if (outside > 0 && !options->quiet)
		die_warn("%zu range%s of %s lie%s outside of the profile: not drawn", outside,
		    outside == 1 ? "" : "s", options->ranges, outside == 1 ? "s" : "");
}

static void
put_expressions(struct text *text, const struct opt_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		text_put(text, i > 0 ? STR(", ") : STR(""));
		text_put(text, str_from(list->items[i]));
	}
}

static struct screen
find_screen(const struct heatmap_options *options, int fd)
{
	const struct screen_env env = {
	    .columns = getenv("COLUMNS"),
	    .term = getenv("TERM"),
	    .colorterm = getenv("COLORTERM"),
	    .no_color = getenv("NO_COLOR"),
	    .lc_all = getenv("LC_ALL"),
	    .lc_ctype = getenv("LC_CTYPE"),
	    .lang = getenv("LANG"),
	};

	return screen_find(fd, &env, (enum screen_wish)options->color);
}

/* As text where screen is not NULL. */
static void
draw(const struct heatmap_options *options, struct counting *counting, const struct named *named,
    char *const *operands, size_t n, const struct screen *screen, struct text *picture)
{
	struct text caption = {0}, before = {0}, after = {0}, lit = {0};
	struct head *head = &counting->lines.head;
	struct heatmap map = {
	    .grid = &counting->grid,
	    .unit = caption_unit(head),
	    .width = options->width,
	    .script = !options->no_script,
	    .title = str_from(options->title),
	    .heat = options->heat,
	    .clock = find_clock(counting, options->local),
	    .by = heatmap_options_by(options),
	    .lanes = counting->choice.names,
	    .rest = counting->choice.rest,
	    .n_lit = counting->lit,
	    .marks = {.named = named,
		.link = (enum marks_link)options->link,
		.href = str_from(options->href != NULL ? options->href : ""),
		.gaps = counting->gaps,
		.n_gaps = counting->n_gaps,
		.silence = counting->silence},
	};

	bool merge = heatmap_options_may_merge(options);

	if (options->busy)
		find_busy(options, counting, &map.heat.max);
	if (options->subtitle != NULL) {
		text_put(&caption, str_from(options->subtitle));
	} else {
		caption_put_source(&caption, operands, n);
		select_tell(head, &options->keep, &options->drop);
		caption_put(&caption, head);
	}
	put_expressions(&lit, &options->highlight);
	command_put_before(&before, &options->keep, &options->drop);
	command_put_after(&after, operands, n);
	map.subtitle = text_str(&caption);
	map.lit = text_str(&lit);
	map.before = text_str(&before);
	map.after = text_str(&after);
	if (screen != NULL)
		terminal_draw(&map, screen, merge, picture);
	else if (merge)
		coarse_draw(&map, picture);
	else
		heatmap_draw(&map, picture);
	text_free(&caption);
	text_free(&before);
	text_free(&after);
	text_free(&lit);
}

int
main(int argc, char **argv)
{
	struct heatmap_options options = {0};
	size_t n = parse_options(&options, argc, argv);
	struct counting counting;
	struct named named = {0};
	struct output out;
	struct text picture = {0};

	output_open(&out, options.output);
	struct screen screen = find_screen(&options, out.fd);
	bool as_text = options.text || output_is_terminal(&out);
	if (options.ranges != NULL)
		named_read(&named, options.ranges);
	count(&options, &counting, argv + 1, n);
	check(&counting, &options);
	settle(&named, &counting, &options);
	draw(&options, &counting, &named, argv + 1, n, as_text ? &screen : NULL, &picture);
	output_write(&out, text_str(&picture));
	counting_free(&counting);
	named_free(&named);
	text_free(&picture);
	heatmap_options_free(&options);
	return output_finish(&out, DIE_DONE);
}
