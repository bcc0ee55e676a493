/* pieces.h - from when to when each piece of a profile goes, and so where none does.
 *
 *	struct pieces pieces = {0};
 *	while (...)
 *		pieces_add(&pieces, piece, time);
 *	struct pieces_gap *gaps = pieces_find_gaps(&pieces, &n);
 *	...
 *	free(gaps);
 *	pieces_free(&pieces);
 */
#ifndef ANALYSIS_PIECES_H
#define ANALYSIS_PIECES_H

#include "base/nsec.h"

/* A stretch of time between two pieces, from the last sample of the one to the first of the other. */
struct pieces_gap {
	nsec start, end;
};

struct pieces {
	uint64_t now;          /* the number of the piece that is being read */
	nsec first, last;      /* its samples lie between these, both included */
	nsec earliest, latest; /* and those of all pieces between these */
	nsec silence;          /* the longest time without a sample within a piece, as they come */
	struct pieces_gap *past;
	size_t n, capacity;
	bool any;
};

/* What pieces_add does for the first sample of a piece. */
void pieces_begin(struct pieces *pieces, uint64_t piece, nsec time);

/* Notes a sample; each piece has a number of its own. */
static inline void
pieces_add(struct pieces *pieces, uint64_t piece, nsec time)
{
	if (!pieces->any || piece != pieces->now)
		pieces_begin(pieces, piece, time);
	if (time < pieces->first)
		pieces->first = time;
	if (time <= pieces->last)
		return;
	nsec silence = nsec_sub(time, pieces->last);
	if (silence > pieces->silence)
		pieces->silence = silence;
	pieces->last = time;
}

/* The gaps, in order, and what lies between which times all samples are; the caller frees.  Nothing
 * can be added after that. */
struct pieces_gap *pieces_find_gaps(struct pieces *pieces, size_t *n);

void pieces_free(struct pieces *pieces);

#endif
