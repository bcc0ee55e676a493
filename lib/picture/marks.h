/* marks.h - what stands on the cells of a heat map: gaps, marked ranges of time, and links.
 *
 *	const struct marks marks = {.named = &named, .href = STR("flame-{start}-{end}.svg")};
 *	marks_draw_gaps(&plot, &marks, &svg);
 *	... the cells
 *	marks_draw(&plot, &marks, &svg);
 *
 * Links work without scripts.
 */
#ifndef PICTURE_MARKS_H
#define PICTURE_MARKS_H

#include "analysis/pieces.h"
#include "picture/paper.h"
#include "picture/plot.h"
#include "profile/named.h"

/* What is a link, in the order of MARKS_LINKS. */
enum marks_link { MARKS_RANGES, MARKS_COLUMNS, MARKS_CELLS };

#define MARKS_LINKS "range|column|cell"

struct marks {
	const struct paper *paper;
	const struct named *named; /* settled */
	struct str href;           /* template of links (link.h); empty: none */
	enum marks_link link;
	const struct pieces_gap *gaps;
	size_t n_gaps;
	nsec silence; /* what is no longer and holds no whole column is none */
};

/* Whether a cell lies between two pieces as a whole; where rows are lanes, its column. */
bool marks_in_gap(const struct grid *grid, const struct marks *marks, int64_t column, uint32_t row);

/* From when to when the cells of one gap are; false where it has none. */
bool
marks_gap(const struct grid *grid, const struct marks *marks, size_t i, nsec *start, nsec *end);

/* Draws the cells that lie between two pieces of the profile, under the others. */
void marks_draw_gaps(const struct plot *plot, const struct marks *marks, struct text *svg);

/* Outlines the ranges, each with its label where that finds room; a tooltip has it anyway. */
void marks_draw(const struct plot *plot, const struct marks *marks, struct text *svg);

/* How many ranges lie outside of the map and so are not drawn. */
size_t marks_outside(const struct grid *grid, const struct named *named);

#endif
