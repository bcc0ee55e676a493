/* legend.h - which colour is how many samples. */
#ifndef PICTURE_LEGEND_H
#define PICTURE_LEGEND_H

#include "picture/heat.h"
#include "picture/paper.h"

enum { LEGEND_HEIGHT = 32 };

/* What a legend says beside its numbers. */
struct legend {
	struct str unit; /* what is counted */
	struct str lit;  /* which samples the colours count; empty: all */
	const struct paper *paper;
	bool dark;
};

/* Draws the scale with its numbers, its right end at x, from y downwards; what is counted, left
 * of it, cut to the room there. */
void legend_draw(
    const struct legend *legend, const struct heat *heat, uint64_t x, uint64_t y, struct text *svg);

#endif
