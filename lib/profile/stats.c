/* stats.c - the exact account of a reading */
#include "profile/stats.h"

#include "base/number.h"

#include <inttypes.h>

static void
put(struct text *text, const char *key, uint64_t value)
{
	text_print(text, "%s\t%" PRIu64 "\n", key, value);
}

static void
put_time(struct text *text, const char *key, nsec time)
{
	text_print(text, "%s\t", key);
	nsec_put_short(text, time);
	text_put_char(text, '\n');
}

/* Four decimals, rounded down: 1.0000 is all. */
static void
put_share(struct text *text, const char *key, uint64_t part, uint64_t whole)
{
	unsigned share = (unsigned)number_scale(part, 10000, whole);

	if (whole > 0)
		text_print(text, "%s\t%u.%04u\n", key, share / 10000, share % 10000);
}

/* `+` behind the number of a full set: at least so many. */
static void
put_distinct(struct text *text, const char *key, const struct distinct *set)
{
	if (set->n > 0)
		text_print(text, "%s\t%zu%s\n", key, set->n, set->full ? "+" : "");
}

static void
put_samples(struct text *text, const struct account *account)
{
	const struct tally *tally = &account->tally;

	put(text, "lines", account->lines.lines);
	put(text, "lines-not-understood", account->lines.odd);
	if (account->lines.odd > 0)
		text_print(text, "first-line-not-understood\t%s:%" PRIu64 "\n", account->odd_name,
		    account->odd_line);
	put(text, "samples", tally->samples);
	put(text, "kept", tally->kept);
	put(text, "idle", tally->idle);
	put(text, "busy", tally->busy);
	put(text, "other-event", tally->other_event);
	put(text, "without-what-was-asked", tally->without);
	put(text, "cut-off", account->lines.cut);
}

/* A name may hold anything; its control bytes would break the line. */
static void
put_events(struct text *text, const struct tally *tally)
{
	for (size_t i = 0; i < tally->n; i++) {
		struct str name = tally->events[i].name;
		text_put(text, STR("event."));
		size_t start = text->n;
		text_put(text, name.n > 0 ? name : STR("[unknown]"));
		for (size_t k = start; k < text->n; k++)
			if (str_is_control(text->s[k]))
				text->s[k] = '?';
		put(text, "", tally->events[i].samples);
	}
}

static void
put_times(struct text *text, const struct tally_block *lines)
{
	if (lines->timed == 0)
		return;
	put_time(text, "first-time", lines->earliest);
	put_time(text, "last-time", lines->latest);
	put(text, "out-of-order", lines->backwards);
	put_time(text, "disorder", lines->disorder);
}

static void
put_survey(struct text *text, const struct survey *survey)
{
	put_distinct(text, "threads", &survey->threads);
	put_distinct(text, "cpus", &survey->cpus);
	put(text, "stacks", survey->stacks);
	put(text, "stacks-at-limit", survey->cut);
	put(text, "frames", survey->frames);
	put(text, "unknown-frames", survey->unknown_frames);
	put_share(text, "unknown-frames-share", survey->unknown_frames, survey->frames);
	put(text, "unknown-leaves", survey->unknown_leaves);
	put_share(text, "unknown-leaves-share", survey->unknown_leaves, survey->stacks);
	put(text, "with-period", survey->periods);
	put(text, "weight", survey->weight);
	put(text, "largest-weight", survey->largest);
	put_share(text, "largest-weight-share", survey->largest, survey->weight);
}

void
stats_put(struct text *text, const struct account *account)
{
	const struct tally_lost *lost = &account->lines.lost;

	put_samples(text, account);
	put_events(text, &account->tally);
	put_times(text, &account->lines);
	put_survey(text, &account->survey);
	put(text, "lost-events", lost->events);
	put(text, "lost-samples", lost->samples);
	put(text, "lost-chunks", lost->chunks);
}
