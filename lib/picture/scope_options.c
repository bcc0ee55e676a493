/* scope_options.c - what the user asks of a scope */
#include "picture/scope_options.h"

#include "analysis/grid.h"
#include "base/die.h"
#include "base/number.h"
#include "picture/palette.h"

#include <stdlib.h>

enum {
	ROWS = 50,
	BLOCK =
	    128 * 1024, /* near memory holds it while its lines are found, hashed and compared */
};

void
scope_options_table(struct scope_options *options, struct opt *table)
{
	const struct opt rows[] = {
	    {'o', "output", "FILE", OPT_TEXT, &options->output,
		"write to FILE, whole or not at all"},
	    {0, "before", "OLD", OPT_TEXT, &options->before,
		"a profile of before, which FILE is compared with"},
	    {0, "column", "TIME", OPT_TEXT, &options->column,
		"length of a column of the map, 10ms to 1d (what suits the profile)"},
	    {0, "rows", "N", OPT_COUNT, &options->rows, "rows of a column (50)"},
	    {0, "keep", "REGEX", OPT_LIST, &options->keep,
		"only stacks that match; repeatable: any"},
	    {0, "drop", "REGEX", OPT_LIST, &options->drop, "no stacks that match; repeatable: any"},
	    {0, "ranges", "FILE", OPT_TEXT, &options->ranges,
		"ranges of time to choose from: lines of start, end, name"},
	    {0, "local", NULL, OPT_FLAG, &options->local, "the wall clock in local time, not UTC"},
	    {0, "colors", PALETTE_NAMES, OPT_CHOICE, &options->palette, "palette (kind)"},
	    {0, "title", "TEXT", OPT_TEXT, &options->title, "title (Flame scope)"},
	    {0, "subtitle", "TEXT", OPT_TEXT, &options->subtitle,
		"subtitle, in place of what the profile says of itself"},
	    {0, "max-size", "SIZE", OPT_TEXT, &options->most,
		"at most that many bytes, like 5M, without rare stacks' deep ends"},
	    {'q', "quiet", NULL, OPT_FLAG, &options->quiet, "no notes on stderr"},
	    {0, "block-size", "BYTES", OPT_COUNT, &options->block_size, NULL},
	    {0},
	};

	_Static_assert(sizeof(rows) / sizeof(*rows) <= SCOPE_OPTIONS_MOST, "a longer table");
	memcpy(table, rows, sizeof(rows));
}

/* A whole number of bytes, or of thousands (k), millions (M) or billions (G) of them. */
static bool
parse_size(struct str s, uint64_t *size)
{
	static const char units[] = "kMG";
	uint64_t number, factor = 1;
	size_t digits = str_span_digits(s);

	if (!number_parse(str_head(s, digits), &number) || s.n > digits + 1)
		return false;
	if (digits < s.n) {
		const char *unit = strchr(units, s.s[digits]);
		if (unit == NULL || *unit == '\0')
			return false;
		for (const char *at = units; at <= unit; at++)
			factor *= 1000;
	}
	if (number == 0 || number > UINT64_MAX / factor)
		return false;
	*size = number * factor;
	return true;
}

void
scope_options_check(struct scope_options *options)
{
	options->length = NSEC_SECOND;
	if (options->column != NULL && !column_parse(str_from(options->column), &options->length))
		die_usage("--column: '%s' is not a length of 10ms to 1d, like 500ms, 1s or 5m",
		    options->column);
	if (options->rows > GRID_ROWS)
		die_usage("--rows: more than %d", GRID_ROWS);
	if (options->rows == 0)
		options->rows = ROWS;
	if (options->block_size == 0)
		options->block_size = BLOCK;
	options->most_bytes = UINT64_MAX;
	if (options->most != NULL && !parse_size(str_from(options->most), &options->most_bytes))
		die_usage(
		    "--max-size: '%s' is not a number of bytes, like 500k or 5M", options->most);
	if (options->title == NULL)
		options->title = "Flame scope";
}

void
scope_options_free(struct scope_options *options)
{
	free(options->keep.items);
	free(options->drop.items);
}
