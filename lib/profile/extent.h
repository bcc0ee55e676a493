/* extent.h - between which times the samples of some files lie.
 *
 *	if (extent_find(operands, n, 0, false, &first, &last))
 *		...
 *
 * On the axis of the first file (axis.h).  A file that vouches for its order (seek.h) is read at its
 * two ends alone, any other to its end.
 */
#ifndef PROFILE_EXTENT_H
#define PROFILE_EXTENT_H

#include "base/nsec.h"

/* Finds the earliest and the latest time.  False where that cannot be known before all is read, as
 * one of the operands is no regular file, and where there is no sample.  sorted is as in seek_begin.
 * Files that cannot be read or fit on no axis end the program. */
bool extent_find(
    char *const *operands, size_t n, size_t block_size, bool sorted, nsec *first, nsec *last);

#endif
