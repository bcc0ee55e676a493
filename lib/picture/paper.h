/* paper.h - the colours of a picture beside those of its cells, on light ground and on dark.
 *
 *	const struct paper *paper = paper_of(false);
 *	text_print(&svg, " fill=\"%s\"", paper->quiet);
 *
 * They are written as attributes, so that they show where styles are blocked; paper_put_style
 * writes those of the other ground for readers who like that.
 */
#ifndef PICTURE_PAPER_H
#define PICTURE_PAPER_H

#include "base/text.h"

struct paper {
	const char *page, *plot; /* behind all, and behind the cells */
	const char *text, *quiet;
	const char *line, *faint; /* axes, and the other edges of the plot */
	const char *mark;         /* what is marked or selected */
	const char *gap;          /* where nothing was recorded */
};

const struct paper *paper_of(bool dark);

/* Writes rules for the classes page, plot, quiet, line, faint, mark and gap, and for text. */
void paper_put_style(const struct paper *paper, struct text *svg);

#endif
