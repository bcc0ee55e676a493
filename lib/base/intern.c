/* intern.c - texts as numbers */
#include "base/intern.h"

#include "base/array.h"
#include "base/die.h"
#include "base/order.h"

#include <stdlib.h>

enum { LINE = 64 }; /* bytes that memory fetches at once */

/* Part of the hash spares most looks at the text. */
struct intern_slot {
	uint32_t hash;
	uint32_t text; /* number plus one; 0 is an empty slot */
};

static void
insert(struct intern_slot *table, size_t size, struct intern_slot slot)
{
	size_t i = slot.hash & (size - 1);

	while (table[i].text != 0)
		i = (i + 1) & (size - 1);
	table[i] = slot;
}

static void
grow_table(struct intern *intern)
{
	size_t size = intern->table_size ? intern->table_size * 2 : 1024;
	struct intern_slot *table = array_new(size, sizeof(*table));

	for (size_t i = 0; i < intern->table_size; i++)
		if (intern->table[i].text != 0)
			insert(table, size, intern->table[i]);
	free(intern->table);
	intern->table = table;
	intern->table_size = size;
}

static uint32_t
add(struct intern *intern, struct str text, uint32_t hash)
{
	if (intern->n == UINT32_MAX - 1)
		die("more than %lu different names", (unsigned long)(UINT32_MAX - 1));
	if (intern->n == intern->capacity)
		intern->texts = array_grow(
		    intern->texts, &intern->capacity, intern->n + 1, sizeof(*intern->texts));
	intern->texts[intern->n++] = arena_copy(&intern->arena, text);
	insert(intern->table, intern->table_size, (struct intern_slot){hash, (uint32_t)intern->n});
	return (uint32_t)intern->n - 1;
}

/* Where text is in the table, or would be. */
static const struct intern_slot *
look_up(const struct intern *intern, struct str text, uint32_t hash)
{
	size_t mask = intern->table_size - 1;

	for (size_t i = hash & mask;; i = (i + 1) & mask) {
		const struct intern_slot *slot = &intern->table[i];
		if (slot->text == 0 ||
		    (slot->hash == hash && str_equal(intern->texts[slot->text - 1], text)))
			return slot;
	}
}

uint32_t
intern_add(struct intern *intern, struct str text)
{
	uint32_t hash = (uint32_t)str_hash(text);

	if (intern->n >= intern->table_size / 2)
		grow_table(intern);
	const struct intern_slot *slot = look_up(intern, text, hash);
	return slot->text != 0 ? slot->text - 1 : add(intern, text, hash);
}

bool
intern_find(const struct intern *intern, struct str text, uint32_t *number)
{
	if (intern->table_size == 0)
		return false;
	const struct intern_slot *slot = look_up(intern, text, (uint32_t)str_hash(text));
	if (slot->text != 0)
		*number = slot->text - 1;
	return slot->text != 0;
}

void
intern_add_all(struct intern *intern, const struct str *texts, uint32_t *numbers, size_t n)
{
	uint32_t hashes[INTERN_MOST];

	if (intern->n + n >= intern->table_size / 2)
		grow_table(intern);
	for (size_t i = 0; i < n; i++) {
		hashes[i] = (uint32_t)str_hash(texts[i]);
		__builtin_prefetch(&intern->table[hashes[i] & (intern->table_size - 1)]);
	}
	/* In a function of its own this would be taken for one that does nothing, and left out. */
	for (size_t i = 0; i < n; i++) {
		const struct intern_slot *slot =
		    &intern->table[hashes[i] & (intern->table_size - 1)];
		struct str text = slot->text != 0 ? intern->texts[slot->text - 1] : STR("");
		for (size_t at = 0; at < text.n; at += LINE)
			__builtin_prefetch(text.s + at);
	}
	for (size_t i = 0; i < n; i++) {
		const struct intern_slot *slot = look_up(intern, texts[i], hashes[i]);
		numbers[i] = slot->text != 0 ? slot->text - 1 : add(intern, texts[i], hashes[i]);
	}
}

uint32_t *
intern_sort(struct intern *intern)
{
	/* First, so that what follows can have its memory. */
	free(intern->table);
	intern->table = NULL;
	intern->table_size = 0;
	uint32_t *order = order_texts(intern->texts, intern->n);
	uint32_t *ranks = array_new(intern->n, sizeof(*ranks));
	struct str *texts = array_new(intern->n, sizeof(*texts));
	for (size_t i = 0; i < intern->n; i++) {
		texts[i] = intern->texts[order[i]];
		ranks[order[i]] = (uint32_t)i;
	}
	free(order);
	free(intern->texts);
	intern->texts = texts;
	intern->capacity = intern->n;
	return ranks;
}

void
intern_free(struct intern *intern)
{
	free(intern->texts);
	free(intern->table);
	arena_free(&intern->arena);
	*intern = (struct intern){0};
}
