/* stack.c - the memo of whole stacks met before */
#include "profile/stack.h"

#include "base/array.h"

#include <stdlib.h>

enum {
	SLOTS = 2048,
	KEY = 24,
	MOST_RAW = 16 * 1024,     /* a longer stack is no more often met than its frames */
	MOST_BYTES = 1024 * 1024, /* of all stacks; later ones are read frame by frame */
};

struct stack_slot {
	struct stack stack; /* raw is empty where none is remembered yet */
	uint64_t met;       /* the fingerprint of the last one met here */
};

static void
forget(struct stack_memo *memo)
{
	arena_free(&memo->arena);
	memset(memo->slots, 0, SLOTS * sizeof(*memo->slots));
	memo->renewed = memo->frames->renewed;
}

void
stack_open(struct stack_memo *memo, struct frame_memo *frames)
{
	*memo = (struct stack_memo){.frames = frames};
	memo->slots = array_new(SLOTS, sizeof(*memo->slots));
	memo->renewed = frames->renewed;
}

/* The leaf's address, in the first columns, tells most stacks apart. */
static struct stack_slot *
find(const struct stack_memo *memo, const char *raw)
{
	uint64_t words[3];

	memcpy(words, raw, sizeof(words));
	uint64_t h = (words[0] ^ words[1] * 0x9e3779b97f4a7c15u) + words[2];
	h = (h ^ h >> 29) * 0xff51afd7ed558ccdu;
	return &memo->slots[h >> 32 & (SLOTS - 1)];
}

const struct stack *
stack_match(struct stack_memo *memo, struct str rest)
{
	if (memo->renewed != memo->frames->renewed)
		forget(memo);
	if (rest.n < KEY)
		return NULL;
	const struct stack *stack = &find(memo, rest.s)->stack;
	if (stack->raw.n == 0 || !str_starts(rest, stack->raw))
		return NULL;
	return stack;
}

/* Frames are remembered one by one: their places tell one stack from another. */
static uint64_t
fingerprint(const struct frame *const *frames, size_t n)
{
	uint64_t h = n;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (uintptr_t)frames[i]) * 0x9e3779b97f4a7c15u;
	return h | 1;
}

static struct str
join(struct stack_memo *memo, const struct frame *const *frames, size_t n)
{
	struct text text = {0};

	for (size_t i = n; i-- > 0;) {
		if (frames[i]->label.n == 0)
			continue;
		if (text.n > 0)
			text_put_char(&text, ';');
		text_put(&text, frames[i]->label);
	}
	struct str label = arena_copy(&memo->arena, text_str(&text));
	text_free(&text);
	return label;
}

void
stack_note(struct stack_memo *memo, struct str raw, size_t lines, const struct frame *const *frames,
    size_t n)
{
	if (raw.n < KEY || raw.n > MOST_RAW || n == 0 || memo->arena.total > MOST_BYTES ||
	    memo->renewed != memo->frames->renewed)
		return;
	struct stack_slot *slot = find(memo, raw.s);
	uint64_t print = fingerprint(frames, n);
	if (slot->met != print) {
		slot->met = print;
		return;
	}
	const struct frame **copy = arena_new(&memo->arena, n * sizeof(*copy));
	memcpy(copy, frames, n * sizeof(*copy));
	slot->stack = (struct stack){
	    .frames = copy,
	    .n = n,
	    .label = join(memo, frames, n),
	    .raw = arena_copy(&memo->arena, raw),
	    .lines = lines,
	};
}

void
stack_close(struct stack_memo *memo)
{
	arena_free(&memo->arena);
	free(memo->slots);
	*memo = (struct stack_memo){0};
}
