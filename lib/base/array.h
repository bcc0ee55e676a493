/* array.h - memory that grows, every size checked for overflow.
 *
 *	struct row *rows = NULL;
 *	size_t n = 0, capacity = 0;
 *	if (n == capacity)
 *		rows = array_grow(rows, &capacity, n + 1, sizeof(*rows));
 *	rows[n++] = row;
 *
 * The caller frees with free().  Running out of memory ends the program.
 */
#ifndef BASE_ARRAY_H
#define BASE_ARRAY_H

#include <stddef.h>

/* memory, moved or not, with room for at least need elements of size bytes; *capacity tells for
 * how many.  Grows by half or more, so that appending costs the same an element however many. */
void *array_grow(void *memory, size_t *capacity, size_t need, size_t size);

/* n elements of size bytes, all zero. */
void *array_new(size_t n, size_t size);

/* a + b; ends the program where that is past what a size can say. */
size_t array_sum(size_t a, size_t b);

#endif
