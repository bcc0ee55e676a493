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

static void
colors(void)
{
	struct ramp one = ramp_of(1), two = ramp_of(2), many = ramp_of(1000);

	CHECK(ramp_color(&one, 1, false) == 0xd40000);
	CHECK(ramp_color(&two, 1, false) == 0xffebe6 && ramp_color(&two, 2, false) == 0xd40000);
	CHECK(ramp_color(&many, 1, true) == 0x45201d && ramp_color(&many, 32, true) == 0xff8a66);
	for (unsigned level = 2; level <= many.levels; level++) {
		uint32_t now = ramp_color(&many, level, false);
		uint32_t before = ramp_color(&many, level - 1, false);
		CHECK((now >> 8 & 0xff) < (before >> 8 & 0xff));
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
	colors();
	return check_failed;
}
