/* perf_settle.h - what the beginning of a `perf script` text says about all of it. */
#ifndef PROFILE_PERF_SETTLE_H
#define PROFILE_PERF_SETTLE_H

#include "profile/reader.h"

/* The settle of perf's row: see struct reader. */
enum reader_settled perf_settle_next(struct stream *stream, struct str text,
    enum reader_coming coming, struct tally_block *skipped, size_t *used);

/* Whether perf's own head, or a header line, stands in text. */
bool perf_settle_recognise(struct str text);

#endif
