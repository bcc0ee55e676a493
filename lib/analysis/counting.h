/* counting.h - the samples of all operands, counted by when they were taken.
 *
 *	struct counting counting = {.rows = 50, .keep = &keep, .drop = &drop, .highlight = &none};
 *	counting_run(&counting, operands, n);
 *	... counting.grid, counting.head
 *	counting_free(&counting);
 *
 * A broken line, one without a time, and sums past 64 bits end the program, and so does input that
 * does not tell what the rows are to be.
 */
#ifndef ANALYSIS_COUNTING_H
#define ANALYSIS_COUNTING_H

#include "analysis/lanes.h"
#include "analysis/pieces.h"
#include "profile/lines.h"
#include "profile/select.h"

/* What the rows of a map are, in the order of COUNTING_BY. */
enum counting_by {
	COUNTING_OFFSET, /* parts of a column, by the offset within it */
	COUNTING_THREAD,
	COUNTING_CPU,
	COUNTING_PROCESS,
	COUNTING_EVENT
};

#define COUNTING_BY "offset|thread|cpu|process|event"

struct counting {
	enum counting_by by;
	nsec column;   /* 0: what suits the time that the samples take */
	uint32_t rows; /* of offset; 0: 50, and 25 where fewer samples than that a second were
	                  asked for: each row would have none or one in turns, as a drifting line */
	size_t top;    /* of the others: how many */
	const struct opt_list *keep, *drop, *highlight;
	size_t block_size;

	uint64_t samples;      /* lines with a sample, before any choice of stacks */
	nsec earliest, latest; /* sample that is counted, where there is one */
	uint64_t lit;          /* how many stand out */
	struct grid grid;      /* which is lit where there is something to highlight */
	struct lanes lanes;
	struct lanes_choice choice; /* where the rows are lanes: they, and grid is theirs */
	struct pieces_gap *gaps;    /* in order */
	size_t n_gaps;
	nsec silence;       /* the longest within a piece */
	struct lines lines; /* all read: the head, the axis */
};

/* Reads all operands, borrowed, as input_open. */
void counting_run(struct counting *counting, char *const *operands, size_t n);

void counting_free(struct counting *counting);

#endif
