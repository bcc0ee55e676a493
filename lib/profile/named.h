/* named.h - ranges of time with their names, from a file, to be marked in a picture.
 *
 *	struct named named = {0};
 *	named_read(&named, "bursts.tsv");
 *	... all samples are read, so that the clocks and the extent are known
 *	named_settle(&named, &lines.axis.first, earliest, latest, local);
 *	for (size_t i = 0; i < named.n; i++)
 *		... named.ranges[i].begin, .end
 *	named_free(&named);
 *
 * The file is as ranges.h has it.  Each range stands by itself: they may overlap.  {0} holds none.
 */
#ifndef PROFILE_NAMED_H
#define PROFILE_NAMED_H

#include "base/arena.h"
#include "profile/axis.h"
#include "profile/ranges.h"

struct named_range {
	struct str told_start, told_end; /* as the file has them */
	struct str third, last;          /* the labels, empty where there are none */
	struct text place;               /* FILE:LINE */
	nsec begin, end;                 /* settled: from second 0 */
};

struct named {
	struct named_range *ranges; /* in the order of the file */
	size_t n, capacity;
	struct window window; /* the same, as moments */
	struct arena arena;
};

/* Adds the ranges of a file; what is wrong with one ends the program, naming its place. */
void named_read(struct named *named, const char *path);

/* Finds when they are, in a stream of which the samples lie from earliest to latest.  A clock that
 * the stream does not tell, a time of day that it holds more than once, and a start after its end
 * end the program, naming the place. */
void named_settle(
    struct named *named, const struct axis_stream *stream, nsec earliest, nsec latest, bool local);

void named_free(struct named *named);

#endif
