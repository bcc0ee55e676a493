/* blocks.c - blocks through workers, results in order */
#if defined(__linux__)
#define _GNU_SOURCE /* sched_getaffinity: the CPUs we may use, not those there are */
#include <sched.h>
#else
#undef _POSIX_C_SOURCE /* on macOS and the BSDs it hides _SC_NPROCESSORS_ONLN */
#undef _XOPEN_SOURCE
#endif

#include "base/blocks.h"

#include "base/array.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

enum { MOST_WORKERS = 4, MORE_SLOTS = 2 }; /* one being filled, one being merged */

struct slot {
	struct text in;
	struct block block;
	bool done;
};

/* Slots are a ring: merged <= taken <= filled <= merged + n. */
struct run {
	const struct blocks *plan;
	struct slot *slots;
	size_t n;
	uint64_t filled, taken, merged;
	bool over;
	pthread_mutex_t lock;
	pthread_cond_t work, done;
};

struct worker {
	struct run *run;
	void *state;
	pthread_t thread;
};

static void
prepare(const struct blocks *plan, struct slot *slot)
{
	slot->block.text = text_str(&slot->in);
	slot->block.name = plan->input->name;
	text_clear(&slot->block.out);
	if (plan->result_size > 0)
		memset(slot->block.result, 0, plan->result_size);
	slot->done = false;
}

static void *
work(void *argument)
{
	struct worker *worker = argument;
	struct run *run = worker->run;
	const struct blocks *plan = run->plan;

	pthread_mutex_lock(&run->lock);
	for (;;) {
		while (run->taken == run->filled && !run->over)
			pthread_cond_wait(&run->work, &run->lock);
		if (run->taken == run->filled)
			break;
		struct slot *slot = &run->slots[run->taken++ % run->n];
		pthread_mutex_unlock(&run->lock);
		plan->work(plan->facts, worker->state, &slot->block);
		pthread_mutex_lock(&run->lock);
		slot->done = true;
		pthread_cond_signal(&run->done);
	}
	pthread_mutex_unlock(&run->lock);
	return NULL;
}

static void
merge_oldest(struct run *run)
{
	struct slot *slot = &run->slots[run->merged % run->n];

	pthread_mutex_lock(&run->lock);
	while (!slot->done)
		pthread_cond_wait(&run->done, &run->lock);
	pthread_mutex_unlock(&run->lock);
	run->plan->merge(run->plan->sink, &slot->block);
	run->merged++;
}

static void
merge_all(struct run *run)
{
	while (run->merged < run->filled)
		merge_oldest(run);
}

/* The calling thread reads ahead of the workers and merges behind them. */
static void
feed(struct run *run)
{
	const struct blocks *plan = run->plan;

	for (;;) {
		if (run->filled - run->merged == run->n)
			merge_oldest(run);
		if (!input_ready(plan->input)) {
			merge_all(run);
			if (plan->pause)
				plan->pause(plan->sink);
		}
		struct slot *slot = &run->slots[run->filled % run->n];
		if (!input_block_into(plan->input, plan->cut, plan->facts, &slot->in))
			break;
		prepare(plan, slot);
		pthread_mutex_lock(&run->lock);
		run->filled++;
		pthread_cond_signal(&run->work);
		pthread_mutex_unlock(&run->lock);
	}
	merge_all(run);
}

static void
run_alone(const struct blocks *plan)
{
	struct slot slot = {.block.result = array_new(1, plan->result_size)};

	while (input_block(plan->input, plan->cut, plan->facts, &slot.block.text)) {
		struct str text = slot.block.text;
		prepare(plan, &slot);
		slot.block.text = text;
		plan->work(plan->facts, plan->states ? plan->states[0] : NULL, &slot.block);
		plan->merge(plan->sink, &slot.block);
		if (plan->pause && !input_ready(plan->input))
			plan->pause(plan->sink);
	}
	text_free(&slot.block.out);
	free(slot.block.result);
}

static struct run
start(const struct blocks *plan)
{
	struct run run = {.plan = plan, .n = (size_t)plan->workers + MORE_SLOTS};

	run.slots = array_new(run.n, sizeof(*run.slots));
	for (size_t i = 0; i < run.n; i++)
		run.slots[i].block.result = array_new(1, plan->result_size);
	pthread_mutex_init(&run.lock, NULL);
	pthread_cond_init(&run.work, NULL);
	pthread_cond_init(&run.done, NULL);
	return run;
}

static void
finish(struct run *run)
{
	for (size_t i = 0; i < run->n; i++) {
		text_free(&run->slots[i].in);
		text_free(&run->slots[i].block.out);
		free(run->slots[i].block.result);
	}
	free(run->slots);
	pthread_mutex_destroy(&run->lock);
	pthread_cond_destroy(&run->work);
	pthread_cond_destroy(&run->done);
}

void
blocks_run(const struct blocks *plan)
{
	if (plan->workers <= 1) {
		run_alone(plan);
		return;
	}
	struct run run = start(plan);
	struct worker *workers = array_new((size_t)plan->workers, sizeof(*workers));
	int started = 0;
	for (; started < plan->workers; started++) {
		struct worker *worker = &workers[started];
		*worker = (struct worker){&run, plan->states ? plan->states[started] : NULL, 0};
		if (pthread_create(&worker->thread, NULL, work, worker) != 0)
			break;
	}
	if (started > 0)
		feed(&run);
	else /* no thread to be had */
		run_alone(plan);
	pthread_mutex_lock(&run.lock);
	run.over = true;
	pthread_cond_broadcast(&run.work);
	pthread_mutex_unlock(&run.lock);
	for (int i = 0; i < started; i++)
		pthread_join(workers[i].thread, NULL);
	free(workers);
	finish(&run);
}

int
blocks_default_workers(void)
{
	long n = 1;
#if defined(_SC_NPROCESSORS_ONLN)
	n = sysconf(_SC_NPROCESSORS_ONLN);
#endif
#if defined(__linux__)
	cpu_set_t set;
	if (sched_getaffinity(0, sizeof(set), &set) == 0)
		n = CPU_COUNT(&set);
#endif
	return n < 1 ? 1 : n > MOST_WORKERS ? MOST_WORKERS : (int)n;
}
