/* keys.h - the keys of samples, what stands between a time and its tab, as numbers.
 *
 *	struct keys keys = {0};
 *	keys_add(&keys, &STR(" cpu=3 tid=7/9"), &number, 1);
 *	... keys.texts.texts[number], keys.samples[number]
 *	keys_free(&keys);
 *
 * {0} is empty.  Running out of memory ends the program.
 */
#ifndef ANALYSIS_KEYS_H
#define ANALYSIS_KEYS_H

#include "base/intern.h"

struct keys {
	struct intern texts;
	uint64_t *samples; /* how many have each */
	size_t capacity;
};

/* The numbers of the keys of up to INTERN_MOST samples. */
void keys_add(struct keys *keys, const struct str *texts, uint32_t *numbers, size_t n);

void keys_free(struct keys *keys);

#endif
