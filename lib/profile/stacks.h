/* stacks.h - distinct stacks and what they weigh, as numbers of frames.
 *
 *	struct stacks stacks = {0};
 *	while (...)
 *		if (!stacks_add(&stacks, &folded))
 *			... the sum is past 64 bits
 *	stacks_finish(&stacks);
 *	for (size_t i = 0; i < stacks.n; i++)
 *		... stacks_at(&stacks, i)->frames[0], stacks.names.texts[..]
 *	stacks_free(&stacks);
 *
 * What fold.h does for fs-fold, for those who want frames and not text: a frame takes four bytes and
 * each name is kept once, so that a large profile takes a fraction of its text.  Stacks that come
 * sorted, as fs-fold writes them, are not looked up and not sorted again.
 * {0} is empty.  Running out of memory ends the program.
 */
#ifndef PROFILE_STACKS_H
#define PROFILE_STACKS_H

#include "base/intern.h"
#include "profile/folded.h"

struct stacks_entry {
	uint32_t *frames; /* names by number, root first; from stacks_finish on in the order of
	                     their bytes: the lesser name is the lesser number */
	uint32_t depth;   /* how many */
	struct weight weight, before;
};

struct stacks {
	bool in_order; /* as they come, only neighbours summed; set before the first stacks_add */
	struct stacks_entry *entries;
	size_t n, capacity;
	struct weight total, total_before;
	struct intern names;

	bool disordered; /* one came that sorts before the one in front of it */
	uint32_t *order; /* entries, sorted; NULL: as they stand */
	struct arena arena;
	struct text last; /* the stack that was entered last */
	uint32_t *frames; /* its frames, */
	size_t *ends;     /* and where in it they end */
	size_t depth, deepest, most_ends;
	struct stacks_slot *table; /* open addressing over entries, from the first disorder on */
	size_t table_size;         /* a power of two, or 0 */
};

/* False, and the stacks as they were, where the total is past 64 bits. */
bool stacks_add(struct stacks *stacks, const struct folded *folded);

/* Numbers the names in the order of their bytes, and puts the stacks that came in disorder in the
 * order of their frames, a stack before those that it begins.  Those that came sorted by the bytes of
 * their lines stay so: then what begins with a frame stands together, but that a stack which ends
 * with it may stand before, and between both those of longer names (`a`, `a1`, `a;b`).
 * Nothing can be added after that. */
void stacks_finish(struct stacks *stacks);

static inline const struct stacks_entry *
stacks_at(const struct stacks *stacks, size_t i)
{
	return &stacks->entries[stacks->order != NULL ? stacks->order[i] : i];
}

void stacks_free(struct stacks *stacks);

#endif
