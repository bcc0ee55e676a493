/* blocks.h - the blocks of a piece through one or more workers, results in the order of the input.
 *
 *	struct blocks blocks = {.input = &in, .cut = input_after_last_line, .work = count_block,
 *	    .merge = add_block, .workers = 2, .states = states, .result_size = sizeof(struct count)};
 *	while (input_next(&in))
 *		blocks_run(&blocks);
 *
 * work runs in a worker's thread.  It gets facts, which no one writes to while blocks_run runs,
 * the state of its worker, and a block; what it finds goes into the state (to be merged by the
 * caller at the end: sums) or into the block's out and result (results in order).  It never ends
 * the process: an error is part of the result.
 * merge and pause run in the calling thread; merge gets each block in the order of the input.
 *
 * This is the one module that knows threads.
 */
#ifndef BASE_BLOCKS_H
#define BASE_BLOCKS_H

#include "base/input.h"

enum { BLOCKS_MOST_WORKERS = 64 };

struct block {
	struct str text;  /* whole records, borrowed until merge returns */
	const char *name; /* of the piece, for messages */
	struct text out;  /* empty when work gets it */
	void *result;     /* result_size bytes, zeros when work gets it */
};

struct blocks {
	struct input *input; /* with its piece open */
	input_cut *cut;
	void (*work)(const void *facts, void *state, struct block *block);
	void (*merge)(void *sink, const struct block *block);
	void (*pause)(void *sink); /* or NULL: all that came is merged, and more is waited for */
	const void *facts;         /* handed to cut and work */
	void *sink;                /* handed to merge and pause */
	void **states;             /* one a worker */
	int workers;               /* 1: no thread is made; at most BLOCKS_MOST_WORKERS */
	size_t result_size;
};

/* Reads the open piece to its end. */
void blocks_run(const struct blocks *plan);

/* The CPUs this process may run on, at most 4: a good number of workers. */
int blocks_default_workers(void);

#endif
