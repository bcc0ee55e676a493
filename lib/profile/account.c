/* account.c - what is said about a profile */
#include "profile/account.h"

#include "base/die.h"
#include "profile/event.h"

#include <inttypes.h>

void
account_add_piece(struct account *account, const char *name, const struct tally_block *lines)
{
	if (account->lines.odd == 0 && lines->odd > 0) {
		account->odd_name = name;
		account->odd_line = lines->first_odd;
	}
	tally_append(&account->lines, lines);
}

static void
put_event(struct text *text, const struct choice *choice)
{
	struct text names = {0};

	if (choice->all_events)
		return;
	for (size_t i = 0; i < choice->n; i++)
		text_print(&names, "%s%s", i ? "," : "", choice->events[i]);
	if (choice->n == 0)
		event_put(&names, choice->event);
	if (names.n > 0)
		head_put(text, STR("event"), text_str(&names));
	text_free(&names);
}

void
account_put_head(
    struct text *text, const struct stream *stream, const struct choice *choice, bool period)
{
	static const char *const keys[] = {
	    "wall", "wall-about", "clock", "hostname", "captured", "cmdline", "cpus", "rate"};
	struct text origin = {0};

	nsec_put_short(&origin, stream->origin);
	head_put(text, STR("fs-folded"), STR(HEAD_VERSION));
	head_put(text, STR("origin"), text_str(&origin));
	text_free(&origin);
	for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
		struct str value = head_get(&stream->facts, str_from(keys[i]));
		if (value.n > 0)
			head_put(text, str_from(keys[i]), value);
	}
	put_event(text, choice);
	head_put(text, STR("weight"), period ? STR("period") : STR("samples"));
}

void
account_put_end(struct text *text, const struct account *account, uint64_t bytes)
{
	const struct tally *tally = &account->tally;
	struct text end = {0};

	text_print(&end, "kept=%" PRIu64 " idle=%" PRIu64, tally->kept, tally->idle);
	if (tally->busy > 0)
		text_print(&end, " busy=%" PRIu64, tally->busy);
	text_print(&end, " other-event=%" PRIu64, tally->other_event);
	if (tally->without > 0)
		text_print(&end, " without=%" PRIu64, tally->without);
	text_put(&end, STR(" disorder="));
	nsec_put_short(&end, account->lines.disorder);
	text_print(&end, " bytes=%" PRIu64, bytes);
	head_put(text, STR("end"), text_str(&end));
	text_free(&end);
}

/* The most frequent ones. */
enum { MOST_NAMED = 10 };

static void
say_events(const struct tally *tally, const struct choice *choice)
{
	struct text left_out = {0};
	size_t named = 0;

	for (size_t i = 0; i < tally->n; i++) {
		if (choice_has_event(choice, tally->events[i].name))
			continue;
		if (named++ >= MOST_NAMED)
			continue;
		struct str name = tally->events[i].name;
		if (name.n == 0)
			name = STR("one that is not told");
		text_print(&left_out, "%s%.*s (", left_out.n ? ", " : "", (int)name.n, name.s);
		text_put_grouped(&left_out, tally->events[i].samples);
		text_put_char(&left_out, ')');
	}
	if (named > MOST_NAMED)
		text_print(&left_out, " and %zu more", named - MOST_NAMED);
	if (left_out.n > 0)
		die_warn("left out other events: %s; --event NAME or --all-events keeps them",
		    text_terminate(&left_out));
	text_free(&left_out);
}

static void
say_counts(const struct tally *tally)
{
	struct text text = {0};

	text_put_grouped(&text, tally->samples);
	text_put(&text, STR(" samples: "));
	text_put_grouped(&text, tally->kept);
	text_put(&text, STR(" kept"));
	const struct {
		uint64_t n;
		const char *what;
	} left_out[] = {{tally->idle, "idle"}, {tally->busy, "not idle"},
	    {tally->other_event, "of other events"}, {tally->without, "of no event"}};
	for (size_t i = 0; i < sizeof(left_out) / sizeof(*left_out); i++) {
		if (left_out[i].n == 0)
			continue;
		text_put(&text, STR(", "));
		text_put_grouped(&text, left_out[i].n);
		text_print(&text, " %s", left_out[i].what);
	}
	die_warn("%s", text_terminate(&text));
	text_free(&text);
}

void
account_say_odd(const struct account *account)
{
	if (account->lines.odd > 0)
		die_warn("%" PRIu64 " line%s not understood (first: %s:%" PRIu64 ")",
		    account->lines.odd, account->lines.odd == 1 ? "" : "s", account->odd_name,
		    account->odd_line);
}

void
account_say(const struct account *account, const struct choice *choice, bool counted)
{
	const struct tally *tally = &account->tally;

	if (counted || tally->kept == 0)
		say_counts(tally);
	if (tally->kept == 0 && tally->idle > 0)
		die_warn("nothing but idle time; --idle keep shows it");
	say_events(tally, choice);
	account_say_odd(account);
	if (account->lines.cut)
		die_warn("the last sample is cut off; it was kept");
	if (!account->timed)
		die_warn("no times: plain folded lines, good for fs-fold and fs-svg alone");
	if (tally->kept > 0 && account->survey.stacks == 0)
		die_warn("no stacks: record with 'perf record -g', print ip, sym and dso");
	else if (tally->kept > 0 && !account->chains)
		die_warn("no call chains, one frame a sample: record with 'perf record -g'");
}

void
account_check_events(const struct account *account, const struct choice *choice)
{
	const struct tally *tally = &account->tally;
	struct text names = {0};

	for (size_t i = 0; i < choice->n; i++) {
		bool met = false;
		for (size_t k = 0; k < tally->n && !met; k++)
			met = event_matches(str_from(choice->events[i]), tally->events[k].name);
		if (met)
			continue;
		for (size_t k = 0; k < tally->n; k++)
			text_print(&names, "%s%.*s", k ? ", " : "", (int)tally->events[k].name.n,
			    tally->events[k].name.s);
		die("no sample of event '%s'; there are: %s", choice->events[i],
		    names.n ? text_terminate(&names) : "none that tells its event");
	}
}
