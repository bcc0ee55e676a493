/* axis.h - several streams on one axis of time.
 *
 * The first head sets the axis.  The times of a stream with a further head are shifted by the
 * difference of the two walls where both heads have one, else of the two origins where both come
 * from one clock of one host: the rule of fs-folded(5), "Several streams on one axis".
 *
 * Where only one of two heads names its host, they are of one where the origins are the same: those
 * are parts of one text, of which the first alone has what perf tells of the recording.  A stream
 * that tells no clock runs on the profiler's default one.  A stream whose origin is its wall runs on
 * the wall's clock, and one that tells no wall does not.
 */
#ifndef PROFILE_AXIS_H
#define PROFILE_AXIS_H

#include "base/nsec.h"

struct axis_stream {
	bool has_origin, has_wall, has_about;
	nsec origin, wall;
	nsec about; /* the wall, roughly */
	struct text hostname, clock;
};

struct axis {
	struct axis_stream first, now;
	uint64_t heads;
	bool stale; /* the shift is to be found anew: a comment came */
	bool apart; /* and was not to be found */
	nsec shift;
};

/* Takes one comment of the stream. */
void axis_comment(struct axis *axis, struct str key, struct str value);

/* Finds the shift anew, after a comment.  False where the heads do not tell it. */
bool axis_settle(struct axis *axis);

/* Puts a time of the stream being read on the axis.  False where the heads do not tell how. */
static inline bool
axis_place(struct axis *axis, nsec *time)
{
	if ((axis->stale || axis->apart) && !axis_settle(axis))
		return false;
	*time = nsec_add(*time, axis->shift);
	return true;
}

void axis_free(struct axis *axis);

#endif
