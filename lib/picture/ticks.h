/* ticks.h - round numbers for the axes of time.
 *
 *	nsec step = ticks_step(span, 12);
 *	for (nsec offset = 0; offset <= span; offset += step)
 *		ticks_put(&label, offset, step);
 */
#ifndef PICTURE_TICKS_H
#define PICTURE_TICKS_H

#include "base/nsec.h"

/* The shortest length, round for a clock (10 min, 3 h), of which span (above 0) holds at most that
 * many (2 or more). */
nsec ticks_step(nsec span, uint64_t most);

/* The same, round as a decimal number of seconds: 1, 2 or 5 and zeros. */
nsec ticks_step_decimal(nsec span, uint64_t most);

/* Writes an offset in the unit that suits the step: `200 ms`, `5 s`, `10 min`, `3 h`. */
void ticks_put(struct text *text, nsec offset, nsec step);

#endif
