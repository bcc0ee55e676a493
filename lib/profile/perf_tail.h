/* perf_tail.h - when the last sample of a perf script text was taken, without reading the text. */
#ifndef PROFILE_PERF_TAIL_H
#define PROFILE_PERF_TAIL_H

#include "base/input.h"
#include "profile/stream.h"

/* Finds the time of the last sample of the piece, whose stream is settled.  False where its end
 * cannot be looked at, as it is a pipe that goes on, or holds no sample. */
bool perf_tail_time(const struct input *in, const struct stream *stream, nsec *time);

#endif
