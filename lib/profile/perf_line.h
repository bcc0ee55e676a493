/* perf_line.h - what the lines of `perf script` are that are neither header nor frame. */
#ifndef PROFILE_PERF_LINE_H
#define PROFILE_PERF_LINE_H

#include "profile/tally.h"

/* Whether the line holds blanks alone. */
bool perf_line_is_blank(struct str line);

/* Whether a line that is no header, no frame and not blank is one that perf is known to print:
 * a comment, a PERF_RECORD_ line and what hangs on it, a line of +metric, a message, source lines, registers,
 * instructions, branches.  It is skipped for what it is.  sources: the text prints +srcline. */
bool perf_line_is_known(struct str line, bool sources);

/* Takes in a line, the last one counted in *block, that is no sample's header and no frame: adds
 * what it says was lost, or that it is not understood. */
void perf_line_take(struct str line, bool sources, struct tally_block *block);

#endif
