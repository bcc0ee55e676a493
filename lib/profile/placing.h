/* placing.h - on which axis the times of each text stand, and what the wall clock showed there.
 *
 *	struct placing placing = {0};
 *	placing_tell(&placing, "28648", "5978.31=2026-11-22T12:55:51Z", false);
 *	at each text, once its stream is settled:
 *		style.origin = placing_next(&placing, &stream, &in);
 *	placing_say(&placing);
 *	placing_free(&placing);
 *
 * The first text sets the axis.  The others go there by the rule of axis.h, for which a text without
 * perf's header is of the same host as the one before: the header stands in front of the first part
 * of a text that was cut.  {0} takes the origin and the wall clock from the texts.
 */
#ifndef PROFILE_PLACING_H
#define PROFILE_PLACING_H

#include "base/input.h"
#include "profile/axis.h"
#include "profile/stream.h"

struct placing {
	struct wall_wish wish;
	bool has_origin; /* the user's, for all texts */
	nsec origin;

	struct axis axis;
	const char *first_name; /* of the text that set the axis */
	enum wall_known known;  /* of the text of which least is known */
};

/* Takes --origin, --wall and --local; NULL where they were not given.  What they should not be ends the
 * program with status 2. */
void placing_tell(struct placing *placing, const char *origin, const char *wall, bool local);

/* What the times of the text in `in` are counted from, by its own clock.  Sets the stream's origin
 * where the user told it, and adds the facts `wall` or `wall-about`.  Where there is no way onto the
 * axis, or no date for a rough wall clock, the program ends with a message. */
nsec placing_next(struct placing *placing, struct stream *stream, const struct input *in);

/* Says on stderr what was taken to be so of the wall clock. */
void placing_say(const struct placing *placing);

void placing_free(struct placing *placing);

#endif
