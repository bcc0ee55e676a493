/* perf_settle_test.c - what the beginning of a text says about all of it */
#include "profile/perf_settle.h"
#include "profile/perf_layout.h"
#include "unit/check.h"

#define FRAME "\t          401136 main+0x6 (/usr/bin/app)\n\n"
#define SAMPLE(time, event) "app  1234 [001] " time ":   10101010 " event ": \n" FRAME

static struct stream stream;
static struct tally_block skipped;

/* Settles as a reading does: what is skipped comes off the front. */
static enum reader_settled
settles(const char *text, enum reader_coming coming)
{
	struct str rest = str_from(text);
	enum reader_settled settled;
	size_t used;

	stream_free(&stream);
	stream = (struct stream){0};
	skipped = (struct tally_block){0};
	while ((settled = perf_settle_next(&stream, rest, coming, &skipped, &used)) == READER_SKIP)
		rest = str_skip(rest, used);
	return settled;
}

static bool
done(const char *text)
{
	return settles(text, READER_OVER) == READER_DONE;
}

/* The whole second at or before the first sample; times that no sample has are none. */
static void
origins(void)
{
	CHECK(done(SAMPLE(" 1795.456545", "cpu-clock")));
	CHECK(stream.origin == 1795 * NSEC_SECOND && stream.timed && stream.chains);
	CHECK(done(SAMPLE("    7.000000", "cpu-clock")) && stream.origin == 7 * NSEC_SECOND);
	CHECK(done(SAMPLE("    0.999999", "cpu-clock")) && stream.origin == 0);
	CHECK(done(SAMPLE("1795348020.164785212", "cpu-clock")));
	CHECK(stream.origin == 1795348020 * NSEC_SECOND);
	CHECK(done(
	    "app  1234 [000]     0.000000: PERF_RECORD_MMAP2 1/1: [0x1(0x2) @ 0]: r-xp /x\n" SAMPLE(
		" 1795.456545", "cpu-clock")));
	CHECK(stream.origin == 1795 * NSEC_SECOND && skipped.odd == 0 && skipped.lines == 1);
	CHECK(done("app  1234   10101010 cpu-clock: \n" FRAME) && !stream.timed);
}

/* CPU time before others, else that of the first sample. */
static void
events(void)
{
	CHECK(done(SAMPLE("    1.000000", "page-faults") SAMPLE("    1.100000", "cpu-clock:k")
		SAMPLE("    1.200000", "page-faults")));
	CHECK_STR(stream.event, "cpu-clock:k");
	CHECK_STR(stream.first_event, "page-faults");
	CHECK(stream.n_events == 2);
	/* The first of several. */
	CHECK(done(SAMPLE("    1.000000", "page-faults") SAMPLE("    1.100000", "cpu-clock")
		SAMPLE("    1.200000", "cycles")));
	CHECK_STR(stream.event, "cpu-clock");
	CHECK(
	    done(SAMPLE("    1.000000", "page-faults") SAMPLE("    1.100000", "context-switches")));
	CHECK_STR(stream.event, "page-faults");
	/* The two of a hybrid CPU are one. */
	CHECK(done(SAMPLE("    1.000000", "cpu_core/cycles/P")
		SAMPLE("    1.200000", "cpu_atom/cycles/P")));
	CHECK(stream.n_events == 1);
	CHECK(done("app  1234 [001]  1795.456545:   10101010 \n" FRAME) && stream.event.n == 0);
}

enum { SAMPLES = 200 };

/* Of so many samples as many step back as told, none of them the first. */
static bool
is_differences(size_t back)
{
	struct text text = {0};
	bool differs;

	for (size_t i = 0; i < SAMPLES; i++) {
		bool late = i % 2 == 1 && i / 2 < back;
		text_print(&text, "app  1234 [001] %5zu.000000:          1 cycles: \n%s",
		    2000 + i - (late ? 1000 : 0), FRAME);
	}
	text_put_char(&text, 0);
	differs = done(text_str(&text).s) && stream.differences;
	text_free(&text);
	return differs;
}

/* --deltatime looks as always, but over a tenth of its times step back. */
static void
differences(void)
{
	CHECK(!is_differences(0) && !is_differences(1) && !is_differences(SAMPLES / 10));
	CHECK(is_differences(SAMPLES / 10 + 1) && is_differences(SAMPLES / 2));
	/* A few are disorder, whatever their share. */
	CHECK(done(SAMPLE("    2.000000", "cycles") SAMPLE("    1.000000", "cycles")));
	CHECK(!stream.differences);
}

/* What stands before the first sample. */
static void
beginnings(void)
{
	CHECK(done("# ========\n# captured on    : Thu Jul  9 17:14:37 2015\n# hostname : box\n"
		   "# nrcpus online : 2\n# ========\n#\n" SAMPLE("    1.000000", "cycles")));
	CHECK_STR(head_get(&stream.facts, STR("hostname")), "box");
	CHECK_STR(head_get(&stream.facts, STR("cpus")), "2");
	CHECK(skipped.odd == 0 && skipped.lines == 6);
	CHECK(done("\357\273\277" SAMPLE("    1.000000", "cycles")) && skipped.lines == 0);
	CHECK(done("\357\273\277# hostname : box\n" SAMPLE("    1.000000", "cycles")));
	CHECK_STR(head_get(&stream.facts, STR("hostname")), "box");
	CHECK(skipped.odd == 0);
	CHECK(done("Warning:\nProcessed 12 events and lost 1 chunks!\n\n" SAMPLE(
	    "    1.000000", "cycles")));
	CHECK(skipped.lost.chunks == 1);
	CHECK(done("nobody knows this\n" SAMPLE("    1.000000", "cycles")) && skipped.odd == 1);
	/* A name may begin like a comment. */
	CHECK(done("#1 app  1234 [001]     7.000000:          1 cycles: \n" FRAME SAMPLE(
	    "    9.000000", "cycles")));
	CHECK(stream.origin == 7 * NSEC_SECOND && skipped.lines == 0);
	CHECK(done("app  1234 [001] 2026-11-22 11:47:00.164782    20.500000:  1 cycles: \n" FRAME));
	CHECK(stream.clues.has_dated && stream.clues.dated_time == 20500000000);
	CHECK(stream.clues.dated_date % (60 * NSEC_SECOND) == 164782000);
	CHECK(done(
	    "app  1234 [001] 2026-11-22 11:47:00.164782555    20.500000000:  1 cycles: \n" FRAME));
	CHECK(stream.clues.dated_date % (60 * NSEC_SECOND) == 164782555);
}

/* The layout is of the whole window, not of its first lines. */
static void
layouts(void)
{
	CHECK(done("12345 9.123456:  1234 [001]     1.000000:          1 cycles: \n" FRAME SAMPLE(
	    "    1.100000", "cycles") SAMPLE("    1.200000", "cycles")));
	CHECK(stream.perf->width == 6 && stream.perf->cpu && stream.perf->ids);
	CHECK(stream.origin == NSEC_SECOND);
	/* Nothing in a tracepoint's text makes a time. */
	CHECK(done("app  1234 sched:sched_switch: prev_comm=x  77  9.000000: 1 cycles: \n"
		   "app  1234 sched:sched_switch: prev_comm=x\napp  1234 sched:sched_switch: y\n"));
	CHECK(!stream.timed && !stream.chains);
}

static void
ends(void)
{
	CHECK(settles("", READER_OVER) == READER_NONE);
	CHECK(settles("# ========\n# captured on : x\n", READER_OVER) == READER_NONE);
	CHECK(settles("this is\nno profile\n", READER_OVER) == READER_NONE);
	CHECK(settles(SAMPLE("    1.000000", "cycles"), READER_SOON) == READER_MORE);
	CHECK(settles(SAMPLE("    1.000000", "cycles"), READER_LATER) == READER_DONE);
	/* Of a live stream the first sample must be there, not its header line alone. */
	CHECK(settles("app  1234 [001]     1.000000:  1 cycles: \n", READER_LATER) == READER_NONE);
	CHECK(done("app  1234 [001]     1.000000:  1 cycles: "));
	CHECK(perf_settle_recognise(STR(SAMPLE("    1.000000", "cycles"))));
	CHECK(perf_settle_recognise(STR("# ========\n# captured on    : x\n")));
	CHECK(!perf_settle_recognise(STR("a;b 1\nc;d 2\n")) && !perf_settle_recognise(STR("")));
}

int
main(void)
{
	origins();
	events();
	differences();
	beginnings();
	layouts();
	ends();
	stream_free(&stream);
	return check_failed;
}
