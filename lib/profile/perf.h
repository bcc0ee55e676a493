/* perf.h - the text of `perf script`, and of what prints the same: simpleperf. */
#ifndef PROFILE_PERF_H
#define PROFILE_PERF_H

#include "profile/reader.h"

extern const struct reader perf_reader;

#endif
