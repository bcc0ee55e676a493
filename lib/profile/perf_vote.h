/* perf_vote.h - how the columns of a `perf script` text stand, by what most of its first lines
 * look like.
 *
 *	struct perf_votes votes = perf_vote_count(time, window);
 *	struct perf_layout layout = perf_vote_decide(time, &votes);
 */
#ifndef PROFILE_PERF_VOTE_H
#define PROFILE_PERF_VOTE_H

#include "profile/perf_header.h"

enum { PERF_VOTE_SAMPLES = 1000 };

/* What header lines and frames look like, each read by the most that fits. */
struct perf_votes {
	size_t guests, blanks; /* headers with a guest's columns; that an empty line follows */
	size_t lone_periods;   /* headers without a time whose last number is none of an id */
	size_t wide_periods;   /* and those that stand in columns as wide as a period's */
	size_t headers, ids, cpus, misc, events, periods;
	size_t indent;      /* the smallest margin of a line */
	char margin;        /* blanks or tabs */
	size_t with_frames; /* headers with a tabbed frame behind them */
	size_t ended;       /* frames without a tab that an empty line follows */
	size_t odd;         /* lines that are nothing perf prints */
	size_t tabs, loose; /* lines of frames with a tab before them, and without */
	size_t frames, named, offsets, symbols, modules, sources;
	size_t bytes; /* of the window */
};

/* Reads a header line of unknown layout: with as many columns as it can have.  time: with a time
 * stamp. */
bool perf_vote_probe(bool time, struct str line, struct perf_header *header);

/* Looks at the lines of text up to its PERF_VOTE_SAMPLES'th sample. */
struct perf_votes perf_vote_count(bool time, struct str text);

/* What the votes say, but for the width of ids and -L, which perf_width.h finds. */
struct perf_layout perf_vote_decide(bool time, const struct perf_votes *votes);

#endif
