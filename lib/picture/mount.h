/* mount.h - what stands around the boxes of a picture: title and subtitle above, a line of details
 * and a legend below.
 *
 *	struct mount mount = {.width = 1200, .height = 400, .title = STR("Flame graph")};
 *	mount_put_head(&mount, &text);
 *	... boxes, between MOUNT_TOP and height - MOUNT_BOTTOM
 *	mount_put_legend(&mount, &text, STR("kernel"), color);
 *	mount_put_details(&mount, &text, STR("nothing left out"));
 *
 * All lengths are pixels.  All text is escaped here, and cut where it would not fit.
 */
#ifndef PICTURE_MOUNT_H
#define PICTURE_MOUNT_H

#include "picture/color.h"

enum {
	MOUNT_MARGIN = 10, /* on the left and on the right */
	MOUNT_TOP = 58,
	MOUNT_BOTTOM = 34
};

struct mount {
	struct str title, subtitle;
	struct str told, notes; /* for the description, behind the subtitle */
	struct color background;
	uint32_t width;
	uint64_t height;
	bool fluid;      /* the picture shrinks where its place is narrower than width */
	uint32_t legend; /* width taken by the legend so far; begin with 0 */
};

/* Opens the svg element: title, styles (which a reader may block), background, lines of text. */
void mount_put_head(const struct mount *mount, struct text *text);

/* Adds an item on the left of those that are there. */
void mount_put_legend(struct mount *mount, struct text *text, struct str word, struct color color);

/* The same with a box that has an edge of the colour, drawn inwards. */
void mount_put_legend_edge(
    struct mount *mount, struct text *text, struct str word, struct color fill, struct color edge);

/* The line below, as far as the legend leaves room: what it says until the script has more. */
void mount_put_details(const struct mount *mount, struct text *text, struct str line);

#endif
