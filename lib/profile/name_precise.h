/* name_precise.h - names that lose nothing which tells two functions apart but overloads, and the
 * variants of that: stable from build to build, or raw. */
#ifndef PROFILE_NAME_PRECISE_H
#define PROFILE_NAME_PRECISE_H

#include "profile/name.h"

/* Writes the label for NAME_PRECISE, NAME_STABLE and NAME_NONE.  In a
 * /tmp/perf-N.map, perf-map-agent writes inlining as a->b. */
void name_precise_put(struct text *text, const struct name_style *style, const struct frame *frame);

#endif
