/* perf_frame.h - the line of one frame: ADDRESS SYMBOL[+0xOFFSET] (MODULE).
 *
 * Source: perf's evsel_fprintf.c.  Symbols and modules hold blanks and parentheses.
 */
#ifndef PROFILE_PERF_FRAME_H
#define PROFILE_PERF_FRAME_H

#include "profile/name.h"
#include "profile/perf_layout.h"

enum { PERF_FRAME_COLUMNS = 16 }; /* of an address, right-aligned */

/* The second half of perf_frame_is: whether an address is right-aligned behind line's first byte. */
bool perf_frame_is_indented(struct str line);

/* Whether line can only be a frame: a tab and an address right-aligned in 16 columns. */
static inline bool
perf_frame_is(struct str line)
{
	return line.n > PERF_FRAME_COLUMNS && line.s[0] == '\t' && perf_frame_is_indented(line);
}

/* Whether it reads as one once it is known to be no header: an edited text may have lost the columns,
 * and a paste the tabs. */
bool perf_frame_is_loose(struct str line);

/* Whether it does in a stream of that layout: where frames have tabs, none is without. */
bool perf_frame_is_edited(const struct perf_layout *layout, struct str line);

/* The one frame of a sample without a call chain in rest, what stands behind the event on a header
 * line: all of it, blanks too, or what other columns (+addr, +data_src, flags before it, +insn, +iregs,
 * branches behind it) leave; {0} where there is none.  In the text of a tracepoint a frame can stand
 * at the beginning alone. */
struct str perf_frame_last(struct str rest, bool tracepoint);

/* Reads a frame, text borrowed from line.  False where no address stands at its beginning. */
bool perf_frame_read(const struct perf_layout *layout, struct str line, struct frame *frame);

/* Where ` (MODULE)` begins in what follows the address; its length where no module is there. */
size_t perf_frame_split(struct str s);

/* Whether what follows the address says its module: a path, or a name in brackets. */
bool perf_frame_has_module(struct str s);

#endif
