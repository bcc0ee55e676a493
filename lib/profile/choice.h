/* choice.h - which samples of a profile are kept: of which events, idle time or not. */
#ifndef PROFILE_CHOICE_H
#define PROFILE_CHOICE_H

#include "profile/sample.h"
#include "profile/stream.h"
#include "profile/tally.h"

enum choice_idle { CHOICE_DROP, CHOICE_KEEP, CHOICE_ONLY };

struct choice {
	enum choice_idle idle;
	bool all_events;
	bool first_event; /* the default is the first event met, CPU time or not */
	const char *const
	    *events; /* the user's words; where there are none, the stream's default */
	size_t n;
	struct str event; /* that default, as printed */
};

/* Whether the sample is kept.  Counts it in *tally: read, its event, and kept or why not. */
bool choice_keeps(const struct choice *choice, const struct sample *sample, struct tally *tally);

/* Whether the choice is of that event. */
bool choice_has_event(const struct choice *choice, struct str event);

/* Whether more than one of a stream's events is kept, as far as its first samples tell. */
bool choice_is_many(const struct choice *choice, const struct stream *stream);

/* A bit for each of the user's words, as far as they go; the bits of those that the event is. */
uint64_t choice_words(const struct choice *choice);
uint64_t choice_match(const struct choice *choice, struct str event);

#endif
