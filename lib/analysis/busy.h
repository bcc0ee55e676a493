/* busy.h - what a cell counts when all that can be busy is.
 *
 *	uint64_t most;
 *	const char *lack = busy_find(&head, COUNTING_OFFSET, row, &most);
 *	if (lack != NULL)
 *		die("the head does not tell %s", lack);
 */
#ifndef ANALYSIS_BUSY_H
#define ANALYSIS_BUSY_H

#include "analysis/counting.h"

/* Finds how many samples a cell of that length has at the rate that the head asks for, from all CPUs
 * or, where a row is one thread or CPU, from one; rounded up.  Returns what the head lacks, NULL where
 * nothing. */
const char *busy_find(const struct head *head, enum counting_by by, nsec length, uint64_t *most);

#endif
