/* event.h - the names of events.
 *
 * A name is what the profiler printed: `cpu-clock`, `cycles:ppp`, `cpu_core/cycles/P`,
 * `sched:sched_switch`, `raw 0x1a8`.  On hybrid CPUs one event runs under two names,
 * `cpu_core/X/` and `cpu_atom/X/`; both are X here.
 */
#ifndef PROFILE_EVENT_H
#define PROFILE_EVENT_H

#include "base/text.h"

/* Whether the samples of that event are CPU time: its name contains cycles or clock, or the
 * profiler printed none. */
bool event_is_cpu_time(struct str name);

/* Whether two names mean one event, modifiers (`:u`, `:ppp`) and all. */
bool event_equal(struct str a, struct str b);

/* Whether a user's word means that event: the name as printed, or without the wrapper of a hybrid
 * CPU, or without modifiers. */
bool event_matches(struct str word, struct str name);

/* Whether it is a tracepoint, as in sched:sched_switch, whose samples hold a text. */
bool event_is_tracepoint(struct str name);

/* Whether the name ends in modifiers: `cycles:ppp`. */
bool event_has_modifiers(struct str name);

/* Writes the name without the wrapper of a hybrid CPU, blanks as `_`. */
void event_put(struct text *text, struct str name);

#endif
