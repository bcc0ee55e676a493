/* terminal_times.h - the times below the cells of a text map: seconds and, where it is known, the
 * wall clock.
 *
 *	terminal_times_draw(&band, first, last, &ink);
 *
 * The first column is told, and after it those of round seconds that find room.
 */
#ifndef PICTURE_TERMINAL_TIMES_H
#define PICTURE_TERMINAL_TIMES_H

#include "picture/terminal_band.h"

/* What stands left of the clock's times; empty where no clock is told. */
struct str terminal_times_clock(const struct terminal_band *band);

/* The distance of labels for a band that is as wide as it can be: one that begins columns. */
nsec terminal_times_step(const struct terminal_band *band);

/* Draws the lines below columns first to last. */
void terminal_times_draw(
    const struct terminal_band *band, int64_t first, int64_t last, struct terminal_ink *ink);

#endif
