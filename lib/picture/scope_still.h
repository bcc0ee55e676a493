/* scope_still.h - the pictures that a scope shows where no scripts run. */
#ifndef PICTURE_SCOPE_STILL_H
#define PICTURE_SCOPE_STILL_H

#include "analysis/ends.h"
#include "analysis/grid.h"
#include "picture/axes_clock.h"
#include "picture/marks.h"
#include "picture/palette.h"

/* All of a profile. */
struct scope_still {
	struct grid *grid;
	struct str title, unit; /* of the heat map, and what it counts */
	struct axes_clock clock;
	const struct marks *marks;
};

/* Draws the heat map.  Rows of the grid are merged where there are so many cells that they would take
 * more than the samples. */
void scope_still_map(const struct scope_still *still, struct text *svg);

/* Grows the tree of ends, and draws it. */
void scope_still_flame(struct ends *ends, enum palette palette, struct str unit, struct text *svg);

#endif
