/* rewrite.h - stacks made alike before they are summed.
 *
 *	struct rewrite rewrite = {.comm = REWRITE_STRIP_DIGITS, .skip_after = &names};
 *	rewrite_root(&rewrite, STR("cpu,tid"));
 *	stack = rewrite_stack(&rewrite, timed.keys, stack, &text);
 *
 * In this order: frames rootward of a named one go, the thread's name, which is the first frame,
 * is changed, keys of the line come in front as frames, and the whole is turned round.  {0} changes
 * nothing.
 */
#ifndef PROFILE_REWRITE_H
#define PROFILE_REWRITE_H

#include "base/opts.h"

enum rewrite_comm { REWRITE_KEEP, REWRITE_STRIP_DIGITS, REWRITE_NONE };

enum { REWRITE_MOST_KEYS = 8 };

struct rewrite {
	struct str root[REWRITE_MOST_KEYS]; /* keys: cpu, tid, pid or event */
	size_t n_root;
	enum rewrite_comm comm;
	const struct opt_list *skip_after; /* names, or NULL */
	bool reverse;                      /* the leaf comes first, the thread's name last */
};

/* Sets root to the keys of a list `KEY,..`, borrowed.  False where one is none of the four, or there
 * are too many. */
bool rewrite_root(struct rewrite *rewrite, struct str list);

/* Whether a stack may be changed at all. */
bool rewrite_any(const struct rewrite *rewrite);

/* The stack as it shall be, put into text (which is emptied first) where it is another than stack.
 * Keys are those of the line; one that it has not is `cpu=?`.  Of `tid=PID/TID`, pid is the first
 * part and tid the second.  A stack of which nothing is left is `[unknown]`. */
struct str
rewrite_stack(const struct rewrite *rewrite, struct str keys, struct str stack, struct text *text);

#endif
