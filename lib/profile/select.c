/* select.c - --keep and --drop */
#include "profile/select.h"

#include "base/array.h"
#include "base/match.h"

#include <stdlib.h>

static struct match *
open_all(const struct opt_list *list, const char *option)
{
	struct match *all = array_new(list->n, sizeof(*all));

	for (size_t i = 0; i < list->n; i++)
		match_open(&all[i], list->items[i], option);
	return all;
}

void
select_open(struct select *select, const struct opt_list *keep, const struct opt_list *drop)
{
	select->keep = open_all(keep, "--keep");
	select->drop = open_all(drop, "--drop");
	select->n_keep = keep->n;
	select->n_drop = drop->n;
}

void
select_open_one(struct select *select, const struct opt_list *wanted, const char *option)
{
	*select = (struct select){.keep = open_all(wanted, option), .n_keep = wanted->n};
}

static bool
any(struct match *all, size_t n, struct str stack)
{
	for (size_t i = 0; i < n; i++)
		if (match_text(&all[i], stack))
			return true;
	return false;
}

bool
select_matches(struct select *select, struct str stack)
{
	if (select->n_keep > 0 && !any(select->keep, select->n_keep, stack))
		return false;
	return !any(select->drop, select->n_drop, stack);
}

static void
close_all(struct match *all, size_t n)
{
	for (size_t i = 0; i < n; i++)
		match_close(&all[i]);
	free(all);
}

void
select_close(struct select *select)
{
	close_all(select->keep, select->n_keep);
	close_all(select->drop, select->n_drop);
}

void
select_tell(struct head *head, const struct opt_list *keep, const struct opt_list *drop)
{
	for (size_t i = 0; i < keep->n; i++)
		head_add(head, STR("keep"), str_from(keep->items[i]));
	for (size_t i = 0; i < drop->n; i++)
		head_add(head, STR("drop"), str_from(drop->items[i]));
}
