/* heatmap_options.c - what the user asks of a heat map */
#include "picture/heatmap_options.h"

#include "base/die.h"
#include "picture/plot.h"

#include <stdlib.h>

enum { ROWS = 50, WIDEST = 100000 };

void
heatmap_options_table(struct heatmap_options *options, struct opt *table)
{
	const struct opt rows[] = {
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

	_Static_assert(sizeof(rows) / sizeof(*rows) <= HEATMAP_OPTIONS_MOST, "a longer table");
	memcpy(table, rows, sizeof(rows));
}

void
heatmap_options_check(struct heatmap_options *options)
{
	options->length = NSEC_SECOND;
	if (options->column != NULL && !column_parse(str_from(options->column), &options->length))
		die_usage("--column: '%s' is not a length of 10ms to 1d, like 500ms, 1s or 5m",
		    options->column);
	if (options->rows == 0)
		options->rows = ROWS;
	if (options->rows > GRID_ROWS)
		die_usage("--rows: more than %d", GRID_ROWS);
	if (options->width > WIDEST || (options->width > 0 && options->width < PLOT_LEAST))
		die_usage("--width: not from %d to %d", PLOT_LEAST, WIDEST);
	if (options->title == NULL)
		options->title = "Heat map";
}

void
heatmap_options_free(struct heatmap_options *options)
{
	free(options->keep.items);
	free(options->drop.items);
}
