/* samples.c - every sample of a profile, in a few bytes each */
#include "analysis/samples.h"

#include "base/array.h"
#include "base/number.h"

#include <stdlib.h>

enum { LONGEST = 40 }; /* bytes of a sample: four numbers of 64 bits, seven bits a byte */

static char *
put_number(char *at, uint64_t number)
{
	for (; number >= 0x80; number >>= 7)
		*at++ = (char)(number | 0x80);
	*at++ = (char)number;
	return at;
}

static uint64_t
take_number(struct str *rest)
{
	uint64_t number = 0, byte;
	size_t i = 0;

	do {
		byte = (unsigned char)rest->s[i];
		number |= (byte & 0x7f) << (7 * i++);
	} while (byte >= 0x80);
	*rest = str_skip(*rest, i);
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
	char *at = text_reserve(&samples->bytes, LONGEST);

	at = put_number(at, difference((uint64_t)one.time, (uint64_t)newest->time));
	at = put_number(at, one.stack);
	at = put_number(at, one.key);
	at = put_number(at, difference(one.weight, newest->weight));
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
	if (walk->rest.n == 0)
		return false;
	walk->one.time = (nsec)undo(take_number(&walk->rest), (uint64_t)walk->one.time);
	walk->one.stack = (uint32_t)take_number(&walk->rest);
	walk->one.key = (uint32_t)take_number(&walk->rest);
	walk->one.weight = undo(take_number(&walk->rest), walk->one.weight);
	*one = walk->one;
	return true;
}

void
samples_free(struct samples *samples)
{
	text_free(&samples->bytes);
	*samples = (struct samples){0};
}
