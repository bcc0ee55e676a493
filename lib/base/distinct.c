/* distinct.c - how many different numbers there are */
#include "base/distinct.h"

#include "base/array.h"

#include <stdlib.h>

enum { FIRST_SLOTS = 64 };

/* The slot of number, or the free one where it would stand. */
static int64_t *
find(const struct distinct *set, int64_t number)
{
	uint64_t h = (uint64_t)number * 0x9e3779b97f4a7c15u;
	size_t i = (size_t)(h >> 32) & (set->capacity - 1);

	while (set->slots[i] != 0 && set->slots[i] != number)
		i = (i + 1) & (set->capacity - 1);
	return &set->slots[i];
}

/* A power of two, at most half of it taken. */
static void
grow(struct distinct *set)
{
	struct distinct bigger = {.capacity = set->capacity ? set->capacity * 2 : FIRST_SLOTS};

	bigger.slots = array_new(bigger.capacity, sizeof(*bigger.slots));
	for (size_t i = 0; i < set->capacity; i++)
		if (set->slots[i] != 0)
			*find(&bigger, set->slots[i]) = set->slots[i];
	free(set->slots);
	set->slots = bigger.slots;
	set->capacity = bigger.capacity;
}

static bool
has_room(struct distinct *set)
{
	set->full |= set->n == DISTINCT_MOST;
	return !set->full;
}

static void
add_zero(struct distinct *set)
{
	if (set->zero || !has_room(set))
		return;
	set->zero = true;
	set->n++;
}

void
distinct_add(struct distinct *set, int64_t number)
{
	if (number == set->last && set->n > 0)
		return;
	set->last = number;
	if (number == 0) {
		add_zero(set);
		return;
	}
	if ((set->capacity > 0 && *find(set, number) == number) || !has_room(set))
		return;
	if ((set->n + 1) * 2 > set->capacity)
		grow(set);
	*find(set, number) = number;
	set->n++;
}

void
distinct_merge(struct distinct *sum, const struct distinct *other)
{
	if (other->zero)
		distinct_add(sum, 0);
	for (size_t i = 0; i < other->capacity; i++)
		if (other->slots[i] != 0)
			distinct_add(sum, other->slots[i]);
	sum->full |= other->full;
}

void
distinct_free(struct distinct *set)
{
	free(set->slots);
	*set = (struct distinct){0};
}
