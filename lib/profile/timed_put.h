/* timed_put.h - a sample as one line: timed, or plain where the stream has no times. */
#ifndef PROFILE_TIMED_PUT_H
#define PROFILE_TIMED_PUT_H

#include "profile/sample.h"

struct timed_style {
	bool timed;      /* time and keys stand before a tab */
	nsec origin;     /* what times are counted from */
	int decimals;    /* of the times, where they are not printed with more */
	bool event;      /* the key event= is written */
	bool period;     /* the weight is the period; 1 where the sample tells none */
	bool pid, tid;   /* -PID, -PID/TID behind the thread's name, as FlameGraph does it */
	bool flamegraph; /* thread and Java names as stackcollapse-perf.pl writes them */
};

/* What the line of a sample counts. */
static inline uint64_t
timed_put_weight(const struct timed_style *style, const struct sample *sample)
{
	return style->period && sample->has_period ? sample->period : 1;
}

/* Writes the line of a sample, by fs-folded(5).  What must not stand in it never does. */
void timed_put(struct text *text, const struct timed_style *style, const struct sample *sample);

#endif
