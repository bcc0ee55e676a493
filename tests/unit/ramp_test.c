/* ramp_test.c - the colour scale of a heat map */
#include "picture/ramp.h"
#include "unit/check.h"

/* Levels follow each other without a gap, and each count lies within its own. */
static void
check_whole(uint64_t max)
{
	struct ramp ramp = ramp_of(max);

	CHECK(ramp.levels >= 1 && ramp.levels <= RAMP_LEVELS);
	CHECK(ramp_level(&ramp, 0) == 0 && ramp_level(&ramp, 1) == 1);
	CHECK(ramp_level(&ramp, max) == ramp.levels);
	CHECK(ramp_least(&ramp, 1) == 1 && ramp_most(&ramp, ramp.levels) == max);
	for (unsigned level = 1; level <= ramp.levels; level++) {
		uint64_t least = ramp_least(&ramp, level), most = ramp_most(&ramp, level);
		CHECK(least <= most);
		CHECK(level == 1 || ramp_most(&ramp, level - 1) == least - 1);
		CHECK(ramp_level(&ramp, least) == level && ramp_level(&ramp, most) == level);
	}
}

/* The same on the scales that are not linear, whose levels are fewer where counts are. */
static void
check_scale(enum ramp_scale scale, uint64_t max, const uint64_t *counts, size_t n)
{
	struct ramp ramp = ramp_scaled(scale, max, counts, n);

	CHECK(ramp.levels >= 1 && ramp.levels <= RAMP_LEVELS);
	CHECK(ramp_least(&ramp, 1) == 1 && ramp_most(&ramp, ramp.levels) == max);
	CHECK(ramp_level(&ramp, 0) == 0 && ramp_level(&ramp, UINT64_MAX) == ramp.levels);
	for (unsigned level = 1; level <= ramp.levels; level++) {
		uint64_t least = ramp_least(&ramp, level), most = ramp_most(&ramp, level);
		CHECK(least <= most);
		CHECK(ramp_level(&ramp, least) == level && ramp_level(&ramp, most) == level);
		CHECK(level == 1 || ramp.place[level] > ramp.place[level - 1]);
	}
	CHECK(ramp.place[ramp.levels] == ramp.extent);
}

static void
scales(void)
{
	static const uint64_t counts[] = {1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 5, 5, 9, 40, 1000, 1000};
	static const uint64_t maxima[] = {
	    1, 2, 3, 5, 31, 32, 33, 99, 1000, 1000003, UINT64_MAX - 1, UINT64_MAX};

	for (size_t i = 0; i < sizeof(maxima) / sizeof(*maxima); i++) {
		check_scale(RAMP_SQRT, maxima[i], NULL, 0);
		check_scale(RAMP_LOG, maxima[i], NULL, 0);
	}
	check_scale(RAMP_RANK, 1000, counts, 16);
	check_scale(RAMP_RANK, 9, counts, 16);
	/* Of 1024, the root of 256 is half of the way, the logarithm of 32 is. */
	struct ramp root = ramp_scaled(RAMP_SQRT, 1024, NULL, 0);
	CHECK(root.place[ramp_level(&root, 257)] == 16 && root.place[ramp_level(&root, 256)] == 15);
	struct ramp log = ramp_scaled(RAMP_LOG, 1024, NULL, 0);
	CHECK(log.place[ramp_level(&log, 32)] == 15 && log.place[ramp_level(&log, 36)] == 16);
	/* Seven of sixteen cells are ones, and so 2 stands at 14 of 32. */
	struct ramp rank = ramp_scaled(RAMP_RANK, 1000, counts, 16);
	CHECK(rank.place[ramp_level(&rank, 1)] == 0 && rank.place[ramp_level(&rank, 2)] == 14);
	CHECK(rank.place[ramp_level(&rank, 5)] == 20 && rank.place[ramp_level(&rank, 40)] == 26);
}

static unsigned
brightness(uint32_t color)
{
	return 2 * (color >> 16 & 0xff) + 5 * (color >> 8 & 0xff) + (color & 0xff);
}

static void
colors(void)
{
	struct ramp one = ramp_of(1), two = ramp_of(2), many = ramp_of(1000);

	CHECK(ramp_color(&one, 1, false) == 0xd00707);
	CHECK(ramp_color(&two, 1, false) == 0xffe8dc && ramp_color(&two, 2, false) == 0xd00707);
	CHECK(ramp_color(&many, 1, true) == 0x46241a && ramp_color(&many, 32, true) == 0xffb374);
	/* More is darker on paper, and brighter on dark ground. */
	for (many.colors = RAMP_HEAT; many.colors <= RAMP_DARK; many.colors++)
		for (unsigned level = 2; level <= many.levels; level++) {
			bool paper = many.colors != RAMP_DARK;
			unsigned now = brightness(ramp_color(&many, level, !paper));
			unsigned before = brightness(ramp_color(&many, level - 1, !paper));
			CHECK(paper ? now < before : now > before);
			now = brightness(ramp_color(&many, level, true));
			before = brightness(ramp_color(&many, level - 1, true));
			CHECK(now > before);
		}
}

int
main(void)
{
	for (uint64_t max = 1; max < 200; max++)
		check_whole(max);
	check_whole(1000003);
	check_whole(UINT64_MAX - 1);
	check_whole(UINT64_MAX);
	struct ramp ramp = ramp_of(5);
	CHECK(ramp_level(&ramp, 5) == 5 && ramp_level(&ramp, UINT64_MAX) == 5);
	scales();
	colors();
	return check_failed;
}
