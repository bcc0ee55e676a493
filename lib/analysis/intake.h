/* intake.h - reads timed lines into samples, stacks and keys.
 *
 *	struct intake intake = {.select = &select};
 *	lines_open(&lines, operands, n, 0);
 *	intake_read(&intake, &lines, &samples, &grid);
 *	...
 *	intake_free(&intake);
 *
 * Several profiles, read one after the other, share their stacks and keys.  A line that is none of
 * ours, or has no time, and sums past 64 bits end the program.
 */
#ifndef ANALYSIS_INTAKE_H
#define ANALYSIS_INTAKE_H

#include "analysis/ends.h"
#include "analysis/grid.h"
#include "analysis/keys.h"
#include "analysis/pieces.h"
#include "analysis/samples.h"
#include "profile/lines.h"
#include "profile/select.h"

struct intake {
	struct select *select; /* which stacks are wanted */
	struct ends ends;
	struct keys keys;
	struct pieces pieces; /* of the profile that was read last */
	uint64_t total;       /* weight of all */
};

/* Adds all that is wanted to samples and grid; returns how many samples there were before that
 * choice. */
uint64_t
intake_read(struct intake *intake, struct lines *lines, struct samples *samples, struct grid *grid);

void intake_free(struct intake *intake);

#endif
