/* fs-parse.c - a profile as its profiler wrote it, to timed folded lines */
#include "base/blocks.h"
#include "base/die.h"
#include "base/opts.h"
#include "profile/parsing.h"

#include <stdlib.h>
#include <unistd.h>

struct options {
	const char *output, *annotate;
	struct opt_list events;
	bool all_events, flamegraph, pid, tid, addresses, strict, quiet, no_time;
	int idle, weight, tidy;
	uint64_t workers, block_size;
};

static int
parse_options(struct options *options, int argc, char **argv)
{
	const struct opt table[] = {
	    {0, "event", "NAME", OPT_LIST, &options->events, "keep this event; repeatable"},
	    {0, "all-events", NULL, OPT_FLAG, &options->all_events, "keep all; lines tell theirs"},
	    {0, "idle", "drop|keep|only", OPT_CHOICE, &options->idle, "idle time [drop]"},
	    {0, "weight", "samples|period", OPT_CHOICE, &options->weight,
		"what a line counts [samples]"},
	    {0, "pid", NULL, OPT_FLAG, &options->pid, "append -PID to the thread's name"},
	    {0, "tid", NULL, OPT_FLAG, &options->tid, "append -PID/TID to the thread's name"},
	    {0, "tidy", "precise|flamegraph|stable|none", OPT_CHOICE, &options->tidy,
		"how names are made readable [precise]"},
	    {0, "annotate", "kji", OPT_TEXT, &options->annotate,
		"mark kernel, JIT, inlined frames; none [kji]"},
	    {0, "addrs", NULL, OPT_FLAG, &options->addresses, "unknown frames tell addresses"},
	    {0, "flamegraph", NULL, OPT_FLAG, &options->flamegraph,
		"names, marks, weights of stackcollapse-perf.pl"},
	    {0, "no-time", NULL, OPT_FLAG, &options->no_time, "write plain folded lines"},
	    {0, "strict", NULL, OPT_FLAG, &options->strict, "status 1 if a line is not understood"},
	    {'j', "jobs", "N", OPT_COUNT, &options->workers, "workers [the CPUs, at most 4]"},
	    {'o', "output", "FILE", OPT_TEXT, &options->output, "write FILE, whole or not at all"},
	    {'q', "quiet", NULL, OPT_FLAG, &options->quiet, "no notes on stderr"},
	    {0, "block-size", "BYTES", OPT_COUNT, &options->block_size,
		"bytes read at a time [1048576]"},
	    {0},
	};
	const struct opts opts = {
	    .program = "fs-parse",
	    .operands = "[FILE...]",
	    .summary = "Turn the text of 'perf script' into timed folded lines.",
	    .table = table,
	};

	return opts_parse(&opts, argc, argv);
}

/* --flamegraph is several options in one; --annotate still has the last word. */
static void
imply(struct options *options)
{
	if (options->flamegraph) {
		options->tidy = NAME_FLAMEGRAPH;
		options->idle = CHOICE_KEEP;
		options->weight = 1;
	}
	if (options->annotate == NULL)
		options->annotate = options->flamegraph ? "i" : "kji";
}

static struct parsing
plan(const struct options *options)
{
	struct parsing parsing = {
	    .names = {.tidy = (enum name_tidy)options->tidy, .addresses = options->addresses},
	    .style =
		{
		    .event = options->all_events || options->events.n > 1,
		    .period = options->weight == 1,
		    .pid = options->pid,
		    .tid = options->tid,
		    .flamegraph = options->tidy == NAME_FLAMEGRAPH,
		},
	    .choice =
		{
		    .idle = (enum choice_idle)options->idle,
		    .all_events = options->all_events,
		    .events = options->events.items,
		    .n = options->events.n,
		},
	    .no_time = options->no_time,
	    .workers = options->workers,
	};

	if (!name_marks(&parsing.names, str_from(options->annotate)))
		die_usage(
		    "--annotate: '%s' is neither none nor made of k, j and i", options->annotate);
	return parsing;
}

int
main(int argc, char **argv)
{
	struct options options = {.workers = (uint64_t)blocks_default_workers()};
	struct input in;
	struct output out;

	int n = parse_options(&options, argc, argv);
	if (options.workers > BLOCKS_MOST_WORKERS)
		die_usage("-j: more than %d workers", BLOCKS_MOST_WORKERS);
	imply(&options);
	struct parsing parsing = plan(&options);
	input_open(&in, argv + 1, (size_t)n, (size_t)options.block_size);
	output_open(&out, options.output);
	parsing_run(&parsing, &in, &out);
	output_flush(&out); /* so that with 2>&1 the notes stand behind the lines */
	if (!options.quiet)
		account_say(&parsing.account, &parsing.choice, isatty(STDERR_FILENO));
	bool failed = options.strict && parsing.account.lines.odd > 0;
	parsing_free(&parsing);
	input_close(&in);
	free(options.events.items);
	return output_finish(&out, failed ? DIE_FAILED : DIE_DONE);
}
