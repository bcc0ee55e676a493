/* tally.h - exact account of what was read, kept and left out.
 *
 * Sums do not depend on the order of blocks: each worker has a tally, and they are merged at the
 * end.  What depends on the order is in struct tally_block, merged block after block.
 */
#ifndef PROFILE_TALLY_H
#define PROFILE_TALLY_H

#include "base/arena.h"
#include "base/nsec.h"

struct tally_event {
	struct str name; /* as printed */
	uint64_t samples;
	bool kept, cpu_time;  /* what the choice says of it, found out at its first sample */
	uint64_t words;       /* the same: which of the user's words it is */
	uint64_t periods;     /* samples kept that tell a period */
	uint64_t least, most; /* of these periods */
};

struct tally {
	uint64_t samples; /* read: kept + idle + busy + other_event + without */
	uint64_t kept;
	uint64_t idle;        /* left out: idle time */
	uint64_t busy;        /* left out: not idle time, where only that was asked for */
	uint64_t other_event; /* left out: another event */
	uint64_t without;     /* left out: they do not tell their event, and one was asked for */
	uint64_t words;       /* of the events met; for the worker to clear */
	struct tally_event *events;
	size_t n, capacity;
	size_t *places; /* of the events, by their names */
	size_t places_n;
	size_t last; /* asked for */
	struct arena arena;
};

/* What the profiler says that it lost while it recorded. */
struct tally_lost {
	uint64_t events; /* records of any kind */
	uint64_t samples;
	uint64_t chunks; /* times that it lost records, where it does not say how many */
};

/* What one block adds, in the order of the input. */
struct tally_block {
	uint64_t lines;
	uint64_t words;        /* which of the user's events were met */
	uint64_t odd;          /* lines not understood */
	uint64_t first_odd;    /* the first of them, from 1, in the block */
	bool cut;              /* the last sample is cut off in the middle */
	uint64_t timed;        /* samples kept, with a time */
	nsec earliest, latest; /* of them */
	nsec disorder;         /* how much times went back at most */
	uint64_t backwards;    /* samples with a time before that of the one in front of them */
	nsec first, last;      /* times in their order */
	struct tally_lost lost;
};

/* Counts a sample of that event; at the first one, samples is then 1.  Good until the next call. */
struct tally_event *tally_event(struct tally *tally, struct str name);

/* Notes the period of a sample of that event that was kept. */
static inline void
tally_period(struct tally_event *event, uint64_t period)
{
	if (event->periods++ == 0)
		event->least = event->most = period;
	if (period < event->least)
		event->least = period;
	if (period > event->most)
		event->most = period;
}

/* Notes the time of a sample that was kept, in the order they were kept. */
void tally_time(struct tally_block *block, nsec time);

/* Adds what the next block adds to what the blocks before it did. */
void tally_append(struct tally_block *sum, const struct tally_block *next);

/* Adds to what was lost; past UINT64_MAX the sum stays there. */
void tally_append_lost(struct tally_lost *sum, const struct tally_lost *next);

/* Adds the sums of another worker. */
void tally_merge(struct tally *sum, const struct tally *other);

/* Puts the events in the order of their samples, most first, then of their names: when all are
 * counted. */
void tally_sort(struct tally *tally);

void tally_free(struct tally *tally);

#endif
