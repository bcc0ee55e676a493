/* name_flamegraph.h - names exactly as FlameGraph's stackcollapse-perf.pl makes them, for scripts
 * that come from it. */
#ifndef PROFILE_NAME_FLAMEGRAPH_H
#define PROFILE_NAME_FLAMEGRAPH_H

#include "profile/name.h"

/* Writes the label; nothing where that script drops the frame. */
void
name_flamegraph_put(struct text *text, const struct name_style *style, const struct frame *frame);

#endif
