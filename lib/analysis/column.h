/* column.h - how much time a column of a heat map stands for.
 *
 *	nsec column;
 *	if (column_parse(STR("10s"), &column))
 *		column_put(&text, column_longer(column));	1m
 */
#ifndef ANALYSIS_COLUMN_H
#define ANALYSIS_COLUMN_H

#include "base/nsec.h"

/* The shortest and the longest column. */
#define COLUMN_SHORTEST (NSEC_SECOND / 100)
#define COLUMN_LONGEST (86400 * NSEC_SECOND)

/* Reads a length: a whole number and its unit, ms, s, m, h or d: 10ms, 1d.  False, and *column as it
 * was, for anything else and outside COLUMN_SHORTEST and COLUMN_LONGEST. */
bool column_parse(struct str s, nsec *column);

/* Writes a length that column_parse read, in the largest unit that makes it whole. */
void column_put(struct text *text, nsec column);

/* The shortest of 1s, 10s, 1m, 10m, 1h, 6h and 1d that is longer; 0 where none is. */
nsec column_longer(nsec column);

#endif
