/* legend.c - which colour is how many samples */
#include "picture/legend.h"

#include "picture/svg.h"

#include <inttypes.h>

enum {
	SWATCH = 26, /* width of a level with a number of its own */
	FEW = 12,    /* levels that each get one */
	STRIP = 8,   /* width of a level without */
	HEIGHT = 12,
};

static void
put_number(uint64_t x, uint64_t y, const char *anchor, uint64_t number, struct text *svg)
{
	text_print(svg,
	    "<text class=\"quiet\" x=\"%" PRIu64 "\" y=\"%" PRIu64
	    "\" text-anchor=\"%s\" fill=\"#5f656c\">",
	    x, y, anchor);
	text_put_grouped(svg, number);
	text_put(svg, STR("</text>\n"));
}

void
legend_draw(const struct ramp *ramp, struct str unit, uint64_t x, uint64_t y, struct text *svg)
{
	bool few = ramp->levels <= FEW && ramp->max == ramp->levels;
	uint64_t width = few ? SWATCH : STRIP, left = x - ramp->levels * width;
	uint64_t below = y + HEIGHT + 14;

	text_put(
	    svg, STR("<g class=\"legend\" font-size=\"11\" shape-rendering=\"crispEdges\">\n"));
	for (unsigned level = 1; level <= ramp->levels; level++) {
		uint64_t at = left + (level - 1) * width;
		text_print(svg,
		    "<rect class=\"l%u\" x=\"%" PRIu64 "\" y=\"%" PRIu64 "\" width=\"%" PRIu64
		    "\" height=\"%d\" fill=\"#%06" PRIx32 "\"/>\n",
		    level, at, y, width, HEIGHT, ramp_color(ramp, level, false));
		if (few)
			put_number(at + width / 2, below, "middle", level, svg);
	}
	if (!few) {
		put_number(left, below, "start", 1, svg);
		put_number(left + width * ramp->levels / 2, below, "middle",
		    ramp_most(ramp, (ramp->levels + 1) / 2), svg);
		put_number(x, below, "end", ramp->max, svg);
	}
	text_print(svg,
	    "<text class=\"quiet\" x=\"%" PRIu64 "\" y=\"%" PRIu64
	    "\" text-anchor=\"end\" fill=\"#5f656c\">",
	    left - 10, y + 10);
	svg_put_text(svg, unit);
	text_put(svg, STR(" in a cell</text>\n</g>\n"));
}
