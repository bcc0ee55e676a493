/* stack.h - the memo of whole stacks met before.
 *
 *	struct stack_memo stacks;
 *	stack_open(&stacks, &frames);
 *	...
 *	const struct stack *stack = stack_match(&stacks, rest);
 *	if (stack == NULL)
 *		... frame by frame, then stack_note(&stacks, raw, lines, read, n);
 *	...
 *	stack_close(&stacks);
 *
 * A program samples its hot loops again and again from the same callers: a hit is one comparison
 * of memory for all frames of a sample, and the label is joined already.  A stack is remembered
 * when it is met twice, so that those met once cost next to nothing.
 * Stacks point to frames of the frame memo, and are forgotten when it is renewed.
 */
#ifndef PROFILE_STACK_H
#define PROFILE_STACK_H

#include "profile/frame.h"

struct stack {
	const struct frame **frames; /* leaf first */
	size_t n;
	struct str label; /* of all of them: joined by `;`, root first */
	struct str raw;   /* the lines of the frames, and the empty line behind them */
	size_t lines;     /* of raw */
	size_t unknown;   /* frames of no symbol */
	size_t recorded;  /* frames that were not inlined */
	bool leaf_unknown;
};

struct stack_memo {
	struct stack_set *sets;
	struct arena arena;
	struct frame_memo *frames;
	uint64_t renewed; /* how often frames was when the sets were filled */
};

/* frames is borrowed until stack_close. */
void stack_open(struct stack_memo *memo, struct frame_memo *frames);

/* The stack whose raw lines stand at the front of rest; NULL where it was not met before.  Good
 * until the frame memo is renewed. */
const struct stack *stack_match(struct stack_memo *memo, struct str rest);

/* Takes note that raw, of that many lines, was read as these frames. */
void stack_note(struct stack_memo *memo, struct str raw, size_t lines,
    const struct frame *const *frames, size_t n);

/* How many of the frames have no symbol; how many were not inlined, but stood on the stack that the
 * profiler saw. */
size_t stack_unknown(const struct frame *const *frames, size_t n);
size_t stack_recorded(const struct frame *const *frames, size_t n);

void stack_close(struct stack_memo *memo);

#endif
