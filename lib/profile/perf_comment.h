/* perf_comment.h - the comments of `perf script --header`: what is known of the recording. */
#ifndef PROFILE_PERF_COMMENT_H
#define PROFILE_PERF_COMMENT_H

#include "profile/stream.h"

/* Takes in one comment line: hostname, captured, cmdline, cpus, rate become facts of the stream, and
 * what tells of its clock, clues. */
void perf_comment_read(struct stream *stream, struct str line);

/* Takes in the date that +tod prints before a sample's time: in the zone of who printed the text. */
void perf_comment_read_date(struct wall_clues *clues, struct str date, nsec time);

#endif
