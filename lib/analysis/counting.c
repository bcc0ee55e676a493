/* counting.c - the samples of all operands, counted by when they were taken */
#include "analysis/counting.h"

#include "analysis/process.h"
#include "base/die.h"
#include "base/number.h"

#include <stdlib.h>

enum { ROWS = 50 };

/* What is needed while lines are read. */
struct reading {
	struct select select, highlight;
	struct pieces pieces;
	struct process_names processes;
	struct text name;
	bool told; /* some line tells what the rows are */
};

static _Noreturn void
die_sum(const struct lines *lines)
{
	lines_die(lines, "the time or the sum of the counts is past 64 bits");
}

/* The process of a thread's key, PID/TID; {0} where it has but the thread. */
static struct str
process_of(struct str tid)
{
	size_t slash = str_find_char(tid, '/');

	return slash < tid.n ? str_head(tid, slash) : (struct str){0};
}

/* The name of a sample's thread. */
static struct str
comm_of(struct str stack)
{
	return str_head(stack, str_find_char(stack, ';'));
}

/* What tells a sample's row; empty where nothing does. */
static struct str
find_key(enum counting_by by, struct str keys)
{
	switch (by) {
	case COUNTING_CPU: return timed_key(keys, STR("cpu"));
	case COUNTING_EVENT: return timed_key(keys, STR("event"));
	case COUNTING_PROCESS: return process_of(timed_key(keys, STR("tid")));
	default: break;
	}
	struct str tid = timed_key(keys, STR("tid")), pid = process_of(tid);
	return pid.n > 0 ? str_skip(tid, pid.n + 1) : tid;
}

/* How a row is called: a thread by its name too, since ids are used again.  A process is called when
 * all its threads are known. */
static void
put_name(struct text *name, enum counting_by by, struct str key, struct str stack)
{
	text_clear(name);
	if (by == COUNTING_CPU)
		text_put(name, STR("CPU "));
	if (by == COUNTING_THREAD) {
		text_put(name, comm_of(stack));
		text_put_char(name, ' ');
	}
	text_put(name, key.n > 0 ? key : STR("not told"));
}

static void
add_to_lane(struct counting *counting, struct reading *reading, const struct timed *timed)
{
	uint64_t count = timed->folded.weight.whole;
	struct str key = find_key(counting->by, timed->keys);
	bool lit = counting->grid.lit && select_matches(&reading->highlight, timed->folded.stack);

	reading->told |= key.n > 0;
	if (counting->by == COUNTING_PROCESS && key.n > 0)
		process_add(&reading->processes, key,
		    str_skip(timed_key(timed->keys, STR("tid")), key.n + 1),
		    comm_of(timed->folded.stack), count);
	put_name(&reading->name, counting->by, key, timed->folded.stack);
	if (!lanes_add(
		&counting->lanes, text_str(&reading->name), timed->time, count, lit ? count : 0))
		die_sum(&counting->lines);
	counting->lit += lit ? count : 0;
}

static void
add(struct counting *counting, struct reading *reading, const struct timed *timed)
{
	uint64_t count = timed->folded.weight.whole;

	pieces_add(&reading->pieces, counting->lines.input.pieces + counting->lines.axis.heads,
	    timed->time);
	if (counting->by != COUNTING_OFFSET) {
		add_to_lane(counting, reading, timed);
		return;
	}
	if (!grid_add(&counting->grid, timed->time, count))
		die_sum(&counting->lines);
	if (counting->grid.lit && count > 0 &&
	    select_matches(&reading->highlight, timed->folded.stack)) {
		grid_light(&counting->grid, count);
		counting->lit += count;
	}
}

static void
read_all(struct counting *counting, struct reading *reading)
{
	struct lines *lines = &counting->lines;
	bool all = reading->select.n_keep + reading->select.n_drop == 0;
	enum timed_kind kind;
	struct timed timed;

	while ((kind = lines_next(lines, &timed)) != TIMED_END) {
		if (kind == TIMED_COMMENT)
			continue;
		if (kind == TIMED_PLAIN)
			lines_die_untimed(lines);
		if (kind == TIMED_BROKEN)
			lines_die(lines, "not a timed line");
		if (timed.folded.weight.billionths != 0)
			lines_die(lines, "a cell counts no fractions, and this count has one");
		if (timed.folded.weight.whole == 0)
			continue;
		counting->samples++;
		if (all || select_takes(&reading->select, timed.folded.stack))
			add(counting, reading, &timed);
	}
}

/* Fewer samples a second were asked for than rows make good. */
static bool
is_slow(const struct head *head)
{
	uint64_t rate;

	return number_parse(head_get(head, STR("rate")), &rate) && rate < ROWS;
}

static _Noreturn void
die_untold(enum counting_by by)
{
	static const char *const wants[] = {
	    [COUNTING_THREAD] = "thread (tid=): perf script prints it with -F +tid",
	    [COUNTING_CPU] = "CPU (cpu=): perf script prints it with -F +cpu",
	    [COUNTING_PROCESS] = "process (tid=PID/TID): perf script prints it with -F +pid",
	    [COUNTING_EVENT] = "event (event=): fs-parse --all-events writes it",
	};

	die("no line tells its %s", wants[by]);
}

static void
name_processes(struct counting *counting, struct reading *reading)
{
	struct lanes_choice *choice = &counting->choice;

	for (uint32_t row = choice->rest > 0; row < choice->grid.rows; row++) {
		text_clear(&reading->name);
		process_put(&reading->processes, choice->names[row], &reading->name);
		choice->names[row] = arena_copy(&counting->lanes.arena, text_str(&reading->name));
	}
}

static void
finish(struct counting *counting, struct reading *reading)
{
	counting->gaps = pieces_find_gaps(&reading->pieces, &counting->n_gaps);
	counting->silence = reading->pieces.silence;
	counting->earliest = reading->pieces.earliest;
	counting->latest = reading->pieces.latest;
	if (counting->by == COUNTING_OFFSET) {
		if (counting->rows == 0 && is_slow(&counting->lines.head))
			grid_merge_rows(&counting->grid, 2);
		return;
	}
	if (counting->lanes.total > 0 && !reading->told)
		die_untold(counting->by);
	if (counting->lanes.total == 0)
		return;
	lanes_choose(
	    &counting->lanes, counting->top, counting->by == COUNTING_CPU, &counting->choice);
	if (counting->by == COUNTING_PROCESS)
		name_processes(counting, reading);
	grid_free(&counting->grid);
	counting->grid = counting->choice.grid;
	counting->choice.grid = (struct grid){0};
}

void
counting_run(struct counting *counting, char *const *operands, size_t n)
{
	struct reading reading = {0};
	nsec column = counting->column > 0 ? counting->column : NSEC_SECOND;

	grid_init(&counting->grid, column, counting->rows > 0 ? counting->rows : ROWS);
	counting->grid.automatic = counting->column == 0;
	counting->grid.lit = counting->highlight->n > 0;
	counting->lanes = (struct lanes){
	    .column = column,
	    .automatic = counting->column == 0,
	    .lit = counting->grid.lit,
	};
	select_open(&reading.select, counting->keep, counting->drop);
	select_open_one(&reading.highlight, counting->highlight, "--highlight");
	lines_open(&counting->lines, operands, n, counting->block_size);
	read_all(counting, &reading);
	finish(counting, &reading);
	select_close(&reading.select);
	select_close(&reading.highlight);
	pieces_free(&reading.pieces);
	process_free(&reading.processes);
	text_free(&reading.name);
}

void
counting_free(struct counting *counting)
{
	lines_close(&counting->lines);
	grid_free(&counting->grid);
	lanes_choice_free(&counting->choice);
	lanes_free(&counting->lanes);
	free(counting->gaps);
	*counting = (struct counting){0};
}
