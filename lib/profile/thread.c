/* thread.c - the memo of the threads met before */
#include "profile/thread.h"

#include "base/array.h"
#include "base/number.h"

#include <stdlib.h>

enum { SLOT_BITS = 9, SLOTS = 1 << SLOT_BITS };

struct thread_memo {
	struct thread slots[SLOTS];
};

struct thread_memo *
thread_open(void)
{
	return array_new(1, sizeof(struct thread_memo));
}

static struct thread *
find(struct thread_memo *memo, struct str raw)
{
	/* Ids and CPU stand at the end, and tell most threads apart. */
	uint64_t key = raw.n < 16 ? str_hash(raw)
				  : number_load(raw.s + raw.n - 8) * 0x9e3779b97f4a7c15u +
		number_load(raw.s + raw.n - 16);

	return &memo->slots[key * 0xff51afd7ed558ccdu >> (64 - SLOT_BITS)];
}

/* Some words: less than a call of memcmp costs. */
static inline bool
is_same(const char *a, const char *b, size_t n)
{
	if (n < 8)
		return memcmp(a, b, n) == 0;
	for (size_t i = 0; i + 8 < n; i += 8)
		if (number_load(a + i) != number_load(b + i))
			return false;
	/* The last word may overlap the one before it. */
	return number_load(a + n - 8) == number_load(b + n - 8);
}

struct thread *
thread_find(struct thread_memo *memo, struct str raw)
{
	if (raw.n == 0 || raw.n > THREAD_RAW)
		return NULL;
	struct thread *thread = find(memo, raw);
	return thread->n == raw.n && is_same(thread->raw, raw.s, raw.n) ? thread : NULL;
}

void
thread_get(struct thread *thread, struct str raw, struct sample *sample)
{
	sample->comm = (struct str){raw.s + thread->comm_at, thread->comm_n};
	sample->pid = thread->pid;
	sample->tid = thread->tid;
	sample->cpu = thread->cpu;
	sample->thread = thread;
}

bool
thread_get_event(
    const struct thread *thread, struct str text, struct sample *sample, struct str *rest)
{
	const struct thread_event *event = &thread->event;

	if (event->n == 0 || event->n > text.n || !is_same(event->raw, text.s, event->n) ||
	    (event->n < text.n && !str_is_blank(text.s[event->n])))
		return false;
	sample->has_period = event->has_period;
	sample->period = event->period;
	sample->event = (struct str){text.s + event->at, event->name_n};
	*rest = str_skip(text, event->n);
	return true;
}

struct thread *
thread_note(struct thread_memo *memo, struct str raw, const struct sample *sample, bool sure)
{
	if (raw.n == 0 || raw.n > THREAD_RAW)
		return NULL;
	struct thread *thread = find(memo, raw);
	*thread = (struct thread){
	    .n = (unsigned char)raw.n,
	    .comm_at = sample->comm.n > 0 ? (unsigned char)(sample->comm.s - raw.s) : 0,
	    .comm_n = (unsigned char)sample->comm.n,
	    .sure = sure,
	    .pid = sample->pid,
	    .tid = sample->tid,
	    .cpu = sample->cpu,
	};
	memcpy(thread->raw, raw.s, raw.n);
	return thread;
}

void
thread_note_event(struct thread *thread, struct str raw, const struct sample *sample)
{
	if (raw.n > THREAD_EVENT)
		return;
	thread->event = (struct thread_event){
	    .n = (unsigned char)raw.n,
	    .at = sample->event.n > 0 ? (unsigned char)(sample->event.s - raw.s) : 0,
	    .name_n = (unsigned char)sample->event.n,
	    .has_period = sample->has_period,
	    .period = sample->period,
	};
	memcpy(thread->event.raw, raw.s, raw.n);
}

void
thread_close(struct thread_memo *memo)
{
	free(memo);
}
