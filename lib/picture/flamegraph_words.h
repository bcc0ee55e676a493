/* flamegraph_words.h - what a flame graph says of a weight. */
#ifndef PICTURE_FLAMEGRAPH_WORDS_H
#define PICTURE_FLAMEGRAPH_WORDS_H

#include "picture/flamegraph.h"

/* Writes a weight and its unit: "1,234 samples", "1 sample". */
void flamegraph_words_weight(const struct flamegraph *graph, struct text *text, uint64_t weight);

/* Writes which side of a difference was before, and its sum. */
void flamegraph_words_baseline(const struct flamegraph *graph, struct text *text, uint64_t weight);

/* The same as flamegraph_words_weight, what stands between, and the share of all: "1,234 samples, 5.67%". */
void flamegraph_words_share(const struct flamegraph *graph, const struct calltree *tree,
    struct text *text, uint64_t weight, struct str between);

/* Writes what became of a box since before: "; before 1,000, +234, +0.67 points"; of one
 * that was not there it ends in ", new".  Nothing of the whole where it stands for more than the sum. */
void flamegraph_words_change(const struct flamegraph *graph, const struct calltree *tree,
    struct text *text, const struct calltree_box *box);

/* Writes how many boxes are not drawn, and their weight. */
void flamegraph_words_left_out(
    const struct flamegraph *graph, const struct calltree *tree, struct text *text);

#endif
