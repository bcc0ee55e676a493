/* perf_bare.h - texts with neither times nor events beside ids: perf script -F comm,ip,sym and its like.
 *
 *	app
 *		          401136 main (/usr/bin/app)
 *
 * Nothing in a header line tells that it is one but the frames behind it, or, where its stack is
 * empty, that it has the columns of the others and an empty line behind it; where no column was asked
 * for there is none, and empty lines part the samples.
 */
#ifndef PROFILE_PERF_BARE_H
#define PROFILE_PERF_BARE_H

#include "profile/perf_header.h"

/* Where the first sample of such a text begins; text.n where there is none. */
size_t perf_bare_find(struct str text);

/* Whether, of the lines behind which frames begin, more are headers of such a text than of one with times
 * or with events beside ids: a thread may be called `1.000000:`. */
bool perf_bare_is_likely(struct str text);

/* How the columns stand in a text that begins with a sample. */
struct perf_layout perf_bare_layout(struct str text);

/* Reads a line as a header; false where it can be none: blank, a frame, a comment. */
bool perf_bare_read(const struct perf_layout *layout, struct str line, struct perf_header *header);

/* Whether line, which reads as that header, is a sample though no frame follows it; rest is what
 * does. */
bool perf_bare_is_alone(const struct perf_layout *layout, struct str line,
    const struct perf_header *header, struct str rest);

#endif
