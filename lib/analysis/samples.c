/* samples.c - every sample of a profile, in a few bytes each */
#include "analysis/samples.h"

#include "base/array.h"
#include "base/number.h"

#include <stdlib.h>

/* A sample is a byte that tells how long its four numbers are, by two bits each, and those: time,
 * stack, key, weight.  All are stored and loaded at a full length, and what is too much is not looked
 * at; so nothing depends on how long they are. */
enum { NUMBERS = 4, FULL = 8, LONGEST = 1 + (NUMBERS + 1) * FULL };

static const uint64_t masks[] = {0xff, 0xffff, 0xffffffff, UINT64_MAX};

/* Bytes of a number by its two bits; most weights are no other than the one before. */
static const unsigned char lengths[] = {1, 2, 4, 8}, lengths_of_weight[] = {0, 2, 4, 8};

static unsigned
tell_length(uint64_t number)
{
	return (number > masks[0]) + (number > masks[1]) + (number > masks[2]);
}

static char *
put_number(char *at, uint64_t number, unsigned *code)
{
	unsigned bits = tell_length(number);

	*code = *code << 2 | bits;
	number_store(at, number);
	return at + lengths[bits];
}

static uint64_t
take_number(const char **at, unsigned bits)
{
	uint64_t number = number_load(*at) & masks[bits];

	*at += lengths[bits];
	return number;
}

/* Differences wrap, there and back. */
static uint64_t
difference(uint64_t to, uint64_t from)
{
	uint64_t by = to - from;

	return by >> 63 ? ~(by << 1) : by << 1;
}

static uint64_t
undo(uint64_t folded, uint64_t from)
{
	return from + (folded & 1 ? ~(folded >> 1) : folded >> 1);
}

static void
put(struct samples *samples, struct samples_one one)
{
	const struct samples_one *newest = &samples->newest;
	char *head = text_reserve(&samples->bytes, LONGEST), *at = head + 1;
	uint64_t weight = difference(one.weight, newest->weight);
	/* One byte is as good as two where there is one at all. */
	unsigned code = 0, bits = weight > 0 && weight <= masks[1] ? 1 : tell_length(weight);

	at = put_number(at, difference((uint64_t)one.time, (uint64_t)newest->time), &code);
	at = put_number(at, one.stack, &code);
	at = put_number(at, one.key, &code);
	number_store(at, weight);
	at += lengths_of_weight[bits];
	*head = (char)(code << 2 | bits);
	samples->bytes.n = (size_t)(at - samples->bytes.s);
	samples->newest = one;
}

static void
note_time(struct samples *samples, nsec time)
{
	if (samples->unit == 0) {
		samples->first = samples->last = time;
		samples->unit = NSEC_SECOND;
	}
	while (time % samples->unit != 0)
		samples->unit /= 10;
	samples->late |= time < samples->last;
	if (time < samples->first)
		samples->first = time;
	if (time > samples->last)
		samples->last = time;
}

bool
samples_add(struct samples *samples, struct samples_one one)
{
	if (!number_add(&samples->total, one.weight))
		return false;
	note_time(samples, one.time);
	samples->weighted |= one.weight != 1;
	samples->n++;
	put(samples, one);
	return true;
}

struct placed {
	struct samples_one one;
	uint64_t place;
};

static int
compare(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->one.time != y->one.time)
		return x->one.time < y->one.time ? -1 : 1;
	return x->place < y->place ? -1 : 1;
}

static void
sort(struct samples *samples)
{
	struct samples_walk walk = {.rest = text_str(&samples->bytes)};
	struct placed *all = array_new((size_t)samples->n, sizeof(*all));
	size_t n = 0;

	for (; samples_next(&walk, &all[n].one); n++)
		all[n].place = n;
	qsort(all, n, sizeof(*all), compare);
	text_clear(&samples->bytes);
	samples->newest = (struct samples_one){0};
	for (size_t i = 0; i < n; i++)
		put(samples, all[i].one);
	free(all);
	samples->late = false;
}

struct samples_walk
samples_begin(struct samples *samples)
{
	if (samples->late)
		sort(samples);
	return (struct samples_walk){.rest = text_str(&samples->bytes)};
}

bool
samples_next(struct samples_walk *walk, struct samples_one *one)
{
	const char *at = walk->rest.s;

	if (walk->rest.n == 0)
		return false;
	unsigned code = (unsigned char)*at++;
	walk->one.time = (nsec)undo(take_number(&at, code >> 6), (uint64_t)walk->one.time);
	walk->one.stack = (uint32_t)take_number(&at, code >> 4 & 3);
	walk->one.key = (uint32_t)take_number(&at, code >> 2 & 3);
	uint64_t weight = (code & 3) > 0 ? number_load(at) & masks[code & 3] : 0;
	walk->one.weight = undo(weight, walk->one.weight);
	at += lengths_of_weight[code & 3];
	walk->rest = str_skip(walk->rest, (size_t)(at - walk->rest.s));
	*one = walk->one;
	return true;
}

void
samples_free(struct samples *samples)
{
	text_free(&samples->bytes);
	*samples = (struct samples){0};
}
