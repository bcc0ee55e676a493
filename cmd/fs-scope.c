/* fs-scope.c - the whole scope in one page: when, and what ran then */
#include "analysis/intake.h"
#include "base/output.h"
#include "picture/caption.h"
#include "picture/command.h"
#include "picture/scope.h"
#include "picture/scope_options.h"
#include "picture/scope_prune.h"
#include "picture/scope_still.h"

#include <inttypes.h>
#include <stdlib.h>

/* One of the two profiles of a comparison, or the only one. */
struct side {
	struct lines lines;
	struct samples samples;
	struct grid grid;
	struct marks marks;
	struct pieces_gap *gaps; /* of these */
	struct text map;
};

struct work {
	struct scope_options options;
	struct intake intake;
	struct side sides[SCOPE_DATA_PROFILES];
	size_t n; /* of them */
	struct named ranges;
	struct text caption, flame, before, after, old;
};

static size_t
parse_options(struct scope_options *options, int argc, char **argv)
{
	struct opt table[SCOPE_OPTIONS_MOST];
	const struct opts opts = {
	    .program = "fs-scope",
	    .operands = "[FILE...]",
	    .summary = "Make a page of a profile: when it is busy, and what runs in any range.",
	    .table = table,
	};

	scope_options_table(options, table);
	size_t n = (size_t)opts_parse(&opts, argc, argv);
	scope_options_check(options);
	return n;
}

static void
read_side(struct work *work, char *const *operands, size_t n)
{
	struct side *side = &work->sides[work->n++];
	const struct samples *samples = &side->samples;
	const char *of = work->n > 1 ? "--before: " : "";

	grid_init(&side->grid, work->options.length, (uint32_t)work->options.rows);
	side->grid.automatic = work->options.column == NULL;
	lines_open(&side->lines, operands, n, work->options.block_size);
	uint64_t read = intake_read(&work->intake, &side->lines, &side->samples, &side->grid);
	if (samples->n == 0)
		die("%s%s", of,
		    read ? "no sample is wanted: nothing to show" : "no sample: nothing to show");
	if (!grid_fits(&side->grid) ||
	    (uint64_t)samples->last - (uint64_t)samples->first >= SCOPE_DATA_LONGEST)
		die("%sthe samples lie too far apart for a page: cut out a range with fs-slice",
		    of);
	side->gaps = pieces_find_gaps(&work->intake.pieces, &side->marks.n_gaps);
	side->marks.gaps = side->gaps;
	side->marks.silence = work->intake.pieces.silence;
}

static void
describe(struct work *work, char *const *operands, size_t n)
{
	const struct scope_options *options = &work->options;
	struct head *head = &work->sides[0].lines.head;

	if (options->subtitle != NULL) {
		text_put(&work->caption, str_from(options->subtitle));
	} else {
		select_tell(head, &options->keep, &options->drop);
		caption_put(&work->caption, head);
	}
	command_put_before(&work->before, &options->keep, &options->drop);
	command_put_after(&work->after, operands, n);
}

static struct axes_clock
clock_of(const struct axis_stream *stream, bool local)
{
	return (struct axes_clock){
	    .known = stream->has_wall || stream->has_about,
	    .about = !stream->has_wall,
	    .local = local,
	    .wall = stream->has_wall ? stream->wall : stream->about,
	};
}

/* Ranges are those of the profile that is looked at. */
static void
draw_stills(struct work *work)
{
	work->sides[0].marks.named = &work->ranges;
	for (size_t i = 0; i < work->n; i++) {
		struct side *side = &work->sides[i];
		const struct scope_still still = {
		    .grid = &side->grid,
		    .title = i > 0 ? STR("Heat map of the profile before") : STR("Heat map"),
		    .unit = caption_unit(&side->lines.head),
		    .clock = clock_of(&side->lines.axis.first, work->options.local),
		    .marks = &side->marks,
		};
		scope_still_map(&still, &side->map);
	}
}

static void
put_page(struct work *work, struct output *out)
{
	struct scope_data data = {
	    .ends = &work->intake.ends,
	    .keys = &work->intake.keys,
	    .n = work->n,
	    .palette = (enum palette)work->options.palette,
	};
	struct scope scope = {
	    .title = str_from(work->options.title),
	    .subtitle = text_str(&work->caption),
	    .unit = caption_unit(&work->sides[0].lines.head),
	    .flame = text_str(&work->flame),
	    .column = work->sides[0].grid.column,
	    .rows = (uint32_t)work->options.rows,
	    .before = text_str(&work->before),
	    .after = text_str(&work->after),
	    .old = text_str(&work->old),
	    .ranges = &work->ranges,
	    .data = &data,
	};
	struct text page = {0};

	for (size_t i = 0; i < work->n; i++) {
		data.profiles[i] = &work->sides[i].samples;
		data.marks[i] = work->sides[i].marks;
		scope.maps[i] = text_str(&work->sides[i].map);
		scope.clocks[i] = clock_of(&work->sides[i].lines.axis.first, work->options.local);
	}
	scope_prune(&scope, &work->intake.ends, work->options.most_bytes, &page);
	if (work->intake.ends.tree.left_out > 0 && !work->options.quiet)
		die_warn("--max-size: %" PRIu64 " boxes of the flame graph are left out, the deep "
			 "ends of the rarest stacks",
		    work->intake.ends.tree.left_out);
	output_write(out, text_str(&page));
	text_free(&page);
}

static void
free_work(struct work *work)
{
	for (size_t i = 0; i < work->n; i++) {
		struct side *side = &work->sides[i];
		lines_close(&side->lines);
		samples_free(&side->samples);
		grid_free(&side->grid);
		free(side->gaps);
		text_free(&side->map);
	}
	intake_free(&work->intake);
	named_free(&work->ranges);
	text_free(&work->caption);
	text_free(&work->flame);
	text_free(&work->before);
	text_free(&work->after);
	text_free(&work->old);
	scope_options_free(&work->options);
}

int
main(int argc, char **argv)
{
	struct work work = {0};
	size_t n = parse_options(&work.options, argc, argv);
	struct text old = {0};
	struct select select;
	struct output out;

	select_open(&select, &work.options.keep, &work.options.drop);
	work.intake.select = &select;
	output_open(&out, work.options.output);
	if (output_is_terminal(&out))
		die_usage("a page is no text for a terminal: use -o FILE");
	if (work.options.ranges != NULL)
		named_read(&work.ranges, work.options.ranges);
	read_side(&work, argv + 1, n);
	named_settle(&work.ranges, &work.sides[0].lines.axis.first, work.sides[0].samples.first,
	    work.sides[0].samples.last, work.options.local);
	describe(&work, argv + 1, n);
	scope_still_flame(&work.intake.ends, (enum palette)work.options.palette,
	    caption_unit(&work.sides[0].lines.head), &work.flame);
	if (work.options.before != NULL) {
		text_put(&old, str_from(work.options.before));
		text_terminate(&old);
		read_side(&work, (char *const[]){old.s}, 1);
		command_put_after(&work.old, (char *const[]){old.s}, 1);
	}
	draw_stills(&work);
	put_page(&work, &out);
	free_work(&work);
	select_close(&select);
	text_free(&old);
	return output_finish(&out, DIE_DONE);
}
