/* perf_columns.h - the columns of a header line left of its time: COMM, ids, CPU, +misc, +tod.
 *
 * They are read from the right, since the thread's name, on the left, may hold anything.
 */
#ifndef PROFILE_PERF_COLUMNS_H
#define PROFILE_PERF_COLUMNS_H

#include "profile/perf_header.h"

enum { PERF_COLUMNS_PERIOD = 10 }; /* that a period fills */

/* Reads what stands left of the time, or of the period where there is no time, into header.  False
 * where the stream's ids are not there. */
bool
perf_columns_read(const struct perf_layout *layout, struct str left, struct perf_header *header);

/* Takes a period off the end of *left where a CPU stands before it: ids stand before that.  False
 * where none does. */
bool perf_columns_take_period(struct str *left, struct sample *sample);

/* Takes a period off the end of *left where it fills a column as wide as a period's, which no id's is.
 * False where none does. */
bool perf_columns_take_wide(struct str *left, uint64_t *period);

/* An id: digits, maybe behind a sign.  False, and *id as it was, where s is none. */
bool perf_columns_id(struct str s, int64_t *id);

/* How many bytes at the end of s are digits, with the sign before them. */
size_t perf_columns_number(struct str s);

#endif
