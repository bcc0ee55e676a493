/* fs-parse.c - a profile as its profiler wrote it, to timed folded lines */
#include "base/blocks.h"
#include "base/die.h"
#include "profile/caveat.h"
#include "profile/parsing_options.h"
#include "profile/stats.h"

#include <inttypes.h>
#include <unistd.h>

static int
parse_options(struct parsing_options *options, int argc, char **argv)
{
	struct opt table[PARSING_OPTIONS_MOST];
	const struct opts opts = {
	    .program = "fs-parse",
	    .operands = "[FILE...]",
	    .summary = "Turn the text of 'perf script' into timed folded lines.",
	    .table = table,
	};

	parsing_options_table(options, table);
	return opts_parse(&opts, argc, argv);
}

static void
finish_stats(struct output *out, const struct account *account)
{
	struct text text = {0};

	stats_put(&text, account);
	output_write(out, text_str(&text));
	output_finish(out, DIE_DONE);
	text_free(&text);
}

int
main(int argc, char **argv)
{
	struct parsing_options options = {.workers = (uint64_t)blocks_default_workers()};
	struct input in;
	struct output out, stats;
	struct progress progress;

	int n = parse_options(&options, argc, argv);
	struct parsing parsing = parsing_options_plan(&options);
	input_open(&in, argv + 1, (size_t)n, (size_t)options.block_size);
	if (options.stats && options.output && strcmp(options.stats, options.output) == 0)
		die_usage("--stats and --output are one file");
	output_open(&out, options.output);
	if (options.stats)
		output_open_stats(&stats, options.stats);
	if (options.progress)
		progress_open(parsing.progress = &progress);
	parsing_run(&parsing, &in, &out);
	output_flush(&out); /* so that with 2>&1 the notes stand behind the lines */
	if (options.progress)
		progress_close(&progress);
	if (!options.quiet && parsing.empty > 0)
		die_warn("%" PRIu64 " of %" PRIu64 " files without a sample (first: %s)",
		    parsing.empty, in.pieces, parsing.first_empty);
	if (!options.quiet) {
		account_say(&parsing.account, &parsing.choice, isatty(STDERR_FILENO));
		caveat_say(&parsing.account, &parsing.style);
		placing_say(&parsing.placing);
	}
	bool failed = options.strict && parsing.account.lines.odd > 0;
	if (failed && options.quiet)
		account_say_odd(&parsing.account);
	if (options.stats)
		finish_stats(&stats, &parsing.account);
	parsing_free(&parsing);
	input_close(&in);
	parsing_options_free(&options);
	return output_finish(&out, failed ? DIE_FAILED : DIE_DONE);
}
