/* terminal.h - a heat map as text for a terminal.
 *
 *	struct screen screen = screen_find(STDOUT_FILENO, &env, SCREEN_AUTO);
 *	struct text text = {0};
 *	terminal_draw(&map, &screen, true, &text);
 *
 * As wide as the screen; columns that do not fit go on below, in bands.  Where the screen tells
 * its height and the map is higher, rows can be merged to fewer, and the text says of which
 * length they are.
 */
#ifndef PICTURE_TERMINAL_H
#define PICTURE_TERMINAL_H

#include "base/screen.h"
#include "picture/heatmap.h"

/* Draws behind what is in text; the map's width and script mean nothing here. */
void terminal_draw(
    const struct heatmap *map, const struct screen *screen, bool merge, struct text *text);

#endif
