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

/* Adds all ranges of the file; "-" is standard input.  A broken line ends the program with its
 * place. */
void ranges_add_file(struct window *window, const char *path);

#endif
