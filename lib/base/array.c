/* array.c - memory that grows */
#include "base/array.h"

#include "base/die.h"

#include <stdint.h>
#include <stdlib.h>

void *
array_grow(void *memory, size_t *capacity, size_t need, size_t size)
{
	size_t n = *capacity + *capacity / 2;

	if (need <= *capacity)
		return memory;
	if (n < need)
		n = need;
	if (n < 16)
		n = 16;
	if (n < *capacity || n > SIZE_MAX / size)
		die("out of memory");
	memory = realloc(memory, n * size);
	if (memory == NULL)
		die("out of memory");
	*capacity = n;
	return memory;
}

void *
array_new(size_t n, size_t size)
{
	void *memory = calloc(n ? n : 1, size ? size : 1);

	if (memory == NULL)
		die("out of memory");
	return memory;
}

size_t
array_sum(size_t a, size_t b)
{
	if (a > SIZE_MAX - b)
		die("out of memory");
	return a + b;
}
