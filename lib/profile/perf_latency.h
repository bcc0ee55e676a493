/* perf_latency.h - the columns of `perf script -L`: COMM, ids and CPU, each in its place.
 *
 *	%8.8s %5d %3d	    perf  2340   0
 *
 * The CPU has no brackets, and a name no more than eight bytes; what tells it from the other form is
 * that all lines keep to these columns, so they are read from the left.  Any of the three may be
 * missing.  In newer versions of perf an id has seven columns.
 *
 *	struct perf_latency_votes votes = {0};
 *	while (next_header(&left))
 *		perf_latency_vote(&votes, left);
 *	perf_latency_decide(&votes, &layout);
 *
 * Source: perf's builtin-script.c, perf_sample__fprintf_start.
 */
#ifndef PROFILE_PERF_LATENCY_H
#define PROFILE_PERF_LATENCY_H

#include "profile/perf_header.h"

enum { PERF_LATENCY_FORMS = 6 };

struct perf_latency_votes {
	size_t headers, fitting[PERF_LATENCY_FORMS]; /* all, and those that keep to each form */
	size_t padded, named; /* that begin with a blank; that have the last byte of a name */
};

/* What follows a margin; a line may be shorter than that of the others. */
struct str perf_latency_columns(struct str left, size_t margin);

/* How many bytes at the front of a header's columns are a paste's margin: those that are likely, or,
 * where the columns do not begin behind them, up to most. */
size_t perf_latency_margin(struct str left, size_t most, size_t likely);

/* Looks at what stands left of a header's time, +tod and +misc. */
void perf_latency_vote(struct perf_latency_votes *votes, struct str left);

/* Puts the form that most headers keep to into layout.  False where there is none. */
bool perf_latency_decide(const struct perf_latency_votes *votes, struct perf_layout *layout);

/* Reads the columns of such a layout.  False, and *header as it was, where they are not there. */
bool
perf_latency_read(const struct perf_layout *layout, struct str left, struct perf_header *header);

#endif
