/* span.h - the stretch of time that two moments, as told, mean in a stream.
 *
 *	struct span_stream stream = {.origin = .., .wall = .., .first = .., .last = ..};
 *	struct span span = {0};
 *	const char *wrong = span_settle(&stream, &start, &end, &span);
 *	if (wrong == NULL)
 *		... span.start, span.end
 *
 * A time of day means the one day on which the stream holds it.  Where it holds it on none, that
 * nearest to the stream's beginning is meant, or the next one that puts the start before the end:
 * 11:30:34 for samples that begin at 11:30:34.7.  Where it holds it on several days, an end is the
 * first after its start, and a start is nothing that can be known.  An end that goes with a start on
 * a known day is the first after it.
 *
 * A stream that is still coming may turn out to hold such a time again: see span.again.
 */
#ifndef PROFILE_SPAN_H
#define PROFILE_SPAN_H

#include "profile/turn.h"

/* What has to be told too, where what was told is no one moment. */
enum span_lack { SPAN_LACKS_NOTHING, SPAN_LACKS_DATE, SPAN_LACKS_ZONE };

struct span {
	nsec start, end; /* from second 0 */
	nsec again; /* when, in an open stream, what was told comes another time; else NSEC_MAX */
	enum span_lack lack;
	nsec utc[2]; /* with a lack: what may be meant, since 1970; of a date, the first day's */
	nsec shown;  /* with a lack: what the clock shows then; in the user's zone, if that lacks */
};

/* Finds the span.  Returns what is wrong, in words that can follow what was told; NULL where nothing
 * is. */
const char *span_settle(const struct span_stream *stream, const struct moment *start,
    const struct moment *end, struct span *span);

#endif
