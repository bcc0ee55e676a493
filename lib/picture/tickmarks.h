/* tickmarks.h - the ticks along a side of a picture, and what is written at them, in few bytes: a map
 * of a day has thousands.
 *
 *	struct tickmarks ticks = {.y = bottom, .length = 5, .label_y = bottom + 17};
 *	while (...)
 *		nsec_put_short(tickmarks_add(&ticks, x), time);
 *	tickmarks_draw(&ticks, paper, svg);
 */
#ifndef PICTURE_TICKMARKS_H
#define PICTURE_TICKMARKS_H

#include "base/text.h"
#include "picture/paper.h"

#include <stdint.h>

struct tickmarks {
	uint64_t y, label_y;
	int length; /* down from y, or up where it is below 0 */
	struct text lines, labels;
};

/* Adds a tick; what is put behind the text that is returned, up to the next, is its label. */
struct text *tickmarks_add(struct tickmarks *ticks, uint64_t x);

/* Draws and frees them. */
void tickmarks_draw(struct tickmarks *ticks, const struct paper *paper, struct text *svg);

#endif
