/* ramp.c - the colour scale of a heat map */
#include "picture/ramp.h"

#include "base/number.h"

struct ramp
ramp_of(uint64_t max)
{
	return (struct ramp){max, max < RAMP_LEVELS ? (unsigned)max : RAMP_LEVELS};
}

unsigned
ramp_level(const struct ramp *ramp, uint64_t count)
{
	if (count == 0)
		return 0;
	if (count >= ramp->max)
		return ramp->levels;
	return 1 + (unsigned)number_scale(count - 1, ramp->levels, ramp->max);
}

/* ceil(level * max / levels), without a product that could be too large. */
uint64_t
ramp_most(const struct ramp *ramp, unsigned level)
{
	uint64_t whole = ramp->max / ramp->levels, rest = ramp->max % ramp->levels;

	return level * whole + (level * rest + ramp->levels - 1) / ramp->levels;
}

uint64_t
ramp_least(const struct ramp *ramp, unsigned level)
{
	return level == 1 ? 1 : ramp_most(ramp, level - 1) + 1;
}

/* Between a and b, a byte of the colour at a time; at is of 0 to extent. */
static uint32_t
mix(uint32_t a, uint32_t b, unsigned at, unsigned extent)
{
	uint32_t color = 0;

	for (int shift = 16; shift >= 0; shift -= 8) {
		uint32_t from = a >> shift & 0xff, to = b >> shift & 0xff;
		uint32_t sum = from * (extent - at) + to * at + extent / 2;
		color |= sum / extent << shift;
	}
	return color;
}

uint32_t
ramp_color(const struct ramp *ramp, unsigned level, bool dark)
{
	/* The first is the faintest that still shows against the paper. */
	static const uint32_t stops[2][3] = {
	    {0xffebe6, 0xff7a66, 0xd40000},
	    {0x45201d, 0xb03526, 0xff8a66},
	};
	const uint32_t *stop = stops[dark];
	unsigned at = level - 1, extent = ramp->levels - 1;

	if (extent == 0)
		return stop[2];
	if (2 * at <= extent)
		return mix(stop[0], stop[1], 2 * at, extent);
	return mix(stop[1], stop[2], 2 * at - extent, extent);
}
