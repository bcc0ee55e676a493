/* color.h - the colours of frames.
 *
 *	struct color color = color_frame(COLOR_KIND, STR("do_idle"), FRAME_KERNEL);
 *	color_put(&text, color);		#a9c4e6
 *
 * A colour depends on the palette, the frame's name and its kind alone: the same name has the same
 * colour in every graph, every run and on every machine.  Text in black can be read on all of them.
 */
#ifndef PICTURE_COLOR_H
#define PICTURE_COLOR_H

#include "base/text.h"
#include "profile/name.h"

/* In the order of COLOR_PALETTES.  The first tells kinds apart by hues that colour-blind eyes tell
 * apart too; the others look as the palettes of those names in flamegraph.pl do. */
enum color_palette {
	COLOR_KIND,
	COLOR_HOT,
	COLOR_MEM,
	COLOR_IO,
	COLOR_RED,
	COLOR_GREEN,
	COLOR_BLUE,
	COLOR_YELLOW,
	COLOR_PURPLE,
	COLOR_AQUA,
	COLOR_ORANGE,
	COLOR_JAVA
};

#define COLOR_PALETTES "kind|hot|mem|io|red|green|blue|yellow|purple|aqua|orange|java"

struct color {
	uint8_t red, green, blue;
};

/* name without its mark. */
struct color color_frame(enum color_palette palette, struct str name, enum frame_kind kind);

/* The colour that stands for all of a kind, for a legend; false where the palette does not tell
 * kinds apart. */
bool color_kind(enum color_palette palette, enum frame_kind kind, struct color *color);

/* Writes #rrggbb. */
void color_put(struct text *text, struct color color);

#endif
