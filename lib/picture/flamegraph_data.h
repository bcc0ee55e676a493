/* flamegraph_data.h - what the script of a flame graph has to know besides the boxes in the document. */
#ifndef PICTURE_FLAMEGRAPH_DATA_H
#define PICTURE_FLAMEGRAPH_DATA_H

#include "picture/flamegraph.h"

/* Writes attributes, each with a blank before it, as flamegraph_read.js reads them.  baseline is from the
 * top of a box to the base line of its label, in tenths of a pixel. */
void flamegraph_data_put(const struct flamegraph *graph, const struct calltree *tree,
    uint32_t baseline, struct text *text);

/* Writes the scripts, each an element. */
void flamegraph_data_put_script(struct text *text);

#endif
