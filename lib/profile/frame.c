/* frame.c - the memo of the frames met before */
#include "profile/frame.h"

#include "base/array.h"
#include "profile/idle.h"
#include "profile/label.h"

#include <stdlib.h>

enum { SLOT_BITS = 13, SLOTS = 1 << SLOT_BITS, KEY = 24, MOST_BYTES = 1536 * 1024 };

/* What is compared at a hit stands together. */
struct frame_slot {
	const char *raw;
	size_t n;
	const struct frame *frame;
};

static uint64_t
word(const char *s)
{
	uint64_t bytes;

	memcpy(&bytes, s, sizeof(bytes));
	return bytes;
}

/* The first of the two neighbouring slots that a line can be in.  The address alone, which fills the
 * first columns of a line, tells nearly all lines apart; its last digits, in which neighbours differ,
 * are the high bytes of a word, and a product carries them up alone: so the highest bits are taken. */
static size_t
place(const char *line)
{
	uint64_t h = word(line + 1) * 0x9e3779b97f4a7c15u;

	h = (h ^ h >> 32 ^ word(line + 9)) * 0xff51afd7ed558ccdu;
	h = (h ^ h >> 32 ^ word(line + 16)) * 0xc4ceb9fe1a85ec53u;
	return h >> (64 - SLOT_BITS) & ~(size_t)1;
}

void
frame_open(struct frame_memo *memo, const struct name_style *style)
{
	*memo = (struct frame_memo){.style = *style};
	memo->slots = array_new(SLOTS, sizeof(*memo->slots));
}

static inline bool
is_in(const struct frame_slot *slot, struct str rest)
{
	return slot->raw != NULL && slot->n < rest.n && rest.s[slot->n] == '\n' &&
	    memcmp(slot->raw, rest.s, slot->n) == 0;
}

const struct frame *
frame_match(const struct frame_memo *memo, struct str rest, size_t *used)
{
	if (rest.n < KEY)
		return NULL;
	const struct frame_slot *slot = &memo->slots[place(rest.s)];
	if (!is_in(slot, rest) && !is_in(++slot, rest))
		return NULL;
	*used = slot->n + 1;
	return slot->frame;
}

/* Of the two that may be there the older one goes. */
static void
remember(struct frame_memo *memo, struct str raw, const struct frame *frame)
{
	struct frame_slot *slot = &memo->slots[place(raw.s)];

	slot[1] = slot[0];
	slot[0] = (struct frame_slot){arena_copy(&memo->arena, raw).s, raw.n, frame};
}

const struct frame *
frame_add(struct frame_memo *memo, struct str raw, const struct frame *frame)
{
	struct frame *copy = arena_new(&memo->arena, sizeof(*copy));

	*copy = *frame;
	copy->symbol = arena_copy(&memo->arena, frame->symbol);
	copy->name = arena_copy(&memo->arena, frame->name);
	copy->module = arena_copy(&memo->arena, frame->module);
	copy->address = arena_copy(&memo->arena, frame->address);
	copy->source = arena_copy(&memo->arena, frame->source);
	copy->idle = idle_of_name(copy->name, memo->idle);
	copy->unknown = name_is_unknown(copy);
	text_clear(&memo->label);
	label_put(&memo->label, &memo->style, copy);
	copy->label = arena_copy(&memo->arena, text_str(&memo->label));
	if (raw.n >= KEY)
		remember(memo, raw, copy);
	return copy;
}

void
frame_renew(struct frame_memo *memo)
{
	if (memo->arena.total <= MOST_BYTES)
		return;
	arena_free(&memo->arena);
	memset(memo->slots, 0, SLOTS * sizeof(*memo->slots));
	memo->renewed++;
}

void
frame_close(struct frame_memo *memo)
{
	arena_free(&memo->arena);
	text_free(&memo->label);
	free(memo->slots);
	*memo = (struct frame_memo){0};
}
