/* perf_stamp.h - the time in a header line: digits, a point, six or nine decimals, a colon. */
#ifndef PROFILE_PERF_STAMP_H
#define PROFILE_PERF_STAMP_H

#include "base/nsec.h"

struct perf_stamp {
	size_t start, decimals; /* where in the line it begins; of them */
	nsec time;
	bool fits; /* time holds it */
};

/* Whether the colon at line.s[colon] ends a time stamp; it is read from its end. */
bool perf_stamp_find(struct str line, size_t colon, struct perf_stamp *stamp);

/* Whether some colon in line ends one that no time holds. */
bool perf_stamp_is_beyond(struct str line);

#endif
