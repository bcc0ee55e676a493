/* stacks_scale.h - stacks whose weights have fractions, counted in smaller units.
 *
 *	struct weight most = {20, 0};
 *	unsigned decimals = stacks_scale(&stacks, &most);	1: 14.5 has become 145, most 200
 */
#ifndef PROFILE_STACKS_SCALE_H
#define PROFILE_STACKS_SCALE_H

#include "profile/stacks.h"

/* Multiplies the weights of all stacks, their totals and *further by the least power of ten that makes them
 * whole, or the largest with which the totals are within 64 bits; then fractions are left.  Returns
 * which power, 0 where there are no fractions. */
unsigned stacks_scale(struct stacks *stacks, struct weight *further);

#endif
