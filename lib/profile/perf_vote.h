/* perf_vote.h - how the columns of a `perf script` text stand, by what most of its first lines
 * look like.
 *
 *	struct perf_votes votes = perf_vote_count(time, window);
 *	struct perf_layout layout = perf_vote_decide(time, &votes);
 *	layout.width = perf_vote_width(&layout, str_head(window, votes.bytes));
 */
#ifndef PROFILE_PERF_VOTE_H
#define PROFILE_PERF_VOTE_H

#include "profile/perf_header.h"

enum { PERF_VOTE_SAMPLES = 1000 };

/* What header lines and frames look like, each read by the most that fits. */
struct perf_votes {
	size_t guests, blanks; /* headers with a guest's columns; that an empty line follows */
	size_t
	    cpu_periods; /* headers without a time in which a CPU stands before the last number */
	size_t headers, ids, cpus, bare_cpus, misc, events, periods;
	size_t indent; /* the smallest */
	size_t with_frames;
	size_t odd; /* lines that are nothing perf prints */
	size_t frames, named, offsets, symbols, modules, sources;
	size_t bytes; /* of the window */
};

/* Reads a header line of unknown layout: with as many columns as it can have.  time: with a time
 * stamp. */
bool perf_vote_probe(bool time, struct str line, struct perf_header *header);

/* Looks at the lines of text up to its PERF_VOTE_SAMPLES'th sample. */
struct perf_votes perf_vote_count(bool time, struct str text);

/* What the votes say, but for the width. */
struct perf_layout perf_vote_decide(bool time, const struct perf_votes *votes);

/* The width of ids, with the blank before them, in text of that layout. */
size_t perf_vote_width(const struct perf_layout *layout, struct str text);

#endif
