/* folding.c - the fold of all operands, read by several workers */
#include "profile/folding.h"

#include "base/array.h"
#include "base/blocks.h"
#include "base/die.h"
#include "profile/foreign.h"
#include "profile/name.h"
#include "profile/reader.h"
#include "profile/select.h"
#include "profile/timed.h"

#include <inttypes.h>
#include <stdlib.h>

enum { PEEK = 64 * 1024 };

/* What one worker has found. */
struct state {
	struct fold fold;
	struct select select;
	struct text stack, clean;
};

/* What is known of one block. */
struct result {
	uint64_t lines, understood, broken;
	uint64_t first_broken; /* its line within the block, from 1 */
	bool overflow;
};

/* Where the results come together. */
struct sink {
	struct folding *folding;
	uint64_t lines; /* of the piece, before the block */
	bool overflow;
};

/* Whether stack holds a control byte or a frame without a name, as other tools may write them. */
static bool
is_odd(struct str stack)
{
	char last = ';';

	for (size_t i = 0; i < stack.n; i++) {
		char c = stack.s[i];
		if (str_is_control(c) || (c == ';' && last == ';'))
			return true;
		last = c;
	}
	return last == ';';
}

/* A tab would make a time of what stands before it. */
static struct str
clean(struct str stack, struct text *text)
{
	size_t n;

	text_clear(text);
	for (size_t at = 0; at <= stack.n; at += n + 1) {
		struct str rest = str_skip(stack, at);
		n = str_find_char(rest, ';');
		if (at > 0)
			text_put_char(text, ';');
		name_put_clean(text, str_head(rest, n));
	}
	return text_str(text);
}

static void
add_line(const struct folding *folding, struct state *state, struct result *result, struct str keys,
    struct folded *folded)
{
	result->understood++;
	if (!select_takes(&state->select, folded->stack))
		return;
	if (folding->rewrite != NULL)
		folded->stack = rewrite_stack(folding->rewrite, keys, folded->stack, &state->stack);
	if (folding->clean && is_odd(folded->stack))
		folded->stack = clean(folded->stack, &state->clean);
	if (!(folding->stacks != NULL ? stacks_add(folding->stacks, folded)
				      : fold_add(&state->fold, folded)))
		result->overflow = true;
}

static void
fold_block(const void *facts, void *worker, struct block *block)
{
	const struct folding *folding = facts;
	struct result *result = block->result;
	struct str rest = block->text, line;
	struct timed timed;

	while (str_line(&rest, &line)) {
		enum timed_kind kind = timed_parse(line, &timed);
		result->lines++;
		/* A line with a time has one count. */
		if (folding->difference &&
		    (kind == TIMED_SAMPLE ||
			(kind == TIMED_PLAIN && !folded_parse_difference(line, &timed.folded))))
			kind = TIMED_BROKEN;
		if (kind == TIMED_SAMPLE || kind == TIMED_PLAIN)
			add_line(folding, worker, result, timed.keys, &timed.folded);
		else if (kind == TIMED_COMMENT)
			head_put(&block->out, timed.key, timed.value);
		else if (kind == TIMED_BROKEN && result->broken++ == 0)
			result->first_broken = result->lines;
	}
}

/* The comments that a block held. */
static void
add_comments(struct head *head, const struct block *block)
{
	struct str comments = text_str(&block->out), line, key, value;

	while (str_line(&comments, &line)) {
		if (!head_parse(line, &key, &value))
			continue;
		const char *fault = head_find_fault(head, key, value);
		if (fault != NULL)
			die("%s: %s", block->name, fault);
		head_add(head, key, value);
	}
}

static void
merge_block(void *place, const struct block *block)
{
	const struct result *result = block->result;
	struct sink *sink = place;
	struct folding *folding = sink->folding;

	if (result->broken > 0 && folding->broken == 0)
		text_print(&folding->first_broken, "%s:%" PRIu64, block->name,
		    sink->lines + result->first_broken);
	folding->understood += result->understood;
	folding->broken += result->broken;
	add_comments(&folding->head, block);
	sink->lines += result->lines;
	sink->overflow |= result->overflow;
}

/* Whether every line of text ends in two counts, and some stack holds `;`: `worker 12345 7` is a
 * sample of a thread alone. */
static bool
is_difference(struct str text)
{
	struct str line;
	struct timed timed;
	bool nested = false;

	while (str_line(&text, &line)) {
		enum timed_kind kind = timed_parse(line, &timed);
		if (kind == TIMED_BLANK || kind == TIMED_COMMENT)
			continue;
		if (kind != TIMED_PLAIN || !folded_parse_difference(line, &timed.folded))
			return false;
		nested |= str_find_char(line, ';') < line.n;
	}
	return nested;
}

/* Looks at the beginning of a piece, so that a file of another kind is told, not counted; also
 * whether it is a difference, which the first decides. */
static void
look(struct folding *folding, struct input *in)
{
	struct text text = {0};

	while (text.n < PEEK && input_read(in, &text, PEEK - text.n))
		;
	foreign_refuse(
	    text_str(&text), in->name, FOREIGN_TO_OURS, reader_find(text_str(&text)) != NULL);
	if (folding->find_difference) {
		/* The last line may be cut in the middle. */
		size_t whole = input_after_last_line(NULL, text_str(&text));
		bool found = is_difference(str_head(text_str(&text), whole > 0 ? whole : text.n));
		if (in->pieces == 1)
			folding->difference = found;
		else if (found && !folding->difference && folding->unlike.n == 0)
			text_put(&folding->unlike, str_from(in->name));
	}
	input_push_back(in, text_str(&text));
	text_free(&text);
}

static void **
new_states(const struct folding *folding)
{
	void **states = array_new((size_t)folding->workers, sizeof(*states));

	for (int i = 0; i < folding->workers; i++) {
		struct state *state = states[i] = array_new(1, sizeof(*state));
		select_open(&state->select, folding->keep, folding->drop);
	}
	return states;
}

/* Moves the first worker's fold out, and adds those of the others; false past 64 bits. */
static bool
unite(struct folding *folding, void **states)
{
	bool fits = true;

	for (int i = 0; i < folding->workers; i++) {
		struct state *state = states[i];
		if (i == 0)
			folding->fold = state->fold;
		else if (!fold_merge(&folding->fold, &state->fold))
			fits = false;
		if (i > 0)
			fold_free(&state->fold);
		select_close(&state->select);
		text_free(&state->stack);
		text_free(&state->clean);
		free(state);
	}
	free(states);
	return fits;
}

void
folding_run(struct folding *folding, char *const *operands, size_t n)
{
	struct input in;
	struct sink sink = {.folding = folding};
	struct blocks blocks = {
	    .input = &in,
	    .cut = input_after_last_line,
	    .work = fold_block,
	    .merge = merge_block,
	    .facts = folding,
	    .sink = &sink,
	    .states = new_states(folding),
	    .workers = folding->workers,
	    .result_size = sizeof(struct result),
	};

	input_open(&in, operands, n, folding->block_size);
	while (input_next(&in)) {
		look(folding, &in);
		sink.lines = 0;
		blocks_run(&blocks);
	}
	input_close(&in);
	if (!unite(folding, blocks.states) || sink.overflow)
		die("the counts add up to more than 64 bits can hold");
}

void
folding_say_unlike(struct folding *folding)
{
	if (folding->unlike.n > 0)
		die_warn("%s looks like a difference behind a file that is none, and is not taken "
			 "for one: read it by itself",
		    text_terminate(&folding->unlike));
}

void
folding_free(struct folding *folding)
{
	fold_free(&folding->fold);
	head_free(&folding->head);
	text_free(&folding->first_broken);
	text_free(&folding->unlike);
}
