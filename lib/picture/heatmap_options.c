/* heatmap_options.c - what the user asks of a heat map */
#include "picture/heatmap_options.h"

#include "base/die.h"
#include "base/number.h"

#include <stdlib.h>

enum { WIDEST = 1000000, TOP = 20, TOP_CPUS = 512 };

void
heatmap_options_table(struct heatmap_options *options, struct opt *table)
{
	const struct opt rows[] = {
	    {'o', "output", "FILE", OPT_TEXT, &options->output,
		"write to FILE, whole or not at all"},
	    {0, "column", "TIME", OPT_TEXT, &options->column,
		"length of a column, 10ms to 1d (1s, more if long)"},
	    {0, "rows", "N", OPT_COUNT, &options->rows,
		"rows of a column (50; 25 for fewer than 50 samples a second)"},
	    {0, "by", COUNTING_BY, OPT_CHOICE, &options->by, "what the rows are (offset)"},
	    {0, "top", "N", OPT_COUNT, &options->top,
		"how many of them, where they are not offsets (20; 512 CPUs)"},
	    {0, "keep", "REGEX", OPT_LIST, &options->keep,
		"only stacks that match; repeatable: any"},
	    {0, "drop", "REGEX", OPT_LIST, &options->drop, "no stacks that match; repeatable: any"},
	    {0, "highlight", "REGEX", OPT_LIST, &options->highlight,
		"colours for stacks that match, the others grey; repeatable: any"},
	    {0, "colors", RAMP_COLORS, OPT_CHOICE, &options->colors, "colours (heat)"},
	    {0, "scale", HEAT_SCALES, OPT_CHOICE, &options->scale,
		"how counts become colours (linear)"},
	    {0, "max", "N", OPT_TEXT, &options->max,
		"count of the hottest colour, or p99 or busy (hottest cell)"},
	    {0, "ranges", "FILE", OPT_TEXT, &options->ranges,
		"mark the ranges of FILE: start, end, label"},
	    {0, "href", "TEMPLATE", OPT_TEXT, &options->href,
		"link to this, {start} and {end} put in"},
	    {0, "link", MARKS_LINKS, OPT_CHOICE, &options->link,
		"what is a link (range; without --ranges, column)"},
	    {0, "local", NULL, OPT_FLAG, &options->local, "the wall clock in local time, not UTC"},
	    {0, "title", "TEXT", OPT_TEXT, &options->title, "title (Heat map)"},
	    {0, "subtitle", "TEXT", OPT_TEXT, &options->subtitle,
		"subtitle, in place of what the profile says of itself"},
	    {0, "width", "PIXELS", OPT_COUNT, &options->width, "width (what suits the columns)"},
	    {0, "text", NULL, OPT_FLAG, &options->text,
		"text for a terminal, as is the default on one"},
	    {0, "color", "auto|always|never", OPT_CHOICE, &options->color, "colours in that text"},
	    {0, "no-javascript", NULL, OPT_FLAG, &options->no_script, "a picture without script"},
	    {'q', "quiet", NULL, OPT_FLAG, &options->quiet, "no notes on stderr"},
	    {0, "block-size", "BYTES", OPT_COUNT, &options->block_size, NULL},
	    {0},
	};

	_Static_assert(sizeof(rows) / sizeof(*rows) <= HEATMAP_OPTIONS_MOST, "a longer table");
	options->link = -1;
	memcpy(table, rows, sizeof(rows));
}

static void
check_max(struct heatmap_options *options)
{
	struct str max = str_from(options->max);
	struct heat_wish *heat = &options->heat;

	if (heat->scale == HEAT_ROW)
		die_usage("--max: with --scale row, each row has its own");
	options->busy = heat->of_row = str_equal(max, STR("busy"));
	if (str_equal(max, STR("p99"))) {
		heat->max_from = HEAT_P99;
		return;
	}
	heat->max_from = HEAT_FIXED;
	if (!options->busy && (!number_parse(max, &heat->max) || heat->max == 0))
		die_usage("--max: '%s' is neither a count above 0 nor p99 nor busy", options->max);
}

static void
check_grid(struct heatmap_options *options)
{
	bool automatic = options->column == NULL || strcmp(options->column, "auto") == 0;

	if (!automatic && !column_parse(str_from(options->column), &options->length))
		die_usage("--column: '%s' is neither auto nor a length of 10ms to 1d, like 500ms, "
			  "1s or 5m",
		    options->column);
	if (options->rows > 0 && options->by != COUNTING_OFFSET)
		die_usage("--rows: with --by, rows are what --top says");
	if (options->top > 0 && options->by == COUNTING_OFFSET)
		die_usage("--top: without --by, rows are what --rows says");
	if (options->rows > GRID_ROWS)
		die_usage("--rows: more than %d", GRID_ROWS);
	if (options->top > GRID_ROWS - 2)
		die_usage("--top: more than %d", GRID_ROWS - 2);
	if (options->top == 0)
		options->top = options->by == COUNTING_CPU ? TOP_CPUS : TOP;
	if (options->width > WIDEST || (options->width > 0 && options->width < PLOT_LEAST))
		die_usage("--width: not from %d to %d", PLOT_LEAST, WIDEST);
}

static void
check_links(struct heatmap_options *options)
{
	struct str href = str_from(options->href != NULL ? options->href : "{start}");

	if (str_find(href, STR("{start}")) == href.n && str_find(href, STR("{end}")) == href.n)
		die_usage("--href: '%s' holds neither {start} nor {end}", options->href);
	if (options->link >= 0 && options->href == NULL)
		die_usage("--link: --href says where to");
	if (options->link == MARKS_RANGES && options->ranges == NULL)
		die_usage("--link range: --ranges says which");
	if (options->link < 0)
		options->link = options->ranges != NULL ? MARKS_RANGES : MARKS_COLUMNS;
}

void
heatmap_options_check(struct heatmap_options *options)
{
	options->heat.scale = (enum heat_scale)options->scale;
	options->heat.colors = (enum ramp_colors)options->colors;
	if (options->max != NULL)
		check_max(options);
	check_grid(options);
	check_links(options);
	if (options->title == NULL)
		options->title = "Heat map";
}

bool
heatmap_options_may_merge(const struct heatmap_options *options)
{
	const struct heat_wish *heat = &options->heat;
	bool told = heat->max_from == HEAT_FIXED && !heat->of_row;

	return options->by == COUNTING_OFFSET && options->rows == 0 && !told;
}

struct str
heatmap_options_by(const struct heatmap_options *options)
{
	static const struct str names[] = {
	    [COUNTING_OFFSET] = {"", 0},
	    [COUNTING_THREAD] = {"threads", 7},
	    [COUNTING_CPU] = {"CPUs", 4},
	    [COUNTING_PROCESS] = {"processes", 9},
	    [COUNTING_EVENT] = {"events", 6},
	};

	return names[options->by];
}

void
heatmap_options_free(struct heatmap_options *options)
{
	free(options->keep.items);
	free(options->drop.items);
	free(options->highlight.items);
}
