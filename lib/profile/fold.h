/* fold.h - total weight of every distinct stack.
 *
 *	struct fold fold = {0};
 *	while (...)
 *		if (!fold_add(&fold, &folded))
 *			... the sum is past 64 bits
 *	fold_sort(&fold);
 *	for (size_t i = 0; i < fold.n; i++)
 *		... fold.entries[i].stack, .weight
 *	fold_free(&fold);
 *
 * Stacks are copied in; they are good until fold_free.  {0} is an empty fold.
 * Running out of memory ends the program.
 */
#ifndef PROFILE_FOLD_H
#define PROFILE_FOLD_H

#include "base/arena.h"
#include "profile/folded.h"

struct fold {
	struct folded *entries;
	size_t n, capacity;
	struct fold_slot *table; /* open addressing over entries */
	size_t table_size;       /* a power of two, or 0 */
	struct arena arena;
	struct weight total, total_before; /* the latter of the before of differences */
};

/* False, and the fold as it was, where the stack's sum, or the total, is past 64 bits. */
bool fold_add(struct fold *fold, const struct folded *folded);

/* Adds all of another fold; false as fold_add. */
bool fold_merge(struct fold *fold, const struct fold *other);

/* Puts the entries in the order of their stacks' bytes.  Nothing can be added after that. */
void fold_sort(struct fold *fold);

void fold_free(struct fold *fold);

#endif
