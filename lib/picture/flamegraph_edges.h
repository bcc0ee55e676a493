/* flamegraph_edges.h - the edges of the wide boxes of a flame graph.
 *
 * Boxes are lines as thick as a row, which costs half of the bytes of rectangles; so their edges are drawn by
 * themselves, over them.
 */
#ifndef PICTURE_FLAMEGRAPH_EDGES_H
#define PICTURE_FLAMEGRAPH_EDGES_H

#include "picture/flamegraph.h"

/* Writes a path for all edges and, of a difference, one for those of boxes that were not there before;
 * returns whether there are any of these. */
bool flamegraph_edges_put(
    const struct flamegraph *graph, const struct calltree *tree, struct text *text);

/* Their colour. */
extern const struct color flamegraph_edges_new;

#endif
