/* terminal_legend.h - which colour or sign of a text map is how many samples.
 *
 *	terminal_legend_put(&map, &heat, &ink);
 */
#ifndef PICTURE_TERMINAL_LEGEND_H
#define PICTURE_TERMINAL_LEGEND_H

#include "picture/terminal_band.h"

/* Writes the lowest counts, the highest, and of those between as many as a line holds; of signs, each, in
 * as many lines as that takes. */
void
terminal_legend_put(const struct heatmap *map, const struct heat *heat, struct terminal_ink *ink);

#endif
