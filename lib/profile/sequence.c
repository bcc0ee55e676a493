/* sequence.c - stacks in the order of time */
#include "profile/sequence.h"

#include "base/array.h"
#include "base/die.h"
#include "profile/lines.h"
#include "profile/select.h"

#include <inttypes.h>
#include <stdlib.h>

struct item {
	nsec time; /* 0 of a plain line */
	size_t number;
	struct folded folded;
};

struct items {
	struct item *items;
	size_t n, capacity;
};

static void
add(struct sequence *sequence, struct items *items, const struct timed *timed, struct text *text)
{
	struct str stack = timed->folded.stack;

	if (sequence->rewrite != NULL)
		stack = rewrite_stack(sequence->rewrite, timed->keys, stack, text);
	if (items->n == items->capacity)
		items->items =
		    array_grow(items->items, &items->capacity, items->n + 1, sizeof(*items->items));
	items->items[items->n] = (struct item){
	    .time = timed->time,
	    .number = items->n,
	    .folded = {.stack = arena_copy(&sequence->arena, stack),
		.weight = timed->folded.weight},
	};
	items->n++;
}

static void
read_lines(struct sequence *sequence, struct lines *lines, struct items *items)
{
	struct select select;
	struct text text = {0};
	struct timed timed;
	enum timed_kind kind;

	select_open(&select, sequence->keep, sequence->drop);
	while ((kind = lines_next(lines, &timed)) != TIMED_END) {
		if (kind == TIMED_BROKEN && sequence->broken++ == 0)
			text_print(&sequence->first_broken, "%s:%" PRIu64, lines->input.name,
			    lines->number);
		if (kind == TIMED_COMMENT)
			head_add(&sequence->head, timed.key, timed.value);
		if ((kind == TIMED_SAMPLE || kind == TIMED_PLAIN) &&
		    select_takes(&select, timed.folded.stack))
			add(sequence, items, &timed, &text);
	}
	select_close(&select);
	text_free(&text);
}

static int
compare(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->time != y->time)
		return x->time < y->time ? -1 : 1;
	return x->number < y->number ? -1 : 1;
}

static void
join(struct sequence *sequence, const struct items *items)
{
	sequence->entries = array_new(items->n, sizeof(*sequence->entries));
	for (size_t i = 0; i < items->n; i++) {
		struct folded next = items->items[i].folded;
		size_t last = sequence->n - 1; /* where there is one */
		if (!folded_add(&sequence->total, next.weight))
			die("the counts add up to more than 64 bits can hold");
		if (sequence->n > 0 && str_equal(sequence->entries[last].stack, next.stack))
			folded_add(&sequence->entries[last].weight, next.weight);
		else
			sequence->entries[sequence->n++] = next;
	}
}

void
sequence_run(struct sequence *sequence, char *const *operands, size_t n, size_t block_size)
{
	struct items items = {0};
	struct lines lines;

	lines_open(&lines, operands, n, block_size);
	read_lines(sequence, &lines, &items);
	if (items.n > 1)
		qsort(items.items, items.n, sizeof(*items.items), compare);
	join(sequence, &items);
	free(items.items);
	lines_close(&lines);
}

void
sequence_free(struct sequence *sequence)
{
	free(sequence->entries);
	head_free(&sequence->head);
	text_free(&sequence->first_broken);
	arena_free(&sequence->arena);
}
