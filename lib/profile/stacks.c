/* stacks.c - distinct stacks as numbers of frames */
#include "profile/stacks.h"

#include "base/array.h"
#include "base/die.h"
#include "profile/stacks_sort.h"

#include <stdlib.h>

struct stacks_slot {
	uint32_t hash;  /* of the text */
	uint32_t entry; /* index plus one; 0 is an empty slot */
};

static void
insert(struct stacks_slot *table, size_t size, struct stacks_slot slot)
{
	size_t i = slot.hash & (size - 1);

	while (table[i].entry != 0)
		i = (i + 1) & (size - 1);
	table[i] = slot;
}

static void
grow_table(struct stacks *stacks)
{
	size_t size = stacks->table_size ? stacks->table_size * 2 : 1024;
	struct stacks_slot *table = array_new(size, sizeof(*table));

	for (size_t i = 0; i < stacks->table_size; i++)
		if (stacks->table[i].entry != 0)
			insert(table, size, stacks->table[i]);
	free(stacks->table);
	stacks->table = table;
	stacks->table_size = size;
}

static void
remember(struct stacks *stacks, uint32_t hash, size_t entry)
{
	if (entry >= stacks->table_size / 2)
		grow_table(stacks);
	insert(stacks->table, stacks->table_size, (struct stacks_slot){hash, (uint32_t)entry + 1});
}

/* From the first stack in disorder on, each has to be looked up. */
static void
begin_table(struct stacks *stacks)
{
	struct text text = {0};

	stacks->disordered = true;
	for (size_t i = 0; i < stacks->n; i++) {
		const struct stacks_entry *entry = &stacks->entries[i];
		text_clear(&text);
		for (uint32_t j = 0; j < entry->depth; j++) {
			if (j > 0)
				text_put_char(&text, ';');
			text_put(&text, stacks->names.texts[entry->frames[j]]);
		}
		remember(stacks, (uint32_t)str_hash(text_str(&text)), i);
	}
	text_free(&text);
}

/* Whether an entry is that stack. */
static bool
is_text(const struct stacks *stacks, const struct stacks_entry *entry, struct str stack)
{
	for (uint32_t i = 0; i < entry->depth; i++) {
		struct str name = stacks->names.texts[entry->frames[i]];
		bool last = i + 1 == entry->depth;
		if (!str_starts(stack, name) || (stack.n == name.n) != last ||
		    (!last && stack.s[name.n] != ';'))
			return false;
		stack = str_skip(stack, name.n + !last);
	}
	return true;
}

static struct stacks_entry *
find(const struct stacks *stacks, struct str stack, uint32_t hash)
{
	size_t mask = stacks->table_size - 1;

	for (size_t i = hash & mask; stacks->table[i].entry != 0; i = (i + 1) & mask) {
		struct stacks_entry *entry = &stacks->entries[stacks->table[i].entry - 1];
		if (stacks->table[i].hash == hash && is_text(stacks, entry, stack))
			return entry;
	}
	return NULL;
}

/* How many bytes at the front of both are the same. */
static size_t
common(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n, i = 0;

	while (n - i >= 64 && memcmp(a.s + i, b.s + i, 64) == 0)
		i += 64;
	while (i < n && a.s[i] == b.s[i])
		i++;
	return i;
}

static void
push(struct stacks *stacks, struct str name, size_t end)
{
	size_t depth = stacks->depth;

	if (depth == UINT32_MAX)
		die("a stack of more than %lu frames", (unsigned long)UINT32_MAX);
	if (depth == stacks->deepest)
		stacks->frames = array_grow(
		    stacks->frames, &stacks->deepest, depth + 1, sizeof(*stacks->frames));
	if (depth == stacks->most_ends)
		stacks->ends =
		    array_grow(stacks->ends, &stacks->most_ends, depth + 1, sizeof(*stacks->ends));
	stacks->frames[depth] = intern_add(&stacks->names, name);
	stacks->ends[depth] = end;
	stacks->depth++;
}

/* The frames of a stack that shares so many bytes with the last: those of the last need not be looked
 * up. */
static void
split(struct stacks *stacks, struct str stack, size_t shared)
{
	while (stacks->depth > 0) {
		size_t end = stacks->ends[stacks->depth - 1];
		if (end < shared || (end == shared && (stack.n == end || stack.s[end] == ';')))
			break;
		stacks->depth--;
	}
	size_t at = stacks->depth > 0 ? stacks->ends[stacks->depth - 1] + 1 : 0;
	while (at <= stack.n) {
		struct str rest = str_skip(stack, at);
		struct str name = str_head(rest, str_find_char(rest, ';'));
		at += name.n;
		push(stacks, name, at++);
	}
}

static void
enter(struct stacks *stacks, const struct folded *folded, size_t shared)
{
	split(stacks, folded->stack, shared);
	if (stacks->n == UINT32_MAX - 1)
		die("more than %lu different stacks", (unsigned long)(UINT32_MAX - 1));
	if (stacks->n == stacks->capacity)
		stacks->entries = array_grow(
		    stacks->entries, &stacks->capacity, stacks->n + 1, sizeof(*stacks->entries));
	size_t size = stacks->depth * sizeof(*stacks->frames);
	uint32_t *frames = arena_new(&stacks->arena, size);
	memcpy(frames, stacks->frames, size);
	stacks->entries[stacks->n++] =
	    (struct stacks_entry){frames, (uint32_t)stacks->depth, folded->weight, folded->before};
	text_clear(&stacks->last);
	text_put(&stacks->last, folded->stack);
}

/* Where the total fits, each sum does. */
static void
sum_up(struct stacks_entry *entry, const struct folded *folded)
{
	folded_add(&entry->weight, folded->weight);
	folded_add(&entry->before, folded->before);
}

/* Where stacks are in no order. */
static void
add_anywhere(struct stacks *stacks, const struct folded *folded)
{
	struct str stack = folded->stack;
	uint32_t hash = (uint32_t)str_hash(stack);
	struct stacks_entry *entry = find(stacks, stack, hash);

	if (entry != NULL) {
		sum_up(entry, folded);
		return;
	}
	enter(stacks, folded, common(text_str(&stacks->last), stack));
	remember(stacks, hash, stacks->n - 1);
}

static void
add(struct stacks *stacks, const struct folded *folded)
{
	struct str stack = folded->stack, last = text_str(&stacks->last);

	if (stacks->disordered) {
		add_anywhere(stacks, folded);
		return;
	}
	size_t shared = common(last, stack);
	if (stacks->n > 0 && shared == last.n && shared == stack.n) {
		sum_up(&stacks->entries[stacks->n - 1], folded);
	} else if (stacks->in_order || shared == last.n ||
	    (shared < stack.n && (unsigned char)last.s[shared] < (unsigned char)stack.s[shared])) {
		enter(stacks, folded, shared);
	} else {
		begin_table(stacks);
		add_anywhere(stacks, folded);
	}
}

bool
stacks_add(struct stacks *stacks, const struct folded *folded)
{
	struct weight total = stacks->total, total_before = stacks->total_before;

	if (!folded_add(&total, folded->weight) || !folded_add(&total_before, folded->before))
		return false;
	add(stacks, folded);
	stacks->total = total;
	stacks->total_before = total_before;
	return true;
}

void
stacks_finish(struct stacks *stacks)
{
	uint32_t *ranks = intern_sort(&stacks->names);

	free(stacks->table);
	stacks->table = NULL;
	for (size_t i = 0; i < stacks->n; i++)
		for (uint32_t j = 0; j < stacks->entries[i].depth; j++)
			stacks->entries[i].frames[j] = ranks[stacks->entries[i].frames[j]];
	free(ranks);
	if (stacks->disordered)
		stacks->order = stacks_sort(stacks->entries, stacks->n);
}

void
stacks_free(struct stacks *stacks)
{
	free(stacks->entries);
	free(stacks->order);
	free(stacks->frames);
	free(stacks->ends);
	free(stacks->table);
	text_free(&stacks->last);
	intern_free(&stacks->names);
	arena_free(&stacks->arena);
	*stacks = (struct stacks){0};
}
