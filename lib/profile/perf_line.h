/* perf_line.h - what the lines of `perf script` are that are neither header nor frame. */
#ifndef PROFILE_PERF_LINE_H
#define PROFILE_PERF_LINE_H

#include "base/str.h"

/* Whether the line holds blanks alone. */
bool perf_line_is_blank(struct str line);

/* Whether a line that is no header, no frame and not blank is one that perf is known to print:
 * a comment, a PERF_RECORD_ line and what hangs on it, a message, source lines, registers,
 * instructions, branches.  It is skipped for what it is. */
bool perf_line_is_known(struct str line);

#endif
