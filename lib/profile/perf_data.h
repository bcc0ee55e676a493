/* perf_data.h - the columns of data that perf script prints behind all frames of a sample.
 *
 *		          401136 main+0x6 (/usr/bin/app)
 *	       13f236068 4K 2M
 *
 * -F +phys_addr, right-aligned in 16 columns, +data_page_size and +code_page_size.  Where call chains
 * are printed they stand on a line of their own, in place of the empty one; else at the end of the
 * sample's line.
 * Source: perf's builtin-script.c, process_event.
 */
#ifndef PROFILE_PERF_DATA_H
#define PROFILE_PERF_DATA_H

#include "base/str.h"

/* Whether line is these columns alone.  Where frames have lost their tab, one without symbol and
 * module reads so, too. */
bool perf_data_is(struct str line);

/* What stands before them in the line of one frame. */
struct str perf_data_cut(struct str frame);

/* Whether s is a number alone, or what +data_src says behind one: of +addr, and no frame where frames
 * have symbols. */
bool perf_data_is_address(struct str s);

#endif
