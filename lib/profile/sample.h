/* sample.h - one stack at one moment, as a profiler wrote it. */
#ifndef PROFILE_SAMPLE_H
#define PROFILE_SAMPLE_H

#include "base/nsec.h"
#include "profile/name.h"

#define SAMPLE_UNKNOWN INT64_MIN /* an id that the text does not tell; -1 is an id */

struct thread;
struct stack;

/* All text is borrowed from the block, all frames from the memo of the reading, until the next
 * sample is asked for. */
struct sample {
	nsec time;                   /* as the profiler wrote it; 0 where the stream has no times */
	int decimals;                /* of the time, as printed */
	uint64_t period;             /* what the event counted since the sample before */
	bool has_period;             /* the text tells it */
	struct str event;            /* empty where not told */
	struct str comm;             /* the thread's name, any bytes; empty where not told */
	int64_t pid, tid, cpu;       /* or SAMPLE_UNKNOWN */
	struct thread *thread;       /* where comm, ids and CPU are remembered; NULL: nowhere */
	const struct frame **frames; /* leaf first */
	size_t n;
	const struct stack *stack; /* the same, where it is remembered; else NULL */
};

#endif
