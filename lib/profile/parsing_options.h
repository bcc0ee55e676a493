/* parsing_options.h - what the user asks of a reading: the options, and the plan that they make.
 *
 *	struct parsing_options options = {.workers = 2};
 *	struct opt table[PARSING_OPTIONS_MOST];
 *	parsing_options_table(&options, table);
 *	... opts_parse
 *	struct parsing parsing = parsing_options_plan(&options);
 *	parsing_options_free(&options);
 *
 * The plan borrows what the options hold.  What cannot be meant ends the program with status 2.
 */
#ifndef PROFILE_PARSING_OPTIONS_H
#define PROFILE_PARSING_OPTIONS_H

#include "base/opts.h"
#include "profile/parsing.h"

struct parsing_options {
	const char *origin, *wall, *output, *annotate, *stats, *format;
	struct opt_list events, idle_frames;
	bool all_events, flamegraph, pid, tid, addresses, modules, sources, no_time;
	bool local, strict, progress, quiet;
	int idle, weight, tidy;
	uint64_t workers, block_size;
};

enum { PARSING_OPTIONS_MOST = 40 };

/* Fills table with the options, ended as opts.h wants it; their values go into *options. */
void parsing_options_table(struct parsing_options *options, struct opt *table);

/* What they ask for, options that are several in one taken apart. */
struct parsing parsing_options_plan(struct parsing_options *options);

void parsing_options_free(struct parsing_options *options);

#endif
