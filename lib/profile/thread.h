/* thread.h - the memo of the threads met before, by the text that names them.
 *
 *	struct thread_memo *memo = thread_open();
 *	...
 *	struct thread *thread = thread_find(memo, raw);
 *	if (thread != NULL)
 *		thread_get(thread, raw, &sample);
 *	else
 *		... read it, then thread_note(memo, raw, &sample, sure);
 *	...
 *	thread_close(memo);
 *
 * A thread is met again and again on the CPUs that it runs on, and all that its sample's line says
 * but for time, event and stack is the same each time: it is read once, and written once.
 * Memory is fixed; what does not fit into it is not remembered.
 */
#ifndef PROFILE_THREAD_H
#define PROFILE_THREAD_H

#include "profile/sample.h"

enum { THREAD_RAW = 56, THREAD_EVENT = 40, THREAD_LABEL = 64 };

/* What a line says behind its time: the period and the event. */
struct thread_event {
	unsigned char n;          /* bytes of raw; 0: none is remembered */
	unsigned char at, name_n; /* the event, as it stands in raw */
	bool has_period;
	uint64_t period;
	char raw[THREAD_EVENT];
};

struct thread {
	unsigned char n;               /* bytes of raw; 0: no thread is remembered here */
	unsigned char comm_at, comm_n; /* the name, as it stands in raw */
	unsigned char label_n;         /* bytes of label; 0: not written yet */
	bool sure;                     /* the reader's: raw can be read in no other way */
	bool counted;                  /* by a survey */
	int64_t pid, tid, cpu;
	struct thread_event event; /* that of its last sample */
	char raw[THREAD_RAW];
	char label[THREAD_LABEL]; /* what is written of it, by timed_put */
};

struct thread_memo *thread_open(void);

/* The thread that raw names; NULL where it was not met before.  Good until the next thread_note. */
struct thread *thread_find(struct thread_memo *memo, struct str raw);

/* Sets the sample's name, borrowed from raw, its ids, its CPU, and its thread. */
void thread_get(struct thread *thread, struct str raw, struct sample *sample);

/* Sets the sample's period and event, and *rest, borrowed from text, where text begins with what was
 * the thread's last sample's, and ends there or goes on with a blank; else false. */
bool thread_get_event(
    const struct thread *thread, struct str text, struct sample *sample, struct str *rest);

/* Takes note that raw was read as the sample's name, which borrows from it, ids and CPU.  Returns the
 * thread, or NULL where there is no room for it. */
struct thread *
thread_note(struct thread_memo *memo, struct str raw, const struct sample *sample, bool sure);

/* Takes note that raw, behind which there was nothing or a blank, was read as the sample's period and
 * event, borrowed from it. */
void thread_note_event(struct thread *thread, struct str raw, const struct sample *sample);

void thread_close(struct thread_memo *memo);

#endif
