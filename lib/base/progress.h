/* progress.h - how far a program is, on standard error.
 *
 *	struct progress progress;
 *	progress_open(&progress);
 *	... while a piece is read: progress_step(&progress, in.got, in.size);
 *	... behind each piece: progress_end_piece(&progress, in.got);
 *	progress_close(&progress);
 *
 * Bytes, rate and, of a regular file, the share that was read: on a terminal one line, drawn anew
 * once a second at most; elsewhere a line each ten seconds.  progress_close leaves a last line.
 * This module reads the clock; nothing that a program writes elsewhere depends on it.
 */
#ifndef BASE_PROGRESS_H
#define BASE_PROGRESS_H

#include "base/nsec.h"

struct progress {
	bool terminal;
	nsec start, shown; /* of a clock that never goes back */
	uint64_t before;   /* bytes of the pieces before this one */
};

void progress_open(struct progress *progress);

/* Of the piece, got bytes were read; size is that of a regular file, else 0. */
void progress_step(struct progress *progress, uint64_t got, uint64_t size);

/* The piece was read to its end. */
void progress_end_piece(struct progress *progress, uint64_t got);

void progress_close(struct progress *progress);

#endif
