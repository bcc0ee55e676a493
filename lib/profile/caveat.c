/* caveat.c - where a picture of what was kept would mislead */
#include "profile/caveat.h"

#include "base/die.h"
#include "base/number.h"
#include "profile/event.h"

enum {
	/* Of fewer stacks a share says little. */
	LEAST_STACKS = 100,
	/* Half: what is on top of the picture is mostly called [unknown]. */
	UNKNOWN_PERCENT = 50,
	/* Stacks that lost their root stand beside the others; a hundredth of the width is seen. */
	CUT_PERCENT = 1,
	/* One sample that is a tenth of the picture, and no equal among few. */
	LARGEST_PERCENT = 10,
	LARGEST_AVERAGES = 10,
};

static unsigned
percent(uint64_t part, uint64_t whole)
{
	return (unsigned)number_scale(part, 100, whole);
}

static void
say_stacks(const struct survey *survey)
{
	if (survey->stacks < LEAST_STACKS)
		return;
	if (percent(survey->unknown_leaves, survey->stacks) >= UNKNOWN_PERCENT)
		die_warn("%u%% of the leaves have no symbol: install debug symbols, or, for a JIT, "
			 "let it write /tmp/perf-PID.map",
		    percent(survey->unknown_leaves, survey->stacks));
	if (percent(survey->cut, survey->stacks) >= CUT_PERCENT)
		die_warn("%u%% of the stacks end at %d frames, perf's limit, and lack their root: "
			 "raise kernel.perf_event_max_stack and perf script's --max-stack",
		    percent(survey->cut, survey->stacks), SURVEY_DEEPEST);
}

/* stackcollapse-perf.pl, too, takes a text without periods as it is. */
static void
say_weights(const struct survey *survey, bool flamegraph)
{
	uint64_t average = survey->samples > 0 ? survey->weight / survey->samples : 0;

	if (percent(survey->largest, survey->weight) >= LARGEST_PERCENT &&
	    survey->largest / LARGEST_AVERAGES > average)
		die_warn("one sample weighs %u%% of all; --weight samples counts each alike",
		    percent(survey->largest, survey->weight));
	if (survey->periods < survey->samples && (survey->periods > 0 || !flamegraph))
		die_warn("%llu of %llu samples tell no period, and count 1 each",
		    (unsigned long long)(survey->samples - survey->periods),
		    (unsigned long long)survey->samples);
}

static bool
is_switch(struct str event)
{
	return str_starts(event, STR("sched:")) || event_matches(STR("context-switches"), event) ||
	    event_matches(STR("cs"), event);
}

/* sched:sched_stat_runtime and its like have nanoseconds as their period. */
static bool
is_time_told(struct str event, bool period)
{
	return str_starts(event, STR("sched:sched_stat_")) && period;
}

static void
add_name(struct text *names, struct str name)
{
	text_print(names, "%s'%.*s'", names->n > 0 ? ", " : "", (int)name.n, name.s);
}

static void
say_events(const struct tally *tally, bool period)
{
	struct text switches = {0}, differ = {0};

	for (size_t i = 0; i < tally->n; i++) {
		const struct tally_event *event = &tally->events[i];
		if (!event->kept)
			continue;
		if (event->name.n == 0 && event->least < event->most)
			die_warn(
			    "the text names no events, and periods differ: several events may be "
			    "counted alike; print them (perf script -F +event)");
		if (is_switch(event->name) && !is_time_told(event->name, period))
			add_name(&switches, event->name);
		if (!period && event_is_tracepoint(event->name) && event->least < event->most)
			add_name(&differ, event->name);
	}
	if (switches.n > 0)
		die_warn(
		    "widths count how often %s came, and are no time", text_terminate(&switches));
	if (differ.n > 0)
		die_warn(
		    "the periods of %s differ and are not counted; --weight period counts them",
		    text_terminate(&differ));
	text_free(&switches);
	text_free(&differ);
}

static void
say_lost(const struct tally_lost *lost)
{
	const struct {
		uint64_t n;
		const char *what;
	} kinds[] = {{lost->events, "events"}, {lost->samples, "samples"},
	    {lost->chunks, "chunks of events"}};
	struct text text = {0};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		if (kinds[i].n == 0)
			continue;
		text_put(&text, text.n > 0 ? STR(", ") : STR(""));
		text_put_grouped(&text, kinds[i].n);
		text_print(&text, " %s", kinds[i].what);
	}
	if (text.n > 0)
		die_warn("perf lost %s while it recorded; a lower -F or a larger -m loses less",
		    text_terminate(&text));
	text_free(&text);
}

void
caveat_say(const struct account *account, const struct timed_style *style)
{
	const struct tally *tally = &account->tally;

	say_lost(&account->lines.lost);
	if (tally->kept == 0)
		return;
	say_stacks(&account->survey);
	if (style->period)
		say_weights(&account->survey, style->flamegraph);
	say_events(tally, style->period);
}
