/* lanes.h - how many samples each of many names has in each column of time: threads, CPUs, processes.
 *
 *	struct lanes lanes = {.column = NSEC_SECOND};
 *	struct lanes_choice choice;
 *	while (...)
 *		if (!lanes_add(&lanes, STR("java 1234"), time, count, lit))
 *			... past what 64 bits hold
 *	lanes_choose(&lanes, 20, false, &choice);
 *	... choice.names[row], grid_counts(&choice.grid, column)[row]
 *	lanes_choice_free(&choice);
 *	lanes_free(&lanes);
 *
 * Names are copied in.  Memory is that of the names and of their columns with samples, twice.
 */
#ifndef ANALYSIS_LANES_H
#define ANALYSIS_LANES_H

#include "analysis/grid.h"
#include "base/arena.h"

struct lanes_cell {
	int64_t column;
	uint64_t count, lit;
};

struct lane {
	struct str name;
	uint64_t hash, total;
	struct lanes_cell *cells; /* in any order, a column more than once at times */
	size_t n, capacity;
};

struct lanes {
	nsec column; /* set these before the first sample: as of a grid (grid.h) */
	bool automatic, lit;
	uint64_t total;
	int64_t first, last;
	struct lane *lanes;
	size_t n, capacity;
	size_t *table; /* open addressing over lanes: the index plus one */
	size_t table_size;
	struct arena arena;
};

/* Adds count samples, of which lit stand out.  False, and the lanes as they were, as grid_add. */
bool lanes_add(struct lanes *lanes, struct str name, nsec time, uint64_t count, uint64_t lit);

/* Some of them as rows of a grid. */
struct lanes_choice {
	struct grid grid;  /* whose rows are the lanes, the first to be read on top */
	struct str *names; /* of the rows, borrowed from lanes; of the rest, `42 others` */
	size_t rest;       /* how many lanes row 0 sums; 0: all have a row of their own */
};

/* Chooses up to that many with the most samples, which is less than GRID_ROWS; what is left is one
 * more row, at the bottom.  They are in the order of their samples or, where numbered, of the first
 * number in their names.  Nothing can be added after that. */
void lanes_choose(struct lanes *lanes, size_t most, bool numbered, struct lanes_choice *choice);

void lanes_choice_free(struct lanes_choice *choice);

void lanes_free(struct lanes *lanes);

#endif
