/* perf_lost.h - the lines in which perf says that it lost something while it recorded.
 *
 *	bash  4944 [001]  2186.334685: PERF_RECORD_LOST lost 391
 *	bash  4944 [001]  2186.334685: PERF_RECORD_LOST_SAMPLES lost 12
 *	Processed 26381 samples and lost 63.17%!
 *	Processed 1234 events and lost 5 chunks!
 *
 * The last two are messages on stderr, which may be mixed in.
 * Source: perf's machine.c and session.c.
 */
#ifndef PROFILE_PERF_LOST_H
#define PROFILE_PERF_LOST_H

#include "profile/tally.h"

/* Reads such a line into *lost; false, and *lost as it was, for any other. */
bool perf_lost_read(struct str line, struct tally_lost *lost);

#endif
