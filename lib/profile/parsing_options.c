/* parsing_options.c - what the user asks of a reading */
#include "profile/parsing_options.h"

#include "base/blocks.h"
#include "base/die.h"

#include <stdlib.h>

void
parsing_options_table(struct parsing_options *options, struct opt *table)
{
	/* Not told. */
	options->tidy = options->idle = options->weight = -1;

	const struct opt rows[] = {
	    {0, "event", "NAME", OPT_LIST, &options->events, "keep this event; repeatable"},
	    {0, "all-events", NULL, OPT_FLAG, &options->all_events, "keep all; lines tell theirs"},
	    {0, "idle", "drop|keep|only", OPT_CHOICE, &options->idle, "idle time [drop]"},
	    {0, "idle-frame", "NAME", OPT_LIST, &options->idle_frames,
		"one more idle function; repeatable"},
	    {0, "weight", "samples|period", OPT_CHOICE, &options->weight,
		"what a line counts [samples]"},
	    {0, "pid", NULL, OPT_FLAG, &options->pid, "append -PID to the thread's name"},
	    {0, "tid", NULL, OPT_FLAG, &options->tid, "append -PID/TID to the thread's name"},
	    {0, "tidy", "precise|flamegraph|stable|none", OPT_CHOICE, &options->tidy,
		"how names are made readable [precise]"},
	    {0, "annotate", "kji", OPT_TEXT, &options->annotate,
		"mark kernel, JIT, inlined frames; none [kji]"},
	    {0, "addrs", NULL, OPT_FLAG, &options->addresses, "unknown frames tell addresses"},
	    {0, "modules", NULL, OPT_FLAG, &options->modules, "names tell modules: libc.so`read"},
	    {0, "srcline", NULL, OPT_FLAG, &options->sources,
		"names tell source lines: main:app.c:5"},
	    {0, "flamegraph", NULL, OPT_FLAG, &options->flamegraph,
		"names, marks, weights of stackcollapse-perf.pl"},
	    {0, "no-time", NULL, OPT_FLAG, &options->no_time, "write plain folded lines"},
	    {0, "origin", "SECONDS", OPT_TEXT, &options->origin,
		"second 0 by the profiler's clock [of the first sample]"},
	    {0, "wall", "TIME=CLOCK|captured", OPT_TEXT, &options->wall,
		"what the wall clock showed at a time of the profiler's"},
	    {0, "local", NULL, OPT_FLAG, &options->local,
		"dates without a zone are local time, not UTC"},
	    {0, "format", "NAME", OPT_TEXT, &options->format,
		"what the input is: perf [found out]"},
	    {0, "stats", "FILE", OPT_TEXT, &options->stats, "account in FILE; - is stderr"},
	    {0, "progress", NULL, OPT_FLAG, &options->progress, "tell on stderr how far it is"},
	    {0, "strict", NULL, OPT_FLAG, &options->strict, "status 1 if a line is not understood"},
	    {'j', "jobs", "N", OPT_COUNT, &options->workers, "workers [the CPUs, at most 4]"},
	    {'o', "output", "FILE", OPT_TEXT, &options->output, "write FILE, whole or not at all"},
	    {'q', "quiet", NULL, OPT_FLAG, &options->quiet, "no notes on stderr"},
	    {0, "block-size", "BYTES", OPT_COUNT, &options->block_size,
		"bytes read at a time [1048576]"},
	    {0},
	};

	_Static_assert(sizeof(rows) / sizeof(*rows) <= PARSING_OPTIONS_MOST, "a longer table");
	memcpy(table, rows, sizeof(rows));
}

/* --flamegraph is several options in one, of which what is told has the last word. */
static void
imply(struct parsing_options *options)
{
	bool flamegraph = options->flamegraph;

	if (options->tidy < 0)
		options->tidy = flamegraph ? NAME_FLAMEGRAPH : NAME_PRECISE;
	if (options->idle < 0)
		options->idle = flamegraph ? CHOICE_KEEP : CHOICE_DROP;
	if (options->weight < 0)
		options->weight = flamegraph;
	if (options->annotate == NULL)
		options->annotate = options->flamegraph ? "i" : "kji";
}

struct parsing
parsing_options_plan(struct parsing_options *options)
{
	imply(options);
	struct parsing parsing = {
	    .names =
		{
		    .tidy = (enum name_tidy)options->tidy,
		    .addresses = options->addresses,
		    .modules = options->modules,
		    .sources = options->sources,
		},
	    .style =
		{
		    .period = options->weight == 1,
		    .pid = options->pid,
		    .tid = options->tid,
		    .flamegraph = options->tidy == NAME_FLAMEGRAPH,
		},
	    .choice =
		{
		    .idle = (enum choice_idle)options->idle,
		    .all_events = options->all_events,
		    .first_event = options->flamegraph,
		    .events = options->events.items,
		    .n = options->events.n,
		},
	    .idle = {options->idle_frames.items, options->idle_frames.n},
	    .reader = options->format ? reader_named(options->format) : NULL,
	    .no_time = options->no_time,
	    .workers = options->workers,
	};

	if (options->workers > BLOCKS_MOST_WORKERS)
		die_usage("--jobs: more than %d workers", BLOCKS_MOST_WORKERS);
	if (!name_marks(&parsing.names, str_from(options->annotate)))
		die_usage(
		    "--annotate: '%s' is neither none nor made of k, j and i", options->annotate);
	placing_tell(&parsing.placing, options->origin, options->wall, options->local);
	return parsing;
}

void
parsing_options_free(struct parsing_options *options)
{
	free(options->events.items);
	free(options->idle_frames.items);
}
