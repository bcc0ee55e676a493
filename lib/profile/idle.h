/* idle.h - samples of a CPU that had nothing to do.
 *
 * The rule is docs/design.md's, "Idle": an idle thread, an event that is CPU time, an idle
 * function in the stack, and between it and the leaf no work of an interrupt.
 */
#ifndef PROFILE_IDLE_H
#define PROFILE_IDLE_H

#include "profile/sample.h"

/* Idle functions that the user names. */
struct idle_more {
	const char *const *names;
	size_t n;
};

/* What the name of a function says by itself.  more may be NULL. */
enum frame_idle idle_of_name(struct str name, const struct idle_more *more);

/* Whether the sample, of an event that is CPU time, is idle time. */
bool idle_sample(const struct sample *sample);

#endif
