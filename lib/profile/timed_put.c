/* timed_put.c - a sample as one line */
#include "profile/timed_put.h"

#include "profile/event.h"
#include "profile/stack.h"
#include "profile/thread.h"

static void
put_id(struct text *text, int64_t id)
{
	if (id < 0)
		text_put_char(text, '-');
	text_put_number(text, id < 0 ? 0 - (uint64_t)id : (uint64_t)id);
}

static void
put_time(struct text *text, const struct timed_style *style, const struct sample *sample)
{
	int decimals = sample->decimals > style->decimals ? sample->decimals : style->decimals;

	nsec_put(text, nsec_sub(sample->time, style->origin), decimals);
}

static void
put_keys(struct text *text, const struct timed_style *style, const struct sample *sample)
{
	if (sample->cpu != SAMPLE_UNKNOWN) {
		text_put(text, STR(" cpu="));
		put_id(text, sample->cpu);
	}
	if (sample->tid != SAMPLE_UNKNOWN) {
		text_put(text, STR(" tid="));
		if (sample->pid != SAMPLE_UNKNOWN) {
			put_id(text, sample->pid);
			text_put_char(text, '/');
		}
		put_id(text, sample->tid);
	}
	if (style->event && sample->event.n > 0) {
		text_put(text, STR(" event="));
		event_put(text, sample->event);
	}
	text_put_char(text, '\t');
}

/* FlameGraph's `-PID` or `-PID/TID`, `?` for a PID that the text does not tell. */
static void
put_suffix(struct text *text, const struct timed_style *style, const struct sample *sample)
{
	int64_t pid = sample->pid;

	text_put_char(text, '-');
	if (pid != SAMPLE_UNKNOWN)
		put_id(text, pid);
	else
		text_put_char(text, '?');
	if (!style->tid)
		return;
	text_put_char(text, '/');
	if (sample->tid != SAMPLE_UNKNOWN)
		put_id(text, sample->tid);
	else
		text_put_char(text, '?');
}

static void
put_comm(struct text *text, const struct timed_style *style, const struct sample *sample)
{
	size_t start = text->n;

	name_put_clean(text, sample->comm);
	for (size_t i = start; style->flamegraph && i < text->n; i++)
		if (str_is_blank(text->s[i]))
			text->s[i] = '_';
	if (style->pid || style->tid)
		put_suffix(text, style, sample);
}

/* What stands between the time and the frames: the same for each sample of a thread on a CPU, but
 * for its event. */
static void
put_thread(struct text *text, const struct timed_style *style, const struct sample *sample)
{
	struct thread *thread = style->event ? NULL : sample->thread;
	size_t start = text->n;

	if (thread != NULL && thread->label_n > 0) {
		/* All of the array: copying a number of bytes that is not known takes longer. */
		memcpy(text_reserve(text, THREAD_LABEL), thread->label, THREAD_LABEL);
		text->n += thread->label_n;
		return;
	}
	if (style->timed)
		put_keys(text, style, sample);
	put_comm(text, style, sample);
	if (thread != NULL && text->n - start <= THREAD_LABEL) {
		thread->label_n = (unsigned char)(text->n - start);
		memcpy(thread->label, text->s + start, thread->label_n);
	}
}

/* In a thread that is called java.. a name that holds `/` loses a leading L, part by part. */
static void
put_java(struct text *text, struct str label)
{
	struct str part;

	while (str_field(&label, ';', &part)) {
		bool path = str_find_char(part, '/') < part.n && part.s[0] == 'L';
		text_put_char(text, ';');
		text_put(text, str_skip(part, path));
	}
}

/* Root first. */
static void
put_frames(struct text *text, const struct timed_style *style, const struct sample *sample)
{
	bool java = style->flamegraph && str_starts(sample->comm, STR("java"));
	size_t room = 0;

	if (sample->stack != NULL && sample->stack->label.n > 0 && !java) {
		text_put_char(text, ';');
		text_put(text, sample->stack->label);
		return;
	}
	for (size_t i = 0; i < sample->n; i++)
		room += sample->frames[i]->label.n + 1;
	char *at = text_reserve(text, room);
	for (size_t i = sample->n; i-- > 0;) {
		struct str label = sample->frames[i]->label;
		if (label.n == 0)
			continue;
		if (java) {
			put_java(text, label);
			continue;
		}
		*at++ = ';';
		memcpy(at, label.s, label.n);
		at += label.n;
	}
	if (!java)
		text->n = (size_t)(at - text->s);
}

void
timed_put(struct text *text, const struct timed_style *style, const struct sample *sample)
{
	if (style->timed)
		put_time(text, style, sample);
	put_thread(text, style, sample);
	put_frames(text, style, sample);
	text_put_char(text, ' ');
	text_put_number(text, timed_put_weight(style, sample));
	text_put_char(text, '\n');
}
