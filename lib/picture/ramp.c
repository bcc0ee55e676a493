/* ramp.c - the colour scale of a heat map */
#include "picture/ramp.h"

#include "base/number.h"

/* The binary logarithm of a number above 0, in 65536ths, rounded down: by squaring, so that it is
 * the same on every machine. */
static uint32_t
logarithm(uint64_t number)
{
	uint32_t value = 0;

	for (uint64_t rest = number; rest > 1; rest >>= 1)
		value++;
	/* The mantissa, of 1 to 2, in 31 bits behind the point. */
	uint64_t mantissa = value > 31 ? number >> (value - 31) : number << (31 - value);
	for (int bit = 0; bit < 16; bit++) {
		mantissa = mantissa * mantissa >> 31;
		value = value << 1 | (mantissa >> 32 != 0);
		mantissa >>= mantissa >> 32;
	}
	return value;
}

/* How many of n ascending counts are below count. */
static size_t
count_below(const uint64_t *counts, size_t n, uint64_t count)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (counts[middle] < count)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The place of a count of 1 to max, from 0 to RAMP_LEVELS - 1; never less for a greater count. */
static unsigned
find_place(const struct ramp *ramp, uint64_t count, const uint64_t *counts, size_t n)
{
	uint64_t share = number_scale(count - 1, RAMP_LEVELS * RAMP_LEVELS, ramp->max);
	unsigned root = 0;

	switch (ramp->scale) {
	case RAMP_LINEAR: return (unsigned)(share / RAMP_LEVELS);
	case RAMP_SQRT:
		while ((root + 1) * (root + 1) <= share)
			root++;
		return root;
	case RAMP_LOG:
		return (unsigned)((uint64_t)logarithm(count) * (RAMP_LEVELS - 1) /
		    (ramp->max > 1 ? logarithm(ramp->max) : 1));
	case RAMP_RANK: break;
	}
	return (unsigned)(count_below(counts, n, count) * RAMP_LEVELS / n);
}

/* The greatest count at that place or a lower one, which there is. */
static uint64_t
find_most(const struct ramp *ramp, unsigned place, const uint64_t *counts, size_t n)
{
	uint64_t low = 1, high = ramp->max;

	while (low < high) {
		uint64_t middle = low + (high - low) / 2 + 1;
		if (find_place(ramp, middle, counts, n) <= place)
			low = middle;
		else
			high = middle - 1;
	}
	return low;
}

struct ramp
ramp_scaled(enum ramp_scale scale, uint64_t max, const uint64_t *counts, size_t n)
{
	struct ramp ramp = {.max = max, .scale = scale, .extent = RAMP_LEVELS - 1};

	if (scale == RAMP_LINEAR)
		return ramp_of(max);
	for (uint64_t least = 1; least <= max && least > 0;) {
		unsigned place = find_place(&ramp, least, counts, n);
		ramp.levels++;
		ramp.place[ramp.levels] = (unsigned char)place;
		ramp.most[ramp.levels] = find_most(&ramp, place, counts, n);
		least = ramp.most[ramp.levels] + 1;
	}
	/* The greatest has the last colour, whatever is left of the scale. */
	ramp.place[ramp.levels] = RAMP_LEVELS - 1;
	return ramp;
}

struct ramp
ramp_of(uint64_t max)
{
	struct ramp ramp = {.max = max, .levels = max < RAMP_LEVELS ? (unsigned)max : RAMP_LEVELS};
	uint64_t whole = max / ramp.levels, rest = max % ramp.levels;

	ramp.extent = ramp.levels - 1;
	for (unsigned level = 1; level <= ramp.levels; level++) {
		/* ceil(level * max / levels), without a product that could be too large. */
		ramp.most[level] = level * whole + (level * rest + ramp.levels - 1) / ramp.levels;
		ramp.place[level] = (unsigned char)(level - 1);
	}
	return ramp;
}

unsigned
ramp_level(const struct ramp *ramp, uint64_t count)
{
	unsigned low = 0, high = ramp->levels;

	while (low < high) {
		unsigned middle = (low + high) / 2;
		if (ramp->most[middle] < count)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

uint64_t
ramp_most(const struct ramp *ramp, unsigned level)
{
	return ramp->most[level];
}

uint64_t
ramp_least(const struct ramp *ramp, unsigned level)
{
	return ramp->most[level - 1] + 1;
}

enum { STOPS = 9 };

/* Between the first and the last of a scheme, as many as there are: the first is the faintest that
 * still shows against its paper. */
static const struct scheme {
	unsigned n;
	uint32_t stops[STOPS];
} schemes[][2] = {
    [RAMP_HEAT] = {{3, {0xffe8dc, 0xff8748, 0xd00707}}, {3, {0x46241a, 0xc04a1c, 0xffb374}}},
    [RAMP_ENHANCED] = {{5, {0xfff6c8, 0xffd23f, 0xff8a1f, 0xdb1c1c, 0x4d000f}},
	{5, {0x4a1014, 0xc3241c, 0xff8a1f, 0xffd84a, 0xfffce0}}},
    /* Viridis and cividis of matplotlib, on white paper from their bright ends. */
    [RAMP_VIRIDIS] = {{9,
			  {0xfde725, 0xaddc30, 0x5ec962, 0x28ae80, 0x21918c, 0x2c728e, 0x3b528b,
			      0x472d7b, 0x440154}},
	{9,
	    {0x440154, 0x472d7b, 0x3b528b, 0x2c728e, 0x21918c, 0x28ae80, 0x5ec962, 0xaddc30,
		0xfde725}}},
    [RAMP_CIVIDIS] = {{7, {0xfee838, 0xd3c065, 0xa59c74, 0x7d7c78, 0x575d6d, 0x2b446e, 0x00224e}},
	{7, {0x123570, 0x3b496c, 0x575d6d, 0x7d7c78, 0xa59c74, 0xd3c065, 0xfee838}}},
    /* The upper part of its inferno. */
    [RAMP_DARK] = {{8,
		       {0x4a0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9b06, 0xf7d13d,
			   0xfcffa4}},
	{8, {0x4a0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9b06, 0xf7d13d, 0xfcffa4}}},
};

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
	const struct scheme *scheme = &schemes[ramp->colors][dark];
	unsigned last = scheme->n - 1, at = ramp->place[level] * last;

	if (ramp->extent == 0 || at == ramp->extent * last)
		return scheme->stops[last];
	unsigned from = at / ramp->extent;
	return mix(scheme->stops[from], scheme->stops[from + 1], at % ramp->extent, ramp->extent);
}

unsigned
ramp_stops(enum ramp_colors colors, bool dark, const uint32_t **stops)
{
	*stops = schemes[colors][dark].stops;
	return schemes[colors][dark].n;
}
