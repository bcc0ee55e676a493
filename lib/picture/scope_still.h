/* scope_still.h - the pictures that a scope shows where no scripts run. */
#ifndef PICTURE_SCOPE_STILL_H
#define PICTURE_SCOPE_STILL_H

#include "analysis/ends.h"
#include "analysis/grid.h"
#include "picture/palette.h"
#include "profile/head.h"

/* Draws the heat map of all of a profile, whose head it is.  Rows of the grid are merged where there
 * are so many cells that they would take more than the samples. */
void
scope_still_map(struct grid *grid, const struct head *head, struct str title, struct text *svg);

/* Grows the tree of ends, and draws it. */
void scope_still_flame(struct ends *ends, enum palette palette, struct str unit, struct text *svg);

#endif
