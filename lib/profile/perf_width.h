/* perf_width.h - how wide the columns of a text's ids are, and whether they are those of -L.
 *
 *	struct perf_layout layout = perf_vote_decide(time, &votes);
 *	perf_width_settle(&layout, &votes, str_head(window, votes.bytes));
 *
 * A thread's name may hold anything, ids too, and ends where their column begins: the smallest that
 * stands before an id in the text's first samples.
 */
#ifndef PROFILE_PERF_WIDTH_H
#define PROFILE_PERF_WIDTH_H

#include "profile/perf_vote.h"

/* Adds that to the layout that the votes on text gave. */
void perf_width_settle(struct perf_layout *layout, const struct perf_votes *votes, struct str text);

#endif
