/* stacks_sort.h - the order of stacks: by their frames from the root on, a stack before those that it
 * begins. */
#ifndef PROFILE_STACKS_SORT_H
#define PROFILE_STACKS_SORT_H

#include "profile/stacks.h"

/* The indices of entries in that order, to be freed by the caller. */
uint32_t *stacks_sort(const struct stacks_entry *entries, size_t n);

#endif
