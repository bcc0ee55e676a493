/* wall.h - what the wall clock showed at a moment of a text.
 *
 *	struct wall_wish wish = {0};
 *	if (!wall_parse(STR("5978.31=2026-11-22T12:55:51Z"), false, &wish))
 *		...
 *	enum wall_known known = wall_find(&stream.clues, &wish, begin, origin, &wall);
 *
 * A text tells it by the reference time of perf's header, by times that are themselves seconds since
 * 1970, or by the dates that +tod prints; the latter, like `captured on`, without their zone.
 */
#ifndef PROFILE_WALL_H
#define PROFILE_WALL_H

#include "base/nsec.h"

/* What a text says.  Its own clock's times are as it prints them; dates are since 1970, as if they
 * were UTC. */
struct wall_clues {
	bool has_reference, has_dated, has_captured, has_ends;
	nsec reference_wall, reference_time; /* one moment by both clocks; the former is UTC */
	nsec dated_date, dated_time;         /* a sample's date and its time */
	nsec captured;                       /* the text's date */
	nsec first, last;                    /* its own times of its first and last sample */
	bool other_clock;                    /* its own clock is said not to be the wall's */
};

/* What the user says. */
struct wall_wish {
	bool given, captured;
	nsec time, wall; /* where given: one moment by both clocks */
	bool local;      /* dates without a zone are local time, not UTC */
};

enum wall_known {
	WALL_UNKNOWN,
	WALL_EXACT,
	WALL_ZONELESS, /* by dates that were taken as UTC, though nothing says so */
	WALL_ROUGH     /* by the date of the text: it was written when its last sample was taken */
};

/* Reads `captured` or TIME=CLOCK: seconds as the profiler printed them, and a date as calendar.h has
 * it or seconds since 1970.  False, and *wish as it was, for anything else. */
bool wall_parse(struct str s, bool local, struct wall_wish *wish);

/* Finds what the wall clock showed, in nanoseconds since 1970, when the profiler's own showed at.  begin
 * is the time of the text's first sample, the fraction cut off. */
enum wall_known wall_find(
    const struct wall_clues *clues, const struct wall_wish *wish, nsec begin, nsec at, nsec *wall);

#endif
