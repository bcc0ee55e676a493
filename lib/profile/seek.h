/* seek.h - passing over what lies outside the ranges asked for, in a file known to be in order.
 *
 *	at the first sample of a piece:
 *		if (!seek_begin(&seek, &lines, &window, time, sorted))
 *			seek_die(&seek, &lines);
 *	at each sample:
 *		if (!seek_check(&seek, time))
 *			seek_die(&seek, &lines);
 *		if (seek_may_leave(&seek, time) && !seek_leave(&seek, &lines, &window, time))
 *			seek_die(&seek, &lines);
 *
 * The last line of a whole stream, `end`, tells its length and by how much time went back at most,
 * the slack: a sample earlier than some time less the slack stands behind none that is later than
 * that time.  So bisection finds where a range can begin, and reading can end behind it.  A regular
 * file whose `end` line does not agree with its length vouches for nothing, and is read whole: it was
 * cut, or several streams stand in it.
 * What is passed over are samples outside the window, and nothing else: comments stand in front.
 * Its order is looked at in some places first, and in each place that bisection comes to.
 */
#ifndef PROFILE_SEEK_H
#define PROFILE_SEEK_H

#include "profile/lines.h"
#include "profile/window.h"

struct seek {
	bool on;          /* the piece is known to be in order */
	bool vouched;     /* by its end line, not by the user's word */
	nsec slack;       /* by how much time may go back */
	uint64_t end;     /* byte at which the samples are over */
	nsec latest;      /* time met so far */
	size_t span;      /* of the window: the one that comes next */
	nsec from, until; /* a sample at from or later, and before until, is met where it belongs */
	struct text peeked;
	nsec back;    /* by how much time goes back where it should not */
	uint64_t met; /* byte at which that was seen, ahead of what was read; 0: in the line read */
};

/* Finds out whether the piece that lines is in, of which time is the first, vouches for its order;
 * sorted is the user's word that it never goes back, taken where there is no other.  The window is
 * settled.  False where time is seen to go back by more than that. */
bool seek_begin(struct seek *seek, const struct lines *lines, const struct window *window,
    nsec time, bool sorted);

/* Takes note of a sample's time; false where it goes back by more than was vouched for. */
bool seek_check(struct seek *seek, nsec time);

/* Ends the program after that, naming the place. */
_Noreturn void seek_die(const struct seek *seek, const struct lines *lines);

/* Whether the samples after the one at time may be passed over. */
static inline bool
seek_may_leave(const struct seek *seek, nsec time)
{
	return seek->on && (time < seek->from || time >= seek->until);
}

/* Goes on where the next span of the window can begin, or to the next piece where none is left.
 * What lines handed out is not good after that.  False as of seek_check. */
bool seek_leave(struct seek *seek, struct lines *lines, const struct window *window, nsec time);

void seek_free(struct seek *seek);

#endif
