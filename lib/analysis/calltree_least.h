/* calltree_least.h - which boxes of a flame graph are too narrow to be kept.
 *
 *	struct calltree_least least;
 *	if (calltree_least_parse(STR("0.1%"), 11800, &least))
 *		lightest = calltree_least_weight(least, total);
 */
#ifndef ANALYSIS_CALLTREE_LEAST_H
#define ANALYSIS_CALLTREE_LEAST_H

#include "base/str.h"

/* A box is kept where it weighs something, and at least least of parts equal parts of all.  What
 * stands on a box weighs no more than it, so the box under a kept box is kept. */
struct calltree_least {
	uint32_t parts, least;
};

/* Reads `0.1`, pixels, of which all boxes have tenths / 10, or `0.1%` of all, to a thousandth.  False,
 * and *least as it was, where s is neither, or more than all. */
bool calltree_least_parse(struct str s, uint32_t tenths, struct calltree_least *least);

/* What a box weighs at least that is kept. */
uint64_t calltree_least_weight(struct calltree_least least, uint64_t total);

#endif
