/* tally.c - exact account of what was read, kept and left out */
#include "profile/tally.h"

#include "base/array.h"
#include "base/number.h"

#include <stdlib.h>

enum { FIRST_PLACES = 16 };

/* The place of an event's number, from 1, or the free one where it would stand. */
static size_t *
find_place(const struct tally *tally, struct str name)
{
	size_t i = (size_t)str_hash(name) & (tally->places_n - 1);

	while (tally->places[i] != 0 && !str_equal(tally->events[tally->places[i] - 1].name, name))
		i = (i + 1) & (tally->places_n - 1);
	return &tally->places[i];
}

/* A power of two, at most half of it taken. */
static void
grow_places(struct tally *tally)
{
	free(tally->places);
	do
		tally->places_n = tally->places_n ? tally->places_n * 2 : FIRST_PLACES;
	while (tally->places_n < (tally->n + 1) * 2);
	tally->places = array_new(tally->places_n, sizeof(*tally->places));
	for (size_t i = 0; i < tally->n; i++)
		*find_place(tally, tally->events[i].name) = i + 1;
}

/* A text may make up any number of events. */
static struct tally_event *
find_event(struct tally *tally, struct str name)
{
	if (tally->last < tally->n && str_equal(tally->events[tally->last].name, name))
		return &tally->events[tally->last];
	if ((tally->n + 1) * 2 > tally->places_n)
		grow_places(tally);
	size_t *place = find_place(tally, name);
	if (*place == 0) {
		if (tally->n == tally->capacity)
			tally->events = array_grow(
			    tally->events, &tally->capacity, tally->n + 1, sizeof(*tally->events));
		tally->events[tally->n] =
		    (struct tally_event){.name = arena_copy(&tally->arena, name)};
		*place = ++tally->n;
	}
	tally->last = *place - 1;
	return &tally->events[tally->last];
}

struct tally_event *
tally_event(struct tally *tally, struct str name)
{
	struct tally_event *event = find_event(tally, name);

	event->samples++;
	return event;
}

void
tally_time(struct tally_block *block, nsec time)
{
	if (block->timed++ == 0)
		block->earliest = block->latest = block->first = block->last = time;
	block->backwards += time < block->last;
	block->last = time;
	if (time < block->earliest)
		block->earliest = time;
	if (time > block->latest)
		block->latest = time;
	else if (nsec_sub(block->latest, time) > block->disorder)
		block->disorder = nsec_sub(block->latest, time);
}

/* Sums of what a text says: anything. */
static void
add_capped(uint64_t *sum, uint64_t number)
{
	if (!number_add(sum, number))
		*sum = UINT64_MAX;
}

void
tally_append_lost(struct tally_lost *sum, const struct tally_lost *next)
{
	add_capped(&sum->events, next->events);
	add_capped(&sum->samples, next->samples);
	add_capped(&sum->chunks, next->chunks);
}

void
tally_append(struct tally_block *sum, const struct tally_block *next)
{
	if (sum->odd == 0 && next->odd > 0)
		sum->first_odd = sum->lines + next->first_odd;
	sum->lines += next->lines;
	sum->words |= next->words;
	sum->odd += next->odd;
	sum->cut |= next->cut;
	tally_append_lost(&sum->lost, &next->lost);
	if (next->timed == 0)
		return;
	nsec back = sum->timed > 0 ? nsec_sub(sum->latest, next->earliest) : 0;
	sum->backwards += next->backwards + (sum->timed > 0 && next->first < sum->last);
	sum->first = sum->timed > 0 ? sum->first : next->first;
	sum->last = next->last;
	if (next->disorder > sum->disorder)
		sum->disorder = next->disorder;
	if (back > sum->disorder)
		sum->disorder = back;
	if (sum->timed == 0 || next->earliest < sum->earliest)
		sum->earliest = next->earliest;
	if (sum->timed == 0 || next->latest > sum->latest)
		sum->latest = next->latest;
	sum->timed += next->timed;
}

static void
add_event(struct tally_event *sum, const struct tally_event *other)
{
	if (other->periods > 0 && (sum->periods == 0 || other->least < sum->least))
		sum->least = other->least;
	if (other->most > sum->most)
		sum->most = other->most;
	sum->periods += other->periods;
	sum->samples += other->samples;
	sum->kept |= other->kept;
}

void
tally_merge(struct tally *sum, const struct tally *other)
{
	sum->samples += other->samples;
	sum->kept += other->kept;
	sum->idle += other->idle;
	sum->busy += other->busy;
	sum->other_event += other->other_event;
	sum->without += other->without;
	for (size_t i = 0; i < other->n; i++)
		add_event(find_event(sum, other->events[i].name), &other->events[i]);
}

static int
compare(const void *a, const void *b)
{
	const struct tally_event *x = a, *y = b;

	if (x->samples != y->samples)
		return x->samples < y->samples ? 1 : -1;
	return str_compare(x->name, y->name);
}

void
tally_sort(struct tally *tally)
{
	if (tally->n > 1)
		qsort(tally->events, tally->n, sizeof(*tally->events), compare);
	free(tally->places);
	tally->places = NULL;
	tally->places_n = tally->last = 0;
}

void
tally_free(struct tally *tally)
{
	free(tally->events);
	free(tally->places);
	arena_free(&tally->arena);
	*tally = (struct tally){0};
}
