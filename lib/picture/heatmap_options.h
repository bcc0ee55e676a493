/* heatmap_options.h - what the user asks of a heat map.
 *
 *	struct heatmap_options options = {0};
 *	struct opt table[HEATMAP_OPTIONS_MOST];
 *	heatmap_options_table(&options, table);
 *	... opts_parse
 *	heatmap_options_check(&options);
 *	...
 *	heatmap_options_free(&options);
 *
 * docs/fs-heatmap.1 says what they mean.  What makes no sense ends the program as a wrong command
 * line.
 */
#ifndef PICTURE_HEATMAP_OPTIONS_H
#define PICTURE_HEATMAP_OPTIONS_H

#include "base/opts.h"

enum { HEATMAP_OPTIONS_MOST = 40 };

struct heatmap_options {
	const char *output, *title, *subtitle;
	const char *column; /* as told; NULL: not told */
	nsec length;        /* the same, checked */
	uint64_t width, rows, block_size;
	bool no_script;
	struct opt_list keep, drop;
};

void heatmap_options_table(struct heatmap_options *options, struct opt *table);

/* Checks what the table cannot, and sets what was not told. */
void heatmap_options_check(struct heatmap_options *options);

void heatmap_options_free(struct heatmap_options *options);

#endif
