/* wall.c - what the wall clock showed at a moment of a text */
#include "profile/wall.h"

#include "base/calendar.h"
#include "base/zone.h"

/* Own times from the year 2001 to 2100 are no time since a machine was started. */
#define EARLIEST (1000000000 * NSEC_SECOND)
#define LATEST (4102444800 * NSEC_SECOND)

static bool
parse_clock(struct str s, bool local, nsec *wall)
{
	struct calendar at;

	if (nsec_parse(s, wall))
		return true;
	if (!calendar_parse(s, &at) || !at.has_day)
		return false;
	*wall = at.day * CALENDAR_DAY + at.time - at.zone;
	if (local && !at.has_zone)
		*wall = zone_utc(*wall);
	return true;
}

bool
wall_parse(struct str s, bool local, struct wall_wish *wish)
{
	struct wall_wish value = {.local = local};
	size_t equals = str_find_char(s, '=');

	if (str_equal(s, STR("captured"))) {
		value.captured = true;
	} else {
		value.given = true;
		if (equals == s.n || !nsec_parse(str_head(s, equals), &value.time) ||
		    !parse_clock(str_skip(s, equals + 1), local, &value.wall))
			return false;
	}
	*wish = value;
	return true;
}

/* The wall at a time of the text's own clock, by one moment that is known by both. */
static nsec
at_time(nsec at, nsec time, nsec wall)
{
	return nsec_add(wall, nsec_sub(at, time));
}

/* No sample comes before the recording begins, but for a CPU's clock that lags a little: text that
 * says so counts its times from elsewhere, as under --reltime. */
static bool
is_own(nsec begin, nsec time)
{
	return nsec_add(begin, 2 * NSEC_SECOND) > time;
}

static nsec
to_utc(const struct wall_wish *wish, nsec date)
{
	return wish->local ? zone_utc(date) : date;
}

static enum wall_known
find_told(
    const struct wall_clues *clues, const struct wall_wish *wish, nsec begin, nsec at, nsec *wall)
{
	if (!clues->other_clock && begin >= EARLIEST && begin < LATEST) {
		*wall = at;
		return WALL_EXACT;
	}
	if (clues->has_reference && is_own(begin, clues->reference_time)) {
		*wall = at_time(at, clues->reference_time, clues->reference_wall);
		return WALL_EXACT;
	}
	if (!clues->has_dated)
		return WALL_UNKNOWN;
	*wall = at_time(at, clues->dated_time, to_utc(wish, clues->dated_date));
	return wish->local ? WALL_EXACT : WALL_ZONELESS;
}

enum wall_known
wall_find(
    const struct wall_clues *clues, const struct wall_wish *wish, nsec begin, nsec at, nsec *wall)
{
	if (wish->given) {
		*wall = at_time(at, wish->time, wish->wall);
		return WALL_EXACT;
	}
	if (!wish->captured)
		return find_told(clues, wish, begin, at, wall);
	if (!clues->has_captured || !clues->has_ends || !is_own(begin, clues->first) ||
	    clues->last < begin)
		return WALL_UNKNOWN;
	*wall = at_time(at, clues->last, to_utc(wish, clues->captured));
	return WALL_ROUGH;
}
