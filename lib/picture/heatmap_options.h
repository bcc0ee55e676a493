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

#include "analysis/counting.h"
#include "base/opts.h"
#include "picture/heatmap.h"

enum { HEATMAP_OPTIONS_MOST = 40 };

struct heatmap_options {
	const char *output, *title, *subtitle;
	const char *column, *max; /* as told; NULL: not told */
	const char *ranges, *href;
	uint64_t width, rows, top, block_size;
	int by, scale, colors, link; /* counting_by, heat_scale, ramp_colors, marks_link */
	int color;                   /* screen_wish */
	bool text, no_script, local, quiet;
	struct opt_list keep, drop, highlight;

	nsec length;           /* checked: of a column; 0: automatic */
	bool busy;             /* the hottest colour is what a cell counts when all is busy */
	struct heat_wish heat; /* all but that */
};

void heatmap_options_table(struct heatmap_options *options, struct opt *table);

/* Checks what the table cannot, and sets what was not told. */
void heatmap_options_check(struct heatmap_options *options);

/* Whether rows can be merged: nobody said how many there are, nor what one of them counts at most. */
bool heatmap_options_may_merge(const struct heatmap_options *options);

/* What rows are called. */
struct str heatmap_options_by(const struct heatmap_options *options);

void heatmap_options_free(struct heatmap_options *options);

#endif
