/* stack.c - the memo of whole stacks met before */
#include "profile/stack.h"

#include "base/array.h"

#include <stdlib.h>

enum {
	SET_BITS = 10, /* stacks with one leaf share a set */
	SETS = 1 << SET_BITS,
	WAYS = 4,
	KEY = 24,
	MOST_RAW = 16 * 1024,     /* a longer stack is no more often met than its frames */
	MOST_BYTES = 1024 * 1024, /* of all stacks; later ones are read frame by frame */
};

struct stack_set {
	struct stack stacks[WAYS]; /* raw is empty where none is remembered yet */
	uint64_t met[WAYS];        /* the fingerprints of the last ones met here */
	unsigned next, next_met;   /* the places to be used next */
};

static void
forget(struct stack_memo *memo)
{
	arena_free(&memo->arena);
	memset(memo->sets, 0, SETS * sizeof(*memo->sets));
	memo->renewed = memo->frames->renewed;
}

void
stack_open(struct stack_memo *memo, struct frame_memo *frames)
{
	*memo = (struct stack_memo){.frames = frames};
	memo->sets = array_new(SETS, sizeof(*memo->sets));
	memo->renewed = frames->renewed;
}

/* By the leaf's address, in the first columns. */
static struct stack_set *
find(const struct stack_memo *memo, const char *raw)
{
	uint64_t words[3];

	memcpy(words, raw, sizeof(words));
	uint64_t h = words[0] * 0x9e3779b97f4a7c15u;
	h = (h ^ h >> 32 ^ words[1]) * 0xff51afd7ed558ccdu;
	h = (h ^ h >> 32 ^ words[2]) * 0xc4ceb9fe1a85ec53u;
	return &memo->sets[h >> (64 - SET_BITS)];
}

const struct stack *
stack_match(struct stack_memo *memo, struct str rest)
{
	if (memo->renewed != memo->frames->renewed)
		forget(memo);
	if (rest.n < KEY)
		return NULL;
	const struct stack *stack = find(memo, rest.s)->stacks;
	for (size_t i = 0; i < WAYS && stack[i].raw.n > 0; i++)
		if (str_starts(rest, stack[i].raw))
			return &stack[i];
	return NULL;
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

size_t
stack_unknown(const struct frame *const *frames, size_t n)
{
	size_t unknown = 0;

	for (size_t i = 0; i < n; i++)
		unknown += frames[i]->unknown;
	return unknown;
}

size_t
stack_recorded(const struct frame *const *frames, size_t n)
{
	size_t recorded = 0;

	for (size_t i = 0; i < n; i++)
		recorded += frames[i]->kind != FRAME_INLINED;
	return recorded;
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

/* Whether that stack was met here before; takes note that now it is. */
static bool
was_met(struct stack_set *set, uint64_t print)
{
	for (size_t i = 0; i < WAYS; i++)
		if (set->met[i] == print)
			return true;
	set->met[set->next_met++ % WAYS] = print;
	return false;
}

void
stack_note(struct stack_memo *memo, struct str raw, size_t lines, const struct frame *const *frames,
    size_t n)
{
	if (raw.n < KEY || raw.n > MOST_RAW || n == 0 || memo->arena.total > MOST_BYTES ||
	    memo->renewed != memo->frames->renewed)
		return;
	struct stack_set *set = find(memo, raw.s);
	if (!was_met(set, fingerprint(frames, n)))
		return;
	const struct frame **copy = arena_new(&memo->arena, n * sizeof(*copy));
	memcpy(copy, frames, n * sizeof(*copy));
	set->stacks[set->next++ % WAYS] = (struct stack){
	    .frames = copy,
	    .n = n,
	    .label = join(memo, frames, n),
	    .raw = arena_copy(&memo->arena, raw),
	    .lines = lines,
	    .unknown = stack_unknown(frames, n),
	    .recorded = stack_recorded(frames, n),
	    .leaf_unknown = frames[0]->unknown,
	};
}

void
stack_close(struct stack_memo *memo)
{
	arena_free(&memo->arena);
	free(memo->sets);
	*memo = (struct stack_memo){0};
}
