/* wall_test.c - what the wall clock showed at a moment of a text */
#include "profile/wall.h"

#include "unit/check.h"

#include <stdlib.h>
#include <time.h>

#define SECONDS(n) ((n)*NSEC_SECOND)

static bool
told(const char *text, nsec time, nsec wall)
{
	struct wall_wish wish = {0};

	return wall_parse(str_from(text), false, &wish) && wish.given && !wish.captured &&
	    wish.time == time && wish.wall == wall;
}

static void
parse(void)
{
	struct wall_wish wish = {0};

	/* date -u -d 2026-11-22T12:55:51 +%s */
	CHECK(told("5978.31=2026-11-22T12:55:51Z", 5978310000000, SECONDS(1795352151)));
	CHECK(told("5978.31=2026-11-22 13:55:51+01:00", 5978310000000, SECONDS(1795352151)));
	CHECK(told("0=2026-11-22T12:55:51", 0, SECONDS(1795352151)));
	CHECK(told("0=1795352151.5", 0, SECONDS(1795352151) + NSEC_SECOND / 2));
	CHECK(!wall_parse(STR("5978.31"), false, &wish) && !wish.given);
	CHECK(!wall_parse(STR("=2026-11-22T12:55:51Z"), false, &wish));
	CHECK(!wall_parse(STR("5978.31=12:55:51"), false, &wish));
	CHECK(!wall_parse(STR("5978.31="), false, &wish));
	CHECK(!wall_parse(STR("capture"), false, &wish) && !wish.captured);
	CHECK(wall_parse(STR("captured"), true, &wish) && wish.captured && wish.local);
}

static nsec
local_wall(const char *text)
{
	struct wall_wish wish = {0};

	return wall_parse(str_from(text), true, &wish) ? wish.wall : 0;
}

/* What the clock shows twice is the first, whatever was asked before. */
static void
shown_twice(void)
{
	setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
	/* date -u -d 2026-10-25T00:30 +%s */
	CHECK(local_wall("0=2026-07-01T00:00") != 0);
	CHECK(local_wall("0=2026-10-25T02:30") == SECONDS(1792888200));
	CHECK(local_wall("0=2026-12-01T00:00") != 0);
	CHECK(local_wall("0=2026-10-25T02:30") == SECONDS(1792888200));
	CHECK(local_wall("0=2026-10-25T02:30+01:00") == SECONDS(1792888200 + 3600));
}

static bool
finds(struct wall_clues clues, struct wall_wish wish, nsec begin, enum wall_known known, nsec wall)
{
	nsec at = 0;
	enum wall_known got = wall_find(&clues, &wish, begin, begin + 1, &at);

	return got == known && (known == WALL_UNKNOWN || at == wall + 1);
}

static void
by_text(void)
{
	struct wall_wish none = {0}, given = {.given = true, .time = SECONDS(10), .wall = 5};
	struct wall_clues clues = {0};

	CHECK(finds(clues, none, SECONDS(5000), WALL_UNKNOWN, 0));
	CHECK(finds(clues, given, SECONDS(15), WALL_EXACT, SECONDS(5) + 5));
	/* Its own times are seconds since 1970, but for what no wall has shown. */
	CHECK(finds(clues, none, SECONDS(1795348020), WALL_EXACT, SECONDS(1795348020)));
	CHECK(finds(clues, none, SECONDS(999999999), WALL_UNKNOWN, 0));
	CHECK(finds(clues, none, SECONDS(9000000000), WALL_UNKNOWN, 0));
	clues.other_clock = true;
	CHECK(finds(clues, none, SECONDS(1795348020), WALL_UNKNOWN, 0));
	clues.has_reference = true;
	clues.reference_wall = SECONDS(1795349393);
	clues.reference_time = SECONDS(3220);
	CHECK(finds(clues, none, SECONDS(3244), WALL_EXACT, SECONDS(1795349417)));
	CHECK(finds(clues, given, SECONDS(3244), WALL_EXACT, SECONDS(3234) + 5));
	/* --reltime: times that are not of that clock. */
	CHECK(finds(clues, none, 0, WALL_UNKNOWN, 0));
}

static void
by_dates(void)
{
	struct wall_wish none = {0}, local = {.local = true};
	struct wall_wish captured = {.captured = true}, here = {.captured = true, .local = true};
	struct wall_clues clues = {
	    .has_dated = true, .dated_date = SECONDS(1795348020), .dated_time = SECONDS(1795)};

	setenv("TZ", "TST-9", 1);
	tzset();
	CHECK(finds(clues, none, SECONDS(1800), WALL_ZONELESS, SECONDS(1795348025)));
	CHECK(finds(clues, local, SECONDS(1800), WALL_EXACT, SECONDS(1795348025 - 9 * 3600)));
	CHECK(finds(clues, captured, SECONDS(1800), WALL_UNKNOWN, 0));
	clues = (struct wall_clues){.has_captured = true, .captured = SECONDS(1795349549)};
	CHECK(finds(clues, captured, SECONDS(3244), WALL_UNKNOWN, 0));
	clues.has_ends = true;
	clues.first = SECONDS(3221);
	clues.last = SECONDS(3333);
	CHECK(finds(clues, captured, SECONDS(3244), WALL_ROUGH, SECONDS(1795349460)));
	CHECK(finds(clues, here, SECONDS(3244), WALL_ROUGH, SECONDS(1795349460 - 9 * 3600)));
	CHECK(finds(clues, captured, 0, WALL_UNKNOWN, 0));
}

int
main(void)
{
	parse();
	shown_twice();
	by_text();
	by_dates();
	return check_failed;
}
