/* frame.h - one frame of a stack, and the memo of the frames met before.
 *
 *	struct frame_memo memo;
 *	frame_open(&memo, &style);
 *	...
 *	const struct frame *frame = frame_match(&memo, rest, &used);
 *	if (frame == NULL)
 *		frame = frame_add(&memo, line, &(struct frame){.name = .., .module = ..});
 *	...
 *	frame_close(&memo);
 *
 * Neighbouring samples share most of their frames, so what there is to find out about a frame is
 * found out once a worker and remembered by its raw line: a hit is one comparison of memory, and
 * the line's end comes with it.
 * A frame is good until frame_renew, which is called between samples and keeps the memo small.
 */
#ifndef PROFILE_FRAME_H
#define PROFILE_FRAME_H

#include "base/arena.h"
#include "profile/name.h"

struct frame_memo {
	struct frame_slot *slots;
	struct arena arena;
	struct text label;
	struct name_style style;
	uint64_t renewed;             /* how often all was forgotten */
	const struct idle_more *idle; /* or NULL; set behind frame_open */
};

void frame_open(struct frame_memo *memo, const struct name_style *style);

/* The frame whose raw line, and a newline, stands at the front of rest, and in *used the bytes of
 * both; NULL where it was not met before. */
const struct frame *frame_match(const struct frame_memo *memo, struct str rest, size_t *used);

/* Remembers a frame under its raw line (without newline).  All text is copied; label, idle and
 * unknown are found here. */
const struct frame *frame_add(struct frame_memo *memo, struct str raw, const struct frame *frame);

/* Forgets all frames if there are many. */
void frame_renew(struct frame_memo *memo);

void frame_close(struct frame_memo *memo);

#endif
