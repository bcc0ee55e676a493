/* intern.h - texts as numbers: each different text is kept once.
 *
 *	struct intern names = {0};
 *	uint32_t main = intern_add(&names, STR("main"));
 *	... names.texts[main], names.n
 *	intern_free(&names);
 *
 * Texts are copied in; numbers count from 0, in the order in which texts first came, until
 * intern_sort.  {0} is empty.  Running out of memory, or of numbers, ends the program.
 */
#ifndef BASE_INTERN_H
#define BASE_INTERN_H

#include "base/arena.h"

struct intern {
	struct str *texts; /* by number */
	size_t n, capacity;
	struct intern_slot *table; /* open addressing over texts */
	size_t table_size;         /* a power of two, or 0 */
	struct arena arena;
};

/* The number of a text. */
uint32_t intern_add(struct intern *intern, struct str text);

/* The number of a text that was added, into *number; false where it was not. */
bool intern_find(const struct intern *intern, struct str text, uint32_t *number);

enum { INTERN_MOST = 32 };

/* The numbers of up to that many texts at once, in their order: where there are many long texts, that
 * does not wait for memory text by text. */
void intern_add_all(struct intern *intern, const struct str *texts, uint32_t *numbers, size_t n);

/* Numbers the texts anew, in the order of their bytes.  Returns, by old number, the new ones, to be
 * freed by the caller.  Nothing can be added or found after that. */
uint32_t *intern_sort(struct intern *intern);

void intern_free(struct intern *intern);

#endif
