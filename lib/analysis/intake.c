/* intake.c - reads timed lines into samples, stacks and keys */
#include "analysis/intake.h"

#include "base/number.h"

static void
check(const struct lines *lines, enum timed_kind kind, const struct timed *timed)
{
	if (kind == TIMED_PLAIN)
		lines_die_untimed(lines);
	if (kind == TIMED_BROKEN)
		lines_die(lines, "not a timed line");
	if (timed->folded.weight.billionths != 0)
		lines_die(lines, "a cell counts no fractions, and this count has one");
}

/* Samples whose lines still stand in the block, but are not entered yet. */
struct batch {
	struct samples_one ones[INTERN_MOST];
	struct str stacks[INTERN_MOST], keys[INTERN_MOST];
	size_t n;
};

/* What each weighs was checked to fit when it came. */
static void
enter(struct intake *intake, struct batch *batch, struct samples *samples)
{
	uint64_t weights[INTERN_MOST];
	uint32_t stacks[INTERN_MOST], keys[INTERN_MOST];

	for (size_t i = 0; i < batch->n; i++)
		weights[i] = batch->ones[i].weight;
	ends_add(&intake->ends, batch->stacks, weights, stacks, batch->n);
	keys_add(&intake->keys, batch->keys, keys, batch->n);
	for (size_t i = 0; i < batch->n; i++) {
		batch->ones[i].stack = stacks[i];
		batch->ones[i].key = keys[i];
		samples_add(samples, batch->ones[i]);
	}
	batch->n = 0;
}

static void
add(struct intake *intake, struct lines *lines, const struct timed *timed, struct batch *batch,
    struct grid *grid)
{
	uint64_t weight = timed->folded.weight.whole;

	if (!number_add(&intake->total, weight) || !grid_add(grid, timed->time, weight))
		lines_die(lines, "the time or the sum of the counts is past 64 bits");
	pieces_add(&intake->pieces, lines->input.pieces + lines->axis.heads, timed->time);
	batch->stacks[batch->n] = timed->folded.stack;
	batch->keys[batch->n] = timed->keys;
	batch->ones[batch->n++] = (struct samples_one){.time = timed->time, .weight = weight};
}

uint64_t
intake_read(struct intake *intake, struct lines *lines, struct samples *samples, struct grid *grid)
{
	struct batch batch = {.n = 0};
	struct timed timed;
	enum timed_kind kind;
	uint64_t read = 0;

	pieces_free(&intake->pieces);
	while ((kind = lines_take(lines, &timed)) != TIMED_END) {
		if (kind != TIMED_COMMENT && kind != TIMED_BLANK) {
			check(lines, kind, &timed);
			bool weighs = timed.folded.weight.whole > 0;
			read += weighs;
			if (weighs && select_takes(intake->select, timed.folded.stack))
				add(intake, lines, &timed, &batch, grid);
		}
		/* What was handed out is good as long as something of the block is left. */
		if (batch.n == INTERN_MOST || lines->rest.n == 0)
			enter(intake, &batch, samples);
	}
	return read;
}

void
intake_free(struct intake *intake)
{
	ends_free(&intake->ends);
	keys_free(&intake->keys);
	pieces_free(&intake->pieces);
}
