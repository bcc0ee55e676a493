/* frame.h - one frame of a stack, and the memo of the frames met before.
 *
 * Neighbouring samples share most of their frames, so what is found out about a frame, from its
 * raw text, is found out once a worker: a hit costs one comparison of memory.
 *
 *	const struct frame *frame = frame_match(&memo, rest, &used);
 *	if (frame == NULL)
 *		frame = frame_add(&memo, raw, &(struct frame){.name = .., .module = ..});
 */
#ifndef PROFILE_FRAME_H
#define PROFILE_FRAME_H

#include "base/arena.h"
#include "base/text.h"

enum frame_kind {
	FRAME_USER,
	FRAME_KERNEL,
	FRAME_JIT,
	FRAME_INLINED /* into the frame that follows it towards the root */
};

/* What a frame's name says about idleness (idle.h). */
enum frame_idle { FRAME_BUSY, FRAME_IDLE, FRAME_INTERRUPT };

struct frame {
	struct str name;    /* as the profiler wrote it, without an offset; empty where not told */
	struct str module;  /* the file it is from, without parentheses; empty where not told */
	struct str address; /* hexadecimal digits; empty where not told */
	enum frame_kind kind;
	enum frame_idle idle;
	struct str label; /* as we write it: tidied, marked, several joined by `;` root first */
};
#endif
