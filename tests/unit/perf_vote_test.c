/* perf_vote_test.c - how the columns of a text stand, by its first lines */
#include "profile/perf_vote.h"
#include "profile/perf_width.h"
#include "unit/check.h"

#define FRAMES                                         \
	"\t          401136 main+0x6 (/usr/bin/app)\n" \
	"\tffffffff81000e06 f+0x16 ([kernel.kallsyms])\n\n"

static struct perf_layout
layout_of(bool time, const char *text)
{
	struct str whole = str_from(text);
	struct perf_votes votes = perf_vote_count(time, whole);
	struct perf_layout layout = perf_vote_decide(time, &votes);

	perf_width_settle(&layout, &votes, str_head(whole, votes.bytes));
	return layout;
}

/* Plain `perf script` of a recording of the system, and of one process. */
static void
plain(void)
{
	struct perf_layout layout =
	    layout_of(true, "app  1234 [001]  1795.456545:   10101010 cpu-clock: \n" FRAMES);

	CHECK(layout.time && layout.ids && layout.cpu && layout.period && layout.event);
	CHECK(layout.chains && layout.offsets && layout.symbols && layout.modules);
	CHECK(!layout.latency && !layout.guests && !layout.misc && !layout.sources);
	CHECK(layout.width == 6 && layout.indent == 0);
	layout = layout_of(true, "app  1234  1795.456545:   10101010 cpu-clock: \n" FRAMES);
	CHECK(layout.ids && !layout.cpu && layout.period && layout.event && layout.width == 6);
}

/* Each column that -F leaves out or adds. */
static void
columns(void)
{
	CHECK(!layout_of(true, "app [001]  1795.456545:   10101010 cpu-clock: \n" FRAMES).ids);
	CHECK(layout_of(true, "app [001]  1795.456545:   10101010 cpu-clock: \n" FRAMES).cpu);
	CHECK(!layout_of(true, "app  1234 [001]  1795.456545: cpu-clock: \n" FRAMES).period);
	CHECK(layout_of(true, "app  1234 [001]  1795.456545: cpu-clock: \n" FRAMES).event);
	struct perf_layout layout =
	    layout_of(true, "app  1234 [001]  1795.456545:   10101010 \n" FRAMES);
	CHECK(!layout.event && layout.period && layout.ids && layout.cpu);
	CHECK(layout_of(true, " 1234 [001]  1795.456545: cpu-clock: \n" FRAMES).width == 5);
	layout = layout_of(true, "app [001] U      1795.456545: cpu-clock: \n" FRAMES);
	CHECK(layout.misc && layout.cpu && !layout.ids);
	layout = layout_of(true, "    0.000001: \n    0.000002: \n");
	CHECK(!layout.ids && !layout.cpu && !layout.event && !layout.period && !layout.chains);
	layout = layout_of(false, "app  1234   10101010 cpu-clock: \n" FRAMES);
	CHECK(!layout.time && layout.ids && layout.event && layout.chains);
	layout =
	    layout_of(true, "inferno-  1929   1  1795.456545:   10101010 cpu-clock: \n" FRAMES);
	CHECK(layout.latency && layout.names && layout.cpu && layout.ids);
	layout = layout_of(true, "inferno-   1  1795.456545:   10101010 cpu-clock: \n" FRAMES);
	CHECK(layout.latency && layout.names && layout.cpu && !layout.ids);
	layout = layout_of(true, " 1929   1  1795.456545:   10101010 cpu-clock: \n" FRAMES);
	CHECK(layout.latency && !layout.names && layout.cpu && layout.ids);
	/* A name of eight letters is none of -L's, unless shorter ones are filled up. */
	layout = layout_of(true, "postgres  1929  1795.456545:   10101010 cpu-clock: \n" FRAMES);
	CHECK(!layout.latency && layout.ids && !layout.cpu);
	layout = layout_of(true, "     cat  1929  1795.456545:   10101010 cpu-clock: \n" FRAMES);
	CHECK(layout.latency && layout.names && layout.ids && !layout.cpu);
	/* A number in a period's column is one. */
	layout = layout_of(false, "app     10101010 cpu-clock: \n" FRAMES);
	CHECK(!layout.ids && !layout.cpu && layout.period);
	layout = layout_of(false, "app [001]     10101010 cpu-clock: \n" FRAMES);
	CHECK(!layout.ids && layout.cpu && layout.period);
	layout = layout_of(true,
	    "VM:  123 VCPU:001 app  1234 [001]  1795.456545:   10101010 cpu-clock: \n" FRAMES);
	CHECK(layout.guests && layout.ids && layout.cpu && layout.width == 6);
}

/* The smallest column, blanks and digits, among all. */
static void
widths(void)
{
	CHECK(layout_of(true,
		  "a    1234 [001]  1.000000: 1 cycles: \n" FRAMES
		  "a 1234567 [001]  1.100000: 1 cycles: \n" FRAMES)
		  .width == 8);
	CHECK(layout_of(true,
		  "a  1234 [001]  1.000000: 1 cycles: \n" FRAMES
		  "a 1234567 [001]  1.100000: 1 cycles: \n" FRAMES)
		  .width == 6);
	CHECK(layout_of(true, "a  1234/1234  [001]  1.000000: 1 cycles: \n" FRAMES).width == 6);
	CHECK(layout_of(true,
		  "trail   1234 [001]  1.000000: 1 cycles: \n" FRAMES
		  "plain  1234 [001]  1.100000: 1 cycles: \n" FRAMES)
		  .width == 6);
	/* A thread called `12345 9.123456:` has no id in it. */
	CHECK(layout_of(true,
		  "plain  1234  1.000000: 1 cycles: \n" FRAMES
		  "12345 9.123456:  1234  1.100000: 1 cycles: \n" FRAMES
		  "plain  1234  1.200000: 1 cycles: \n" FRAMES)
		  .width == 6);
	CHECK(layout_of(true,
		  "plain  1234  1.000000: 1 cycles: \n" FRAMES
		  "x 7 9.123456: y  1234  1.100000: 1 cycles: \n" FRAMES
		  "plain  1234  1.200000: 1 cycles: \n" FRAMES)
		  .width == 6);
	CHECK(layout_of(true, "app\t77/1234 [007] 1.000000:\t1 cycles:\t\n" FRAMES).ids);
	/* A PERF_RECORD_ line has no say. */
	CHECK(layout_of(true,
		  "app 1234 1.000000: PERF_RECORD_COMM exec: app:1234/1234\n"
		  "plain  1234  1.000000: 1 cycles: \n" FRAMES)
		  .width == 6);
}

/* Without call chains each line is a sample, and its frame stands on it. */
static void
chains(void)
{
	struct perf_layout layout = layout_of(true,
	    "             app  1234 [001]  1.000000: 1 cycles:            401136 main+0x6 (/a)\n"
	    "             app  1234 [001]  1.100000: 1 cycles:            401136 main+0x6 (/a)\n");

	CHECK(!layout.chains && layout.symbols && layout.offsets && layout.modules);
	CHECK(layout.width == 6 && layout.indent == 0);
	layout = layout_of(true,
	    "             app  1234 [001]  1.000000: 1 cycles:            401136\n"
	    "             app  1234 [001]  1.100000: 1 cycles:            401140\n");
	CHECK(!layout.chains && !layout.symbols && !layout.modules);
	/* Stacks may be empty, all of them too: --kernel-callchains. */
	CHECK(layout_of(true,
	    "app  1234 [001]  1.000000: 1 cycles: \n\n"
	    "app  1234 [001]  1.100000: 1 cycles: \n\n")
		  .chains);
	CHECK(layout_of(true,
	    "app  1234 [001]  1.000000: 1 cycles: \n\n"
	    "app  1234 [001]  1.100000: 1 cycles: \n" FRAMES)
		  .chains);
	/* Old versions put an empty line before the frames. */
	CHECK(layout_of(true, "app  1234 [001]  1.000000: 1 cycles: \n\n" FRAMES).chains);
}

/* What frames hold. */
static void
frames(void)
{
#define HEADER "app  1234 [001]  1.000000: 1 cycles: \n"
	struct perf_layout layout = layout_of(true, HEADER "\t          401136 main (/a)\n\n");

	CHECK(!layout.offsets && layout.symbols && layout.modules);
	layout = layout_of(true, HEADER "\t          401136 (/a)\n\n");
	CHECK(!layout.symbols && layout.modules);
	layout = layout_of(true, HEADER "\t          401136 main+0x6\n\n");
	CHECK(layout.symbols && layout.offsets && !layout.modules);
	layout = layout_of(true, HEADER "\t          401136\n\n");
	CHECK(!layout.symbols && !layout.modules);
	/* Nothing resolved tells nothing of offsets: perf prints them unless told not to. */
	layout = layout_of(true, HEADER "\t          401136 [unknown] (/a)\n\n");
	CHECK(layout.offsets && layout.symbols && layout.modules);
	/* One symbol that looks as if it had one makes no column. */
	layout = layout_of(true,
	    HEADER "\t          401136 plus+0x10 (/a)\n"
		   "\t          401137 main (/a)\n\t          401138 f (/a)\n\n");
	CHECK(!layout.offsets);
	layout = layout_of(true,
	    HEADER "\t          401136 main+0x6 (/a)\n  a.c:1\n"
		   "\t          401137 f+0x6 (/a)\n  a.c:2\n\n");
	CHECK(layout.sources && layout.offsets && layout.modules);
	/* With all of them inlined the modules are in those lines. */
	layout = layout_of(true,
	    HEADER "\t          401136 main+0x6\n  a.c:1 (inlined)\n"
		   "\t          401137 f+0x6\n  a.c:2 (inlined)\n\n");
	CHECK(layout.sources && layout.modules);
#undef HEADER
}

/* The smallest number of blanks before all lines, unless the names are right-aligned. */
static void
indents(void)
{
	CHECK(layout_of(true,
		  "    app  1234 [001]  1.000000: 1 cycles: \n"
		  "              401136 main+0x6 (/a)\n\n"
		  "     lead  1234 [001]  1.000000: 1 cycles: \n"
		  "              401136 main+0x6 (/a)\n\n")
		  .indent == 4);
	CHECK(layout_of(true, " lead  1234 [001]  1.000000: 1 cycles: \n" FRAMES).indent == 0);
}

/* Frames, blank lines, comments of a text without times are no headers. */
static void
probes(void)
{
	struct perf_header header;

	CHECK(perf_vote_probe(true, STR("app  1234 [001]  1.000000: 1 cycles: "), &header));
	CHECK(header.has_ids && header.has_cpu && header.has_event && header.sample.has_period);
	CHECK(perf_vote_probe(true, STR("#comm  1234 [001]  1.000000: 1 cycles: "), &header));
	CHECK(!perf_vote_probe(true, STR("# hostname : x"), &header));
	CHECK(!perf_vote_probe(false, STR("# event : name = cycles"), &header));
	CHECK(
	    !perf_vote_probe(true, STR(""), &header) && !perf_vote_probe(true, STR("  "), &header));
	CHECK(!perf_vote_probe(
	    true, STR("\t          401136 x  1 [000]  2.000000: 3 e: (/usr/bin/app)"), &header));
	CHECK(perf_vote_probe(true, STR("a  1  0.000000: PERF_RECORD_COMM: a:1/1"), &header));
	CHECK(header.record);
	CHECK(perf_vote_probe(false, STR("app  1234   10101010 cpu-clock: "), &header));
	CHECK(header.sample.tid == 1234 && header.sample.period == 10101010);
	CHECK(perf_vote_probe(false, STR("app  1234 cpu-clock: "), &header));
	CHECK(header.sample.tid == 1234 && !header.sample.has_period);
	/* Names may end like a CPU's column, or like ids. */
	CHECK(perf_vote_probe(false, STR("2026-11-22[001] 3239290 cycles: "), &header));
	CHECK(header.sample.tid == 3239290);
	CHECK(perf_vote_probe(false, STR("[1234/5678 75127 cycles: "), &header));
	CHECK(header.sample.tid == 75127);
}

int
main(void)
{
	plain();
	columns();
	widths();
	chains();
	frames();
	indents();
	probes();
	return check_failed;
}
