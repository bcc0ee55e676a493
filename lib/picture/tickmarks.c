/* tickmarks.c - the ticks along a side of a picture */
#include "picture/tickmarks.h"

#include <inttypes.h>

struct text *
tickmarks_add(struct tickmarks *ticks, uint64_t x)
{
	if (ticks->labels.n > 0)
		text_put(&ticks->labels, STR("</text>\n"));
	text_print(&ticks->lines, "M%" PRIu64 ".5 %" PRIu64 "v%d", x, ticks->y, ticks->length);
	text_print(&ticks->labels, "<text x=\"%" PRIu64 "\" y=\"%" PRIu64 "\">", x, ticks->label_y);
	return &ticks->labels;
}

void
tickmarks_draw(struct tickmarks *ticks, const struct paper *paper, struct text *svg)
{
	if (ticks->labels.n > 0) {
		text_put(svg, STR("<path class=\"line\" d=\""));
		text_put(svg, text_str(&ticks->lines));
		text_print(svg,
		    "\" stroke=\"%s\"/>\n<g class=\"quiet\" text-anchor=\"middle\" fill=\"%s\">\n",
		    paper->line, paper->quiet);
		text_put(svg, text_str(&ticks->labels));
		text_put(svg, STR("</text>\n</g>\n"));
	}
	text_free(&ticks->lines);
	text_free(&ticks->labels);
}
