/* survey.h - what the samples kept are made of: threads, CPUs, stacks, names, weights.
 *
 *	struct survey survey = {0};
 *	survey_add(&survey, &sample, weight);
 *	...
 *	survey_merge(&sum, &survey);
 *	survey_free(&survey);
 *
 * Sums do not depend on the order of samples: each worker has a survey, and they are merged at
 * the end.
 */
#ifndef PROFILE_SURVEY_H
#define PROFILE_SURVEY_H

#include "base/distinct.h"
#include "profile/sample.h"

/* perf records no more frames a stack unless kernel.perf_event_max_stack was raised, and perf
 * script prints no more unless told. */
enum { SURVEY_DEEPEST = 127 };

struct survey {
	uint64_t samples;
	uint64_t stacks;         /* samples that have a frame */
	uint64_t cut;            /* of SURVEY_DEEPEST frames, those inlined aside */
	uint64_t periods;        /* samples that tell a period */
	uint64_t frames;         /* in all stacks */
	uint64_t unknown_frames; /* without a symbol */
	uint64_t unknown_leaves;
	uint64_t weight, largest; /* the sum (at most UINT64_MAX), and the largest one */
	struct distinct threads;  /* the ids told */
	struct distinct cpus;
};

/* Counts a sample that was kept and weighs weight. */
void survey_add(struct survey *survey, const struct sample *sample, uint64_t weight);

/* Adds the sums of another worker. */
void survey_merge(struct survey *sum, const struct survey *other);

void survey_free(struct survey *survey);

#endif
