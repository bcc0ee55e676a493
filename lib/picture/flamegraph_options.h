/* flamegraph_options.h - what the user asks of a flame graph.
 *
 *	struct flamegraph_options options = {0};
 *	struct opt table[FLAMEGRAPH_OPTIONS_MOST];
 *	flamegraph_options_table(&options, table);
 *	... opts_parse
 *	struct flamegraph graph = flamegraph_options_plan(&options);
 *	...
 *	flamegraph_options_free(&options);
 *
 * The names are those of flamegraph.pl and inferno-flamegraph; docs/fs-svg.1 has the table.  What
 * makes no sense ends the program as a wrong command line.
 */
#ifndef PICTURE_FLAMEGRAPH_OPTIONS_H
#define PICTURE_FLAMEGRAPH_OPTIONS_H

#include "base/opts.h"
#include "picture/flamegraph.h"

enum { FLAMEGRAPH_OPTIONS_MOST = 48 };

struct flamegraph_options {
	const char *output, *title, *subtitle, *notes;
	const char *least, *unit, *nametype, *factor, *total;
	const char *background, *search, *stroke, *font, *font_width, *font_size, *nameattr, *ui;
	uint64_t width, row, block_size;
	int palette, truncate;
	struct opt_list keep, drop, base;
	bool inverted, reverse, flamechart, no_sort, still, quiet;
	bool difference, folded, negate, diffusion;
};

void flamegraph_options_table(struct flamegraph_options *options, struct opt *table);

/* The graph without its numbers, texts borrowed from argv, and in *least what is too narrow. */
struct flamegraph
flamegraph_options_plan(const struct flamegraph_options *options, struct calltree_least *least);

/* The title of a difference. */
struct str flamegraph_options_difference_title(const struct flamegraph_options *options);

/* --total, which is at least sum; sum where it was not given, or is less, which is told. */
struct weight flamegraph_options_total(const struct flamegraph_options *options, struct weight sum);

void flamegraph_options_free(struct flamegraph_options *options);

#endif
