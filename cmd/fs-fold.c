/* fs-fold.c - the total weight of each distinct stack */
#include "base/blocks.h"
#include "base/opts.h"
#include "base/output.h"
#include "profile/folding.h"

static void
put_fold(struct output *out, struct fold *fold, bool difference)
{
	struct text line = {0};

	fold_sort(fold);
	for (size_t i = 0; i < fold->n; i++) {
		text_clear(&line);
		folded_put(&line, &fold->entries[i], difference);
		output_write(out, text_str(&line));
	}
	text_free(&line);
}

/* Says what was not understood; returns what that makes of the status. */
static enum die_status
report(struct folding *folding, bool quiet, bool strict)
{
	if (!quiet)
		folding_say_unlike(folding);
	if (folding->broken == 0)
		return DIE_DONE;
	bool failed = strict || folding->understood == 0;
	if (!quiet || failed)
		folded_say_broken(folding->broken, &folding->first_broken);
	return failed ? DIE_FAILED : DIE_DONE;
}

int
main(int argc, char **argv)
{
	struct opt_list keep = {0}, drop = {0}, skip_after = {0};
	uint64_t workers = (uint64_t)blocks_default_workers(), block_size = 0;
	const char *root = NULL, *path = NULL;
	bool quiet = false, strict = false;
	int comm = REWRITE_KEEP;
	const struct opt table[] = {
	    {0, "root", "KEY,..", OPT_TEXT, &root, "cpu, tid, pid or event in front, as frames"},
	    {0, "comm", "keep|strip-digits|none", OPT_CHOICE, &comm, "what to do to thread names"},
	    {0, "skip-after", "NAME", OPT_LIST, &skip_after,
		"leave out what called frame NAME; repeatable"},
	    {0, "keep", "REGEX", OPT_LIST, &keep, "only stacks that match; repeatable"},
	    {0, "drop", "REGEX", OPT_LIST, &drop, "no stacks that match; repeatable"},
	    {0, "strict", NULL, OPT_FLAG, &strict, "status 1 for lines not understood"},
	    {'j', "jobs", "N", OPT_COUNT, &workers, "worker threads [CPUs, at most 4]"},
	    {'o', "output", "FILE", OPT_TEXT, &path, "write FILE, whole or not at all"},
	    {'q', "quiet", NULL, OPT_FLAG, &quiet, "no notes on stderr"},
	    {0, "block-size", "BYTES", OPT_COUNT, &block_size, "bytes read at a time [1048576]"},
	    {0},
	};
	const struct opts opts = {
	    .program = "fs-fold",
	    .operands = "[FILE...]",
	    .summary = "Sum up equal stacks, of timed or plain folded lines.",
	    .table = table,
	};
	int n = opts_parse(&opts, argc, argv);
	struct rewrite rewrite = {.comm = (enum rewrite_comm)comm, .skip_after = &skip_after};
	struct output out;

	if (root != NULL && !rewrite_root(&rewrite, str_from(root)))
		die_usage("--root: '%s' is no list of cpu, tid, pid and event", root);
	if (workers > BLOCKS_MOST_WORKERS)
		die_usage("--jobs: more than %d workers", BLOCKS_MOST_WORKERS);
	struct folding folding = {
	    .workers = (int)workers,
	    .block_size = (size_t)block_size,
	    .rewrite = &rewrite,
	    .clean = true,
	    .find_difference = true,
	    .keep = &keep,
	    .drop = &drop,
	};
	output_open(&out, path);
	folding_run(&folding, argv + 1, (size_t)n);
	put_fold(&out, &folding.fold, folding.difference);
	enum die_status status = report(&folding, quiet, strict);
	folding_free(&folding);
	return output_finish(&out, status);
}
