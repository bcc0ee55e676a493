/* terminal_band.h - the cells of a heat map as characters: some columns of it, with their labels.
 *
 *	struct terminal_band band = terminal_band_lay(&heat, NULL, &screen);
 *	for (int64_t column = grid.first; column <= grid.last; column += band.columns)
 *		terminal_band_draw(&band, column, &ink);
 *
 * In colours and UTF-8, a line holds two rows by half blocks; else, and where rows have names, one.  The ground is dark
 * whatever the terminal's is, so that a map looks the same on all.
 */
#ifndef PICTURE_TERMINAL_BAND_H
#define PICTURE_TERMINAL_BAND_H

#include "analysis/grid.h"
#include "picture/heat.h"
#include "picture/terminal_ink.h"

struct terminal_band {
	const struct grid *grid;
	const struct heat *heat;
	const struct str *lanes; /* names of rows; NULL: they divide the column */
	uint32_t rows;           /* of a line */
	size_t left;             /* characters left of the cells */
	size_t cell;             /* characters of a column */
	size_t columns;          /* of a band */
	nsec step;               /* between two labels of time */
};

/* Lays out the grid of heat. */
struct terminal_band
terminal_band_lay(const struct heat *heat, const struct str *lanes, const struct screen *screen);

/* Whether a band has samples. */
bool terminal_band_holds(const struct terminal_band *band, int64_t first);

/* Draws the columns from first on, and below them their times. */
void terminal_band_draw(const struct terminal_band *band, int64_t first, struct terminal_ink *ink);

/* Draws n characters of a level of heat; 0 is an empty cell. */
void
terminal_band_swatch(const struct heat *heat, unsigned level, size_t n, struct terminal_ink *ink);

/* What a level looks like on a screen, as a number: levels of one look cannot be told apart. */
uint32_t terminal_band_look(const struct heat *heat, unsigned level, const struct screen *screen);

/* Writes an offset within a column: in milliseconds, or in seconds where columns are long. */
void terminal_band_put_offset(struct text *text, nsec offset, nsec column);

#endif
