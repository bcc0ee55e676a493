/* stream.h - what a whole profile says and no single record can.
 *
 * A reader's settle fills it; from then on it is constant, and workers only read it.
 */
#ifndef PROFILE_STREAM_H
#define PROFILE_STREAM_H

#include "base/nsec.h"
#include "profile/head.h"
#include "profile/wall.h"

struct stream {
	const struct reader *reader;
	const struct perf_layout *perf; /* of perf's text, in arena */
	bool timed;                     /* its samples have times */
	bool differences;               /* the times are differences (--deltatime), no axis */
	bool chains;                    /* its stacks are more than a frame */
	nsec origin;                    /* the whole second at or before the first sample */
	struct str event;               /* the default event, as printed; empty where not told */
	struct str first_event;         /* that of the first sample */
	struct str *events;             /* different ones among the first samples, as printed */
	size_t n_events;
	struct head facts;       /* clock, hostname, captured, cmdline, cpus, rate: as told */
	struct wall_clues clues; /* what it says of the wall clock */
	struct arena arena;
};

void stream_free(struct stream *stream);

#endif
