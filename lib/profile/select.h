/* select.h - --keep and --drop: which stacks are wanted.
 *
 *	struct opt_list keep = {0}, drop = {0};
 *	... {0, "keep", "REGEX", OPT_LIST, &keep, "only stacks that match; repeatable: any"},
 *	select_open(&select, &keep, &drop);
 *	if (select_takes(&select, stack))
 *		...
 *	select_close(&select);
 *
 * A stack is wanted where it matches one of keep, or there is none, and none of drop.
 * A broken expression ends the program with status 2.  A select is not shared between threads.
 */
#ifndef PROFILE_SELECT_H
#define PROFILE_SELECT_H

#include "base/opts.h"
#include "profile/head.h"

struct select {
	struct match *keep, *drop;
	size_t n_keep, n_drop;
};

void select_open(struct select *select, const struct opt_list *keep, const struct opt_list *drop);

/* Of what another option, like --highlight, wants. */
void select_open_one(struct select *select, const struct opt_list *wanted, const char *option);

/* The same where there is an expression. */
bool select_matches(struct select *select, struct str stack);

/* Whether a stack is wanted. */
static inline bool
select_takes(struct select *select, struct str stack)
{
	return select->n_keep + select->n_drop == 0 || select_matches(select, stack);
}

void select_close(struct select *select);

/* Adds to head what was asked for, as fs-slice writes it into the heads that it passes on. */
void select_tell(struct head *head, const struct opt_list *keep, const struct opt_list *drop);

#endif
