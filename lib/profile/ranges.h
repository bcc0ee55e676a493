/* ranges.h - a file of ranges of time: what --ranges reads.
 *
 *	start	end	name
 *	34.2	34.28	the first burst
 *	40	+80ms
 *
 * The first two columns, between blanks, tabs or commas, are a range; moment.h says what they may
 * look like.  Empty lines, lines that begin with `#` and a first line `start end` are left out.
 */
#ifndef PROFILE_RANGES_H
#define PROFILE_RANGES_H

#include "profile/window.h"

/* One line of the file, borrowed until the next. */
struct ranges_line {
	struct str start, end; /* as the file has them */
	struct str third,
	    last;         /* two more columns, which may be the same; empty where there are none.
	                           In a line with tabs they are what stands between those. */
	const char *name; /* of the file */
	uint64_t number;
};

/* Hands the ranges of the file to take, with state; "-" is standard input. */
void ranges_each(
    const char *path, void (*take)(void *state, const struct ranges_line *line), void *state);

/* Adds a range; one that is broken ends the program with its place. */
void ranges_add(struct window *window, const struct ranges_line *line);

/* Adds all ranges of the file. */
void ranges_add_file(struct window *window, const char *path);

#endif
