/* color.h - colours, and those that a name picks from a hue.
 *
 *	static const struct color_hue green = {{70, 70, 1}, {195, 55, 1}, {70, 70, 1}};
 *	color_put(&text, color_mix(&green, color_hash(STR("do_idle"))));	#7fcf7f
 */
#ifndef PICTURE_COLOR_H
#define PICTURE_COLOR_H

#include "base/text.h"

struct color {
	uint8_t red, green, blue;
};

/* A channel goes from least to least + span; which of three bytes of a name's hash says where. */
struct color_channel {
	uint8_t least, span, byte;
};

struct color_hue {
	struct color_channel red, green, blue;
};

/* The same on every machine. */
uint32_t color_hash(struct str name);

/* The colour of the hue that the bytes of a hash pick. */
struct color color_mix(const struct color_hue *hue, uint32_t bytes);

/* Reads #rgb or #rrggbb, in small letters or capitals.  False, and *color as it was, for all else. */
bool color_parse(struct str s, struct color *color);

/* Writes #rrggbb. */
void color_put(struct text *text, struct color color);

#endif
