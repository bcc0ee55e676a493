/* fold.c - total weight of every distinct stack */
#include "profile/fold.h"

#include "base/array.h"

#include <stdlib.h>

struct fold_slot {
	uint64_t hash;
	uint64_t entry; /* index into entries plus one; 0 is an empty slot */
};

static void
insert(struct fold_slot *table, size_t size, struct fold_slot slot)
{
	size_t i = slot.hash & (size - 1);

	while (table[i].entry != 0)
		i = (i + 1) & (size - 1);
	table[i] = slot;
}

static void
grow_table(struct fold *fold)
{
	size_t size = fold->table_size ? fold->table_size * 2 : 1024;
	struct fold_slot *table = array_new(size, sizeof(*table));

	for (size_t i = 0; i < fold->table_size; i++)
		if (fold->table[i].entry != 0)
			insert(table, size, fold->table[i]);
	free(fold->table);
	fold->table = table;
	fold->table_size = size;
}

static struct folded *
find(const struct fold *fold, struct str stack, uint64_t hash)
{
	size_t i = hash & (fold->table_size - 1);

	for (; fold->table[i].entry != 0; i = (i + 1) & (fold->table_size - 1)) {
		struct folded *entry = &fold->entries[fold->table[i].entry - 1];
		if (fold->table[i].hash == hash && str_equal(entry->stack, stack))
			return entry;
	}
	return NULL;
}

bool
fold_add(struct fold *fold, const struct folded *folded)
{
	struct str stack = folded->stack;
	uint64_t hash = str_hash(stack);
	struct weight total = fold->total, total_before = fold->total_before;

	/* Where the total fits, each stack's sum does. */
	if (!folded_add(&total, folded->weight) || !folded_add(&total_before, folded->before))
		return false;
	if (fold->n >= fold->table_size / 2)
		grow_table(fold);
	struct folded *entry = find(fold, stack, hash);
	if (entry != NULL) {
		folded_add(&entry->weight, folded->weight);
		folded_add(&entry->before, folded->before);
	} else {
		if (fold->n == fold->capacity)
			fold->entries = array_grow(
			    fold->entries, &fold->capacity, fold->n + 1, sizeof(*fold->entries));
		fold->entries[fold->n++] = (struct folded){
		    arena_copy(&fold->arena, stack), folded->weight, folded->before};
		insert(fold->table, fold->table_size, (struct fold_slot){hash, fold->n});
	}
	fold->total = total;
	fold->total_before = total_before;
	return true;
}

bool
fold_merge(struct fold *fold, const struct fold *other)
{
	for (size_t i = 0; i < other->n; i++)
		if (!fold_add(fold, &other->entries[i]))
			return false;
	return true;
}

static int
compare(const void *a, const void *b)
{
	const struct folded *x = a, *y = b;

	return str_compare(x->stack, y->stack);
}

void
fold_sort(struct fold *fold)
{
	free(fold->table);
	fold->table = NULL;
	fold->table_size = 0;
	if (fold->n > 1)
		qsort(fold->entries, fold->n, sizeof(*fold->entries), compare);
}

void
fold_free(struct fold *fold)
{
	free(fold->entries);
	free(fold->table);
	arena_free(&fold->arena);
	*fold = (struct fold){0};
}
