/* marks_label.h - the labels of marked ranges, beside them, where they find room.
 *
 *	struct marks_labels labels = {.plot = &plot, .paper = paper};
 *	marks_label_draw(&labels, &range, &span, &svg);
 *	marks_label_free(&labels);
 */
#ifndef PICTURE_MARKS_LABEL_H
#define PICTURE_MARKS_LABEL_H

#include "picture/paper.h"
#include "picture/plot.h"
#include "profile/named.h"

/* The cells of a range: its first is the low row of the left column, its last the high row of the
 * right one; counted from the map's first. */
struct marks_span {
	uint64_t left, right;
	uint32_t low, high;
};

/* A label that is drawn: its box, in pixels, and whose it is. */
struct marks_box {
	uint64_t left, right, top, bottom;
	const struct named_range *range;
};

struct marks_labels {
	const struct plot *plot;
	const struct paper *paper;
	struct marks_box *boxes; /* that are taken */
	size_t n, capacity;
};

/* Writes what a range is called: its third column and, where that is another, its last. */
void marks_label_put(const struct named_range *range, struct text *text);

/* Draws the label right of the range, else left of it, above or below; nowhere if all of that is
 * taken by labels, or a range at the same time has the same one. */
void marks_label_draw(struct marks_labels *labels, const struct named_range *range,
    const struct marks_span *span, struct text *svg);

void marks_label_free(struct marks_labels *labels);

#endif
