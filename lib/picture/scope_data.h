/* scope_data.h - the samples of one or two profiles as text inside a page.
 *
 *	struct scope_data data = {.ends = &stacks, .keys = &keys, .profiles = {&samples}, .n = 1};
 *	scope_data_put(&data, &text);
 *
 * The format is in docs/design.md, "The data of a scope"; scope_data.js reads it.
 */
#ifndef PICTURE_SCOPE_DATA_H
#define PICTURE_SCOPE_DATA_H

#include "analysis/ends.h"
#include "analysis/keys.h"
#include "analysis/samples.h"
#include "picture/marks.h"
#include "picture/palette.h"

enum { SCOPE_DATA_PROFILES = 2 };

/* Between the first and the last sample of a profile there may be that many nanoseconds, 104 days:
 * more than that a script cannot count. */
#define SCOPE_DATA_LONGEST ((nsec)1 << 53)

struct scope_data {
	const struct ends *ends; /* of all profiles, grown */
	const struct keys *keys; /* of all profiles */
	struct samples *profiles[SCOPE_DATA_PROFILES];
	struct marks marks[SCOPE_DATA_PROFILES]; /* of which the gaps are told */
	size_t n;
	enum palette palette;
};

/* Writes script elements that hold data. */
void scope_data_put(const struct scope_data *data, struct text *text);

#endif
