/* perf_source.h - the line of source that `perf script -F +srcline` prints behind each frame.
 *
 *		            1277 mix+0x67
 *	  inl.c:5 (inlined)
 *
 * Two blanks and FILE:LINE, or MODULE[ADDRESS] where perf knows no line.  What otherwise stands at
 * the end of an inlined frame, in its module's place, stands at the end of this line.
 * Source: perf's evsel_fprintf.c.
 */
#ifndef PROFILE_PERF_SOURCE_H
#define PROFILE_PERF_SOURCE_H

#include "profile/name.h"
#include "profile/perf_layout.h"

/* Whether line reads as one, if it stands behind a frame. */
bool perf_source_is(struct str line);

/* Whether such a line says that the frame before it was inlined. */
bool perf_source_is_inlined(struct str line);

/* Reads a frame of a text that has such lines: line, and the one behind it, which is taken off
 * *rest and told to the frame, if it is one.  False where line is no frame. */
bool perf_source_read(
    const struct perf_layout *layout, struct str line, struct str *rest, struct frame *frame);

#endif
