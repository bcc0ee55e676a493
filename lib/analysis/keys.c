/* keys.c - the keys of samples as numbers */
#include "analysis/keys.h"

#include "base/array.h"

#include <stdlib.h>

static void
make_room(struct keys *keys)
{
	size_t before = keys->capacity;

	if (keys->texts.n <= before)
		return;
	keys->samples =
	    array_grow(keys->samples, &keys->capacity, keys->texts.n, sizeof(*keys->samples));
	memset(keys->samples + before, 0, (keys->capacity - before) * sizeof(*keys->samples));
}

void
keys_add(struct keys *keys, const struct str *texts, uint32_t *numbers, size_t n)
{
	intern_add_all(&keys->texts, texts, numbers, n);
	make_room(keys);
	for (size_t i = 0; i < n; i++)
		keys->samples[numbers[i]]++;
}

void
keys_free(struct keys *keys)
{
	intern_free(&keys->texts);
	free(keys->samples);
	*keys = (struct keys){0};
}
