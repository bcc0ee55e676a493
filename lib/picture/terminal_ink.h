/* terminal_ink.h - coloured text for a terminal, from names that may be hostile.
 *
 *	struct terminal_ink ink = {.text = &text, .screen = &screen, .pen = -1, .paper = -1};
 *	terminal_ink_set(&ink, -1, 0xff8a66);
 *	terminal_ink_put(&ink, STR("  "));
 *	terminal_ink_set(&ink, -1, -1);
 *
 * What a screen cannot show in colours is written without them, and no byte from the input can
 * begin a control sequence.
 */
#ifndef PICTURE_TERMINAL_INK_H
#define PICTURE_TERMINAL_INK_H

#include "base/screen.h"
#include "base/text.h"

struct terminal_ink {
	struct text *text;
	const struct screen *screen;
	int32_t pen, paper; /* 0xrrggbb; -1 is the terminal's own */
};

/* Changes the colours of what follows: of letters, and behind them. */
void terminal_ink_set(struct terminal_ink *ink, int32_t pen, int32_t paper);

/* The same, as bold as the terminal has it, in its own colours; and back. */
void terminal_ink_bold(struct terminal_ink *ink, bool bold);

/* Writes s.  Control characters, those that turn the direction of writing, broken UTF-8 and what
 * the screen's characters do not have become `?`, and a middle dot then `-`. */
void terminal_ink_put(struct terminal_ink *ink, struct str s);

/* Whether all of s would be written as it is. */
bool terminal_ink_shows(const struct terminal_ink *ink, struct str s);

/* A near colour of the 256, by its number from 16 on: a grey for a grey, else one of the cube of
 * 6 x 6 x 6, of the same hue as far as it has one. */
unsigned terminal_ink_256(uint32_t color);

#endif
