/* survey.c - what the samples kept are made of */
#include "profile/survey.h"

#include "base/number.h"
#include "profile/stack.h"
#include "profile/thread.h"

static void
weigh(struct survey *survey, uint64_t weight, uint64_t largest)
{
	if (!number_add(&survey->weight, weight))
		survey->weight = UINT64_MAX;
	if (largest > survey->largest)
		survey->largest = largest;
}

static void
add_stack(struct survey *survey, const struct sample *sample)
{
	const struct stack *stack = sample->stack;
	const struct frame *const *frames = sample->frames;

	survey->stacks++;
	survey->frames += sample->n;
	survey->unknown_frames += stack ? stack->unknown : stack_unknown(frames, sample->n);
	survey->unknown_leaves += stack ? stack->leaf_unknown : frames[0]->unknown;
	/* What was inlined is a frame for the reader alone: the stack that was recorded lacks it. */
	if (sample->n >= SURVEY_DEEPEST)
		survey->cut +=
		    SURVEY_DEEPEST == (stack ? stack->recorded : stack_recorded(frames, sample->n));
}

void
survey_add(struct survey *survey, const struct sample *sample, uint64_t weight)
{
	survey->samples++;
	survey->periods += sample->has_period;
	weigh(survey, weight, weight);
	if (sample->n > 0)
		add_stack(survey, sample);
	if (sample->thread != NULL && sample->thread->counted)
		return;
	if (sample->thread != NULL)
		sample->thread->counted = true;
	if (sample->tid != SAMPLE_UNKNOWN)
		distinct_add(&survey->threads, sample->tid);
	if (sample->cpu != SAMPLE_UNKNOWN)
		distinct_add(&survey->cpus, sample->cpu);
}

void
survey_merge(struct survey *sum, const struct survey *other)
{
	sum->samples += other->samples;
	sum->stacks += other->stacks;
	sum->cut += other->cut;
	sum->periods += other->periods;
	sum->frames += other->frames;
	sum->unknown_frames += other->unknown_frames;
	sum->unknown_leaves += other->unknown_leaves;
	weigh(sum, other->weight, other->largest);
	distinct_merge(&sum->threads, &other->threads);
	distinct_merge(&sum->cpus, &other->cpus);
}

void
survey_free(struct survey *survey)
{
	distinct_free(&survey->threads);
	distinct_free(&survey->cpus);
	*survey = (struct survey){0};
}
