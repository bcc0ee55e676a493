/* scope_prune.h - a scope that takes no more than so many bytes. */
#ifndef PICTURE_SCOPE_PRUNE_H
#define PICTURE_SCOPE_PRUNE_H

#include "picture/scope.h"

/* Draws the page of scope, whose data are of ends, in most bytes or less: boxes are left out as
 * pruning.h says, as few as will do but for a 256th of the bytes, and the page says how many.  Samples all
 * stay; where they alone are too many, that ends the program. */
void scope_prune(struct scope *scope, struct ends *ends, uint64_t most, struct text *page);

#endif
