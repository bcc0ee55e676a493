/* perf_header.h - the header line of a sample.
 *
 *	COMM  PID/TID | PID | TID  [CPU]  MISC  TOD  TIME:  PERIOD  EVENT:  <rest>
 *
 * each column only if its field was asked for.  The thread's name may hold anything, also what
 * looks like the columns behind it; it is told apart by them, which stand at the end of what is
 * left of the time, and by the width of the stream's ids.
 * Source: perf's builtin-script.c and evsel_fprintf.c.
 */
#ifndef PROFILE_PERF_HEADER_H
#define PROFILE_PERF_HEADER_H

#include "profile/perf_layout.h"
#include "profile/thread.h"

struct perf_header {
	struct sample sample; /* all but the frames */
	struct str rest;      /* what follows the event, blanks too: trace text, or the one frame */
	struct str clock;     /* of +tod, `2026-11-22 11:47:00.164782`; empty where not told */
	struct str columns;   /* thread, ids and CPU, as they stand in the line */
	size_t id_columns;    /* blanks and digits of the (first) id */
	bool has_ids, has_cpu, has_misc, has_event;
	bool fits;   /* the ids are as wide as the stream's */
	bool record; /* a PERF_RECORD_ line, or one of +metric: no sample */
};

/* Reads line (without newline) by the layout.  False where it is no header line. */
bool
perf_header_read(const struct perf_layout *layout, struct str line, struct perf_header *header);

/* The same, with the memo of the threads that were read by this layout; of those met before, header
 * tells what it does of the sample, and fits. */
bool perf_header_recall(const struct perf_layout *layout, struct thread_memo *threads,
    struct str line, struct perf_header *header);

/* How many bytes at the front of line are the columns of a guest, `VM:  123 VCPU:001 `; 0 where they
 * are not there. */
size_t perf_header_guest(struct str line);

#endif
