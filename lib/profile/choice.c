/* choice.c - which samples of a profile are kept */
#include "profile/choice.h"

#include "profile/event.h"
#include "profile/idle.h"

bool
choice_has_event(const struct choice *choice, struct str event)
{
	if (choice->all_events)
		return true;
	if (choice->n == 0)
		return event_equal(choice->event, event);
	for (size_t i = 0; i < choice->n; i++)
		if (event_matches(str_from(choice->events[i]), event))
			return true;
	return false;
}

bool
choice_is_many(const struct choice *choice, const struct stream *stream)
{
	size_t kept = 0;

	for (size_t i = 0; i < stream->n_events; i++)
		kept += choice_has_event(choice, stream->events[i]);
	return choice->all_events || choice->n > 1 || kept > 1;
}

enum { MOST_WORDS = 64 };

uint64_t
choice_words(const struct choice *choice)
{
	return choice->n < MOST_WORDS ? ((uint64_t)1 << choice->n) - 1 : UINT64_MAX;
}

uint64_t
choice_match(const struct choice *choice, struct str event)
{
	uint64_t words = 0;

	for (size_t i = 0; i < choice->n && i < MOST_WORDS; i++)
		if (event_matches(str_from(choice->events[i]), event))
			words |= (uint64_t)1 << i;
	return words;
}

bool
choice_keeps(const struct choice *choice, const struct sample *sample, struct tally *tally)
{
	struct tally_event *event = tally_event(tally, sample->event);

	tally->samples++;
	if (event->samples == 1) {
		event->kept = choice_has_event(choice, sample->event);
		event->cpu_time = event_is_cpu_time(sample->event);
		event->words = choice_match(choice, sample->event);
	}
	tally->words |= event->words;
	if (!event->kept) {
		(*(sample->event.n > 0 ? &tally->other_event : &tally->without))++;
		return false;
	}
	bool idle = choice->idle != CHOICE_KEEP && event->cpu_time && idle_sample(sample);
	if (idle && choice->idle == CHOICE_DROP) {
		tally->idle++;
		return false;
	}
	if (!idle && choice->idle == CHOICE_ONLY) {
		tally->busy++;
		return false;
	}
	tally->kept++;
	if (sample->has_period)
		tally_period(event, sample->period);
	return true;
}
