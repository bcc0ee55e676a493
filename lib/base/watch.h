/* watch.h - how long something takes: the one clock there is.
 *
 *	nsec start = watch_now();
 *	... watch_now() - start
 *
 * It is for waiting and for progress alone: no result may depend on it.
 */
#ifndef BASE_WATCH_H
#define BASE_WATCH_H

#include "base/nsec.h"

/* Since some moment, that of all calls of a process; never goes back. */
nsec watch_now(void);

#endif
