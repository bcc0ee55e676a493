/* heatmap_words.h - what a heat map says of itself in words. */
#ifndef PICTURE_HEATMAP_WORDS_H
#define PICTURE_HEATMAP_WORDS_H

#include "picture/heatmap.h"

/* Writes a number of samples, with their unit. */
void heatmap_words_counted(const struct heatmap *map, uint64_t count, struct text *text);

/* Writes what the map shows: how many, from when to when, what its columns and rows are, what
 * stands out, and the moment to look at first. */
void heatmap_words_account(const struct heatmap *map, const struct heat *heat, struct text *text);

#endif
