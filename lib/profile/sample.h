/* sample.h - one stack at one moment, as a profiler wrote it. */
#ifndef PROFILE_SAMPLE_H
#define PROFILE_SAMPLE_H

#include "base/nsec.h"
#include "profile/frame.h"

enum { SAMPLE_UNKNOWN = INT64_MIN }; /* an id that the text does not tell */

/* All text is borrowed from the block, all frames from the reader's memo, until the next call
 * that reads a sample. */
struct sample {
	nsec time;        /* as the profiler wrote it; 0 where the stream has no times */
	uint64_t period;  /* what the event counted since the sample before; 0 where not told */
	struct str event; /* {0} where not told */
	struct str comm;  /* the thread's name, any bytes */
	int64_t pid, tid, cpu;       /* SAMPLE_UNKNOWN where not told; an id may be -1 */
	const struct frame **frames; /* leaf first */
	size_t n;
};

#endif
