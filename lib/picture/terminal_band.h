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
#include "picture/heatmap.h"
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
	const struct axes_clock *clock;
	const struct marks *marks; /* of which the gaps are shown */
};

/* Lays out the grid of heat, which is that of map; both are borrowed. */
struct terminal_band
terminal_band_lay(const struct heat *heat, const struct heatmap *map, const struct screen *screen);

/* Whether a band has samples. */
bool terminal_band_holds(const struct terminal_band *band, int64_t first);

/* Draws the columns from first on, and below them their times. */
void terminal_band_draw(const struct terminal_band *band, int64_t first, struct terminal_ink *ink);

/* Writes what stands left of a line. */
void
terminal_band_label(const struct terminal_band *band, struct str label, struct terminal_ink *ink);

/* What stands behind the levels of a scale: a cell that counts more than it goes, and a column between
 * two pieces, of which nothing is known. */
enum { TERMINAL_BAND_OVER = HEAT_LEVELS + 1, TERMINAL_BAND_GAP };

/* Draws n characters of a level of heat; 0 is an empty cell. */
void
terminal_band_swatch(const struct heat *heat, unsigned level, size_t n, struct terminal_ink *ink);

/* What a level looks like on a screen, as a number: levels of one look cannot be told apart. */
uint32_t terminal_band_look(const struct heat *heat, unsigned level, const struct screen *screen);

/* Writes an offset within a column: in milliseconds, or in seconds where columns are long. */
void terminal_band_put_offset(struct text *text, nsec offset, nsec column);

#endif
