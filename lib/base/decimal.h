/* decimal.h - numbers that users write: 0.5, .5, 1e-6.
 *
 *	uint64_t billionths;
 *	if (decimal_parse(STR("2.5"), &billionths))	2500000000
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/str.h"

/* Reads all of s as [DIGITS][.DIGITS][e[+-]DIGITS], in billionths; what is finer is cut off.  False, and
 * *billionths as it was, for anything else, or for more than nine billion. */
bool decimal_parse(struct str s, uint64_t *billionths);

#endif
