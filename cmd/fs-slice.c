/* fs-slice.c - the samples of some ranges of time */
#include "base/opts.h"
#include "base/output.h"
#include "profile/ranges.h"
#include "profile/slicing.h"

struct told {
	struct opt_list ranges, around, files;
};

/* Reads the ranges; returns how many operands were theirs. */
static int
add_ranges(struct window *window, const struct told *told, char **operands, int n)
{
	for (size_t i = 0; i < told->ranges.n; i++)
		window_add_pair(window, str_from(told->ranges.items[i]));
	for (size_t i = 0; i < told->around.n; i += 2)
		window_add_around(
		    window, str_from(told->around.items[i]), str_from(told->around.items[i + 1]));
	for (size_t i = 0; i < told->files.n; i++)
		ranges_add_file(window, told->files.items[i]);
	if (told->ranges.n + told->around.n + told->files.n > 0)
		return 0;
	if (n < 2)
		die_usage("START and END are wanted, or -r, --around or --ranges");
	window_add(window, str_from(operands[0]), str_from(operands[1]));
	return 2;
}

int
main(int argc, char **argv)
{
	struct told told = {0};
	struct opt_list keep = {0}, drop = {0};
	struct slicing slicing = {.keep = &keep, .drop = &drop};
	struct output out;
	const char *output = NULL;
	uint64_t block_size = 0;
	bool quiet = false;
	const struct opt table[] = {
	    {'r', "range", "START,END", OPT_LIST, &told.ranges, "one more range; repeatable"},
	    {0, "around", "TIME,LENGTH", OPT_PAIR, &told.around,
		"LENGTH on each side of TIME; repeatable"},
	    {0, "ranges", "FILE", OPT_LIST, &told.files, "ranges: the first two columns of FILE"},
	    {0, "local", NULL, OPT_FLAG, &slicing.local,
		"dates and times of day are local, not UTC"},
	    {'v', "except", NULL, OPT_FLAG, &slicing.except, "what lies outside the ranges"},
	    {0, "keep", "REGEX", OPT_LIST, &keep, "only stacks that match; repeatable"},
	    {0, "drop", "REGEX", OPT_LIST, &drop, "no stacks that match; repeatable"},
	    {0, "sorted", NULL, OPT_FLAG, &slicing.sorted,
		"FILEs are in order: search, do not read"},
	    {'o', "output", "FILE", OPT_TEXT, &output, "write FILE, whole or not at all"},
	    {'q', "quiet", NULL, OPT_FLAG, &quiet, "no notes on stderr"},
	    {0, "block-size", "BYTES", OPT_COUNT, &block_size, "bytes read at a time [1048576]"},
	    {0},
	};
	const struct opts opts = {
	    .program = "fs-slice",
	    .operands =
		"START END [FILE...]\n-r START,END [FILE...]\n--around TIME LENGTH [FILE...]\n"
		"--ranges FILE [FILE...]",
	    .summary = "Pass on the samples from START up to, not including, END.",
	    .table = table,
	    .times = true,
	};
	int n = opts_parse(&opts, argc, argv);
	int used = add_ranges(&slicing.window, &told, argv + 1, n);

	select_open(&slicing.select, &keep, &drop);
	output_open(&out, output);
	slicing.out = &out;
	slicing_run(&slicing, argv + 1 + used, (size_t)(n - used), (size_t)block_size);
	output_flush(&out);
	if (slicing.roughly && !quiet)
		die_warn(
		    "the wall clock is only roughly known (wall-about), and so are the ranges");
	slicing_free(&slicing);
	return output_finish(&out, DIE_DONE);
}
