/* nsec.h - times and spans of time as whole nanoseconds, signed.
 *
 * Never a double: 1795348020.124311289 is past what one can hold.
 */
#ifndef BASE_NSEC_H
#define BASE_NSEC_H

#include "base/text.h"

typedef int64_t nsec;

#define NSEC_SECOND ((nsec)1000000000)
#define NSEC_MAX INT64_MAX
#define NSEC_MIN INT64_MIN

/* Reads all of s as seconds: [-]DIGITS[.DIGITS], up to nine decimals (more must be zeros).
 * False, and *time as it was, for anything else or a time past +-292 years. */
bool nsec_parse(struct str s, nsec *time);

/* Reads the time at the front of s where it has the usual form, in one go: up to nine digits, a point,
 * up to nine digits.  Returns how many bytes that are; 0, and *time as it was, where it has not. */
size_t nsec_take(struct str s, nsec *time);

/* Writes time as seconds with that many decimals (0 to 9); what is finer is cut off. */
void nsec_put(struct text *text, nsec time, int decimals);

/* Writes time as seconds with no more decimals than it takes to be exact: 34.2. */
void nsec_put_short(struct text *text, nsec time);

/* time divided by span, rounded down, for negative times too; span is above 0. */
int64_t nsec_floor(nsec time, nsec span);

/* a + b and a - b; where that does not fit, the nearest time that does. */
static inline nsec
nsec_add(nsec a, nsec b)
{
	if (b > 0 && a > NSEC_MAX - b)
		return NSEC_MAX;
	if (b < 0 && a < NSEC_MIN - b)
		return NSEC_MIN;
	return a + b;
}

static inline nsec
nsec_sub(nsec a, nsec b)
{
	if (b < 0 && a > NSEC_MAX + b)
		return NSEC_MAX;
	if (b > 0 && a < NSEC_MIN + b)
		return NSEC_MIN;
	return a - b;
}

#endif
