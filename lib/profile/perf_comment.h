/* perf_comment.h - the comments of `perf script --header`: what is known of the recording. */
#ifndef PROFILE_PERF_COMMENT_H
#define PROFILE_PERF_COMMENT_H

#include "profile/stream.h"

/* Takes in one comment line: hostname, captured, cmdline, cpus, rate become facts of the stream, and
 * the reference of its clock is kept as the facts `reference-wall` and `reference-time`. */
void perf_comment_read(struct stream *stream, struct str line);

/* Makes the fact `wall`, seconds since 1970 at the stream's origin, of those two; they go. */
void perf_comment_settle(struct stream *stream);

#endif
