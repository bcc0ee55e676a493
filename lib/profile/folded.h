/* folded.h - folded lines: FRAME;FRAME;...;FRAME COUNT, or, of a difference, BEFORE AFTER.
 *
 * The grammar is fs-folded(5).  Lines of other tools are read too: a carriage return at the end,
 * a count with a fraction.
 */
#ifndef PROFILE_FOLDED_H
#define PROFILE_FOLDED_H

#include "base/text.h"

/* A weight is a whole number and billionths of one, which only other tools write. */
struct weight {
	uint64_t whole;
	uint32_t billionths;
};

struct folded {
	struct str stack; /* borrowed from the line */
	struct weight weight;
	struct weight before; /* of a difference, the other side; else 0 */
};

/* A count by itself, `14` or `14.5`; false, and *weight as it was, where it is none or past 64 bits. */
bool folded_parse_weight(struct str count, struct weight *weight);

/* False, and *folded as it was, where line does not end in a blank and a count that fits 64 bits,
 * or nothing stands before them. */
bool folded_parse(struct str line, struct folded *folded);

/* The same for a line of a difference, `STACK BEFORE AFTER`: false where it does not end in two
 * counts. */
bool folded_parse_difference(struct str line, struct folded *folded);

/* The same as folded_add where there are fractions, or the sum does not fit. */
bool folded_add_fraction(struct weight *sum, struct weight weight);

/* Adds to *sum; false, and *sum as it was, where the sum does not fit 64 bits. */
static inline bool
folded_add(struct weight *sum, struct weight weight)
{
	if ((sum->billionths | weight.billionths) != 0 || sum->whole > UINT64_MAX - weight.whole)
		return folded_add_fraction(sum, weight);
	sum->whole += weight.whole;
	return true;
}

/* Says how many lines are not understood, where there are any, and where the first of them is. */
void folded_say_broken(uint64_t n, struct text *first);

/* Writes a count as folded_parse_weight reads it. */
void folded_put_weight(struct text *text, const struct weight *weight);

/* Writes one line; a fraction, which only other tools' counts have, to the billionth. */
void folded_put(struct text *text, const struct folded *folded, bool difference);

#endif
