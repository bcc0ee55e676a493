/* perf_header_test.c - the header line of a sample: where its time stands, and what is right of it */
#include "profile/perf_header.h"
#include "unit/check.h"

enum { WIDTH = 6 }; /* of ids, with the blank before them */

static const struct perf_layout OF_SYSTEM = {.time = true,
    .ids = true,
    .cpu = true,
    .period = true,
    .event = true,
    .chains = true,
    .width = WIDTH};
static const struct perf_layout OF_PROCESS = {
    .time = true, .ids = true, .period = true, .event = true, .chains = true, .width = WIDTH};

static struct perf_header header;

static bool
reads(const struct perf_layout *layout, const char *line)
{
	return perf_header_read(layout, str_from(line), &header);
}

/* The time, and how many decimals it was printed with. */
static bool
is_at(nsec time, int decimals)
{
	return header.sample.time == time && header.sample.decimals == decimals;
}

static bool
counts(uint64_t period)
{
	return header.sample.has_period && header.sample.period == period;
}

/* `%5lu.%06lu: `, right-aligned to 12; with --ns nine decimals. */
static void
times(void)
{
	CHECK(reads(&OF_SYSTEM, "app  1929 [001]  1795.456545:   10101010 cpu-clock: "));
	CHECK(is_at(1795456545000, 6) && header.sample.cpu == 1);
	CHECK_STR(header.sample.comm, "app");
	CHECK(reads(&OF_SYSTEM, "app  1929 [001]  1795.456545212:   10101010 cpu-clock: "));
	CHECK(is_at(1795456545212, 9));
	CHECK(reads(&OF_SYSTEM, "app  1929 [001]     0.000000:   10101010 cpu-clock: "));
	CHECK(is_at(0, 6));
	CHECK(reads(&OF_SYSTEM, "app  1929 [001]     5.000000001:   10101010 cpu-clock: "));
	CHECK(is_at(5000000001, 9));
	CHECK(reads(&OF_SYSTEM, "app  1929 [001] 123456.999999:   10101010 cpu-clock: "));
	CHECK(is_at(123456999999000, 6));
	/* -k CLOCK_REALTIME: past what a double holds. */
	CHECK(reads(&OF_SYSTEM, "app  1929 [001] 1795348020.124311289:   10101010 cpu-clock: "));
	CHECK(is_at(1795348020124311289, 9));
	CHECK(reads(&OF_PROCESS, "misc  2478 1795348020.164785:   10101010 cpu-clock: "));
	CHECK(is_at(1795348020164785000, 6) && header.sample.tid == 2478);
	/* The blanks that right-align it are not the columns' before it. */
	struct perf_layout alone = {.time = true, .event = true, .chains = true};
	CHECK(reads(&alone, "app     0.021405: cpu-clock: ") && is_at(21405000, 6));
	CHECK_STR(header.sample.comm, "app");
	CHECK(reads(&alone, "    0.021405: ") == false);
	alone.event = false;
	CHECK(reads(&alone, "    0.021405: ") && header.sample.comm.n == 0);
}

static void
no_times(void)
{
	CHECK(!reads(&OF_SYSTEM, "app  1929 [001]  1795.45654:   10101010 cpu-clock: "));
	CHECK(!reads(&OF_SYSTEM, "app  1929 [001]  1795.4565451:   10101010 cpu-clock: "));
	CHECK(!reads(&OF_SYSTEM, "app  1929 [001]  1795.4565452121:   10101010 cpu-clock: "));
	CHECK(!reads(&OF_SYSTEM, "app  1929 [001]  1795456545:   10101010 cpu-clock: "));
	CHECK(!reads(&OF_SYSTEM, "app  1929 [001]  .456545:   10101010 cpu-clock: "));
	CHECK(!reads(&OF_SYSTEM, "app  1929 [001]  x1795.456545:   10101010 cpu-clock: "));
	CHECK(!reads(&OF_SYSTEM, "app  1929 [001]  1795.456545:10101010 cpu-clock: "));
	CHECK(!reads(&OF_SYSTEM, "app  1929 [001]  1795.456545   10101010 cpu-clock: "));
	CHECK(!reads(&OF_SYSTEM, ""));
	CHECK(!reads(&OF_SYSTEM, "\t          401136 main+0x6 (/usr/bin/app)"));
}

/* A name may hold what looks like the columns behind it, a tracepoint's text what looks like those
 * before it; ids as wide as the stream's tell. */
static void
several_times(void)
{
	CHECK(reads(&OF_PROCESS, "9 99.123456: x:  1234  1795.456545:          1 cycles: "));
	CHECK(is_at(1795456545000, 6) && header.fits && header.sample.tid == 1234);
	CHECK_STR(header.sample.comm, "9 99.123456: x:");
	CHECK_STR(header.sample.event, "cycles");
	CHECK(reads(&OF_SYSTEM, "x 77 1.500000: y  1234 [001]  1795.456545:          1 cycles: "));
	CHECK(is_at(1795456545000, 6) && header.sample.tid == 1234 && header.sample.cpu == 1);
	CHECK_STR(header.sample.comm, "x 77 1.500000: y");
	CHECK(reads(&OF_SYSTEM, "1.5:  1234 [001]  1795.456545:          1 cycles: "));
	CHECK_STR(header.sample.comm, "1.5:");
	CHECK(reads(&OF_PROCESS,
	    "app  1234  1795.456545: sched:sched_switch: prev_comm=x  77  9.000000:  1 cycles: "));
	CHECK(is_at(1795456545000, 6));
	CHECK_STR(header.sample.comm, "app");
	CHECK_STR(header.sample.event, "sched:sched_switch");
	CHECK_STR(header.rest, " prev_comm=x  77  9.000000:  1 cycles: ");
	/* Where no ids are as wide, the first that reads. */
	CHECK(reads(&OF_PROCESS, "app 7 1795.456545: cycles: 8 9.000000: x: ") && !header.fits);
	CHECK(is_at(1795456545000, 6) && header.sample.tid == 7);
}

/* `%10llu `, more digits where it takes them. */
static void
periods(void)
{
	CHECK(reads(&OF_SYSTEM, "app  1929 [001]  1795.456545:          1 cycles: ") && counts(1));
	CHECK(reads(&OF_SYSTEM, "app  1929 [001]  1795.456545: 1234567890 cycles: "));
	CHECK(counts(1234567890));
	CHECK(reads(&OF_SYSTEM, "app  1929 [001]  1795.456545: 18446744073709551615 cycles: "));
	CHECK(counts(UINT64_MAX));
	CHECK_STR(header.sample.event, "cycles");
	CHECK(reads(&OF_SYSTEM, "app  1929 [001]  1795.456545:          0 cycles: ") && counts(0));
	CHECK(reads(&OF_SYSTEM, "app  1929 [001]  1795.456545: cycles: "));
	CHECK(!header.sample.has_period);
}

/* What stands right of the period up to a colon and a blank; right-aligned to the longest. */
static void
events(void)
{
	static const char *const names[] = {"cycles", "cycles:u", "cycles:ppp", "cpu-clock:k",
	    "cpu_core/cycles/P", "cpu_atom/cycles/", "cpu_core/cache-misses,period=3/u",
	    "raw 0x1a8", "sched:sched_switch", "mem:0x7f0012345678:rw", "{cycles,instructions}:S",
	    "probe_app:f", "cpu/event=0x3c,umask=0x0/", NULL};
	char line[200];

	for (const char *const *name = names; *name != NULL; name++) {
		snprintf(line, sizeof(line), "app  1929 [001]  1795.456545: %10d %35s: ", 7, *name);
		CHECK(reads(&OF_SYSTEM, line) && counts(7) && header.has_event);
		CHECK(str_equal(header.sample.event, str_from(*name)));
		CHECK_STR(header.rest, " ");
		snprintf(line, sizeof(line), "app  1929 [001]  1795.456545: %s:", *name);
		CHECK(reads(&OF_SYSTEM, line) && !header.sample.has_period);
		CHECK(str_equal(header.sample.event, str_from(*name)));
	}
	CHECK(!reads(&OF_SYSTEM, "app  1929 [001]  1795.456545:   10101010 "));
	CHECK(!reads(&OF_SYSTEM, "app  1929 [001]  1795.456545: : "));
}

/* -F -event: the line ends behind the period, or with the one frame. */
static void
no_events(void)
{
	struct perf_layout layout = OF_SYSTEM;

	layout.event = false;
	CHECK(reads(&layout, "app  1929 [001]  1795.456545:   10101010 ") && counts(10101010));
	CHECK(!header.has_event && header.sample.event.n == 0);
	/* An address stands in 16 columns, a period in ten. */
	layout.chains = layout.period = false;
	CHECK(reads(
	    &layout, "             app  1929 [001]  1795.456545:           401136 main (/a)"));
	CHECK(!header.sample.has_period);
	CHECK_STR(header.rest, "           401136 main (/a)");
}

/* Whatever stands behind the event is the rest: a tracepoint's text, +addr and others, the one frame. */
static void
rests(void)
{
	static const char *const texts[] = {
	    " prev_comm=a b prev_pid=7 prev_state=S ==> next_comm=c: 1", " NR 21 (7fef00, 4, 0)",
	    " (5641fffcc697)", "   ", "      7f5e84d79dc0 f+0x0 (/l.so)",
	    "     7f81052fe2d0 fopen@@GLIBC_2.2.5+0x0 (/usr/lib/libc.so.6)", "                0",
	    "", NULL};
	char line[200];

	for (const char *const *text = texts; *text != NULL; text++) {
		snprintf(line, sizeof(line), "app  1929 [001]  1795.456545: sched:x:%s", *text);
		CHECK(reads(&OF_SYSTEM, line));
		CHECK_STR(header.sample.event, "sched:x");
		CHECK(str_equal(header.rest, str_from(*text)));
	}
}

/* -F without one of them, and with further ones, in their order. */
static void
columns(void)
{
	struct perf_layout layout = OF_SYSTEM;

	CHECK(reads(&layout, " 1929 [001]  1795.456545:   10101010 cpu-clock: "));
	CHECK(header.sample.comm.n == 0 && header.sample.tid == 1929);
	CHECK(reads(&layout, "app  1928/1929  [001]  1795.456545: cpu-clock: ") && header.fits);
	CHECK(header.sample.pid == 1928 && header.sample.tid == 1929);
	CHECK(reads(&layout, "app  1929 [001] U      1795.456545:   10101010 cpu-clock: "));
	CHECK(header.has_misc && header.sample.cpu == 1 && is_at(1795456545000, 6));
	CHECK(reads(&layout,
	    "misc  2478 [001] KE    2026-11-22 11:47:00.164782 1795348020.164785:   "
	    "10101010 cpu-clock: "));
	CHECK(header.has_misc && header.sample.tid == 2478 && is_at(1795348020164785000, 6));
	CHECK_STR(header.clock, "2026-11-22 11:47:00.164782");
	CHECK(reads(&layout,
	    "misc  2478 [001] 2026-11-22 11:47:00.164782555 1795348020.164785666:   "
	    "10101010 cpu-clock: "));
	CHECK_STR(header.clock, "2026-11-22 11:47:00.164782555");
	CHECK(is_at(1795348020164785666, 9));
	layout.ids = false;
	CHECK(
	    reads(&layout, "two words [001]  1795.456545:   10101010 cpu-clock: ") && header.fits);
	CHECK_STR(header.sample.comm, "two words");
	layout.cpu = false;
	CHECK(reads(&layout, "two words  1795.456545:   10101010 cpu-clock: "));
	CHECK_STR(header.sample.comm, "two words");
	CHECK(reads(&OF_SYSTEM, "app\t77/1929 [001] 1795.456545:\t10101010 cpu-clock:\t"));
	CHECK(header.sample.pid == 77 && counts(10101010));
	CHECK_STR(header.sample.comm, "app");
}

/* -L: `inferno-  1929   1  1795.456545: `. */
static void
latency(void)
{
	struct perf_layout layout = OF_SYSTEM;

	layout.latency = layout.names = true;
	CHECK(reads(&layout, "inferno-  1929   1  1795.456545:   10101010 cpu-clock: "));
	CHECK(header.sample.tid == 1929 && header.sample.cpu == 1 && is_at(1795456545000, 6));
	CHECK_STR(header.sample.comm, "inferno-");
}

/* `VM:%5d VCPU:%03d ` in front of all. */
static void
guests(void)
{
	struct perf_layout layout = OF_SYSTEM;

	layout.guests = true;
	CHECK(
	    reads(&layout, "VM:  123 VCPU:001 app  1929 [001]  1795.456545:   10101010 cycles: "));
	CHECK(header.fits && header.sample.tid == 1929 && is_at(1795456545000, 6));
	CHECK_STR(header.sample.comm, "app");
	CHECK(reads(&layout, "VM:1234567 VCPU:012  lead  1929 [001]  1795.456545: 1 cycles: "));
	CHECK_STR(header.sample.comm, " lead");
	/* Samples of the host have no such columns. */
	CHECK(reads(&layout, "app  1929 [001]  1795.456545:   10101010 cycles: "));
	CHECK_STR(header.sample.comm, "app");
	CHECK(perf_header_guest(STR("VM:  123 VCPU:001 app")) == strlen("VM:  123 VCPU:001 "));
	CHECK(perf_header_guest(STR("VM:  123 app")) == strlen("VM:  123 "));
	CHECK(perf_header_guest(STR("VM: app")) == 0 && perf_header_guest(STR("app")) == 0);
	CHECK(perf_header_guest(STR("VM:")) == 0 && perf_header_guest(STR("VM:12")) == 0);
	/* In a text without them it is a name. */
	CHECK(reads(&OF_SYSTEM, "VM:  123 x  1929 [001]  1795.456545:   10101010 cycles: "));
	CHECK_STR(header.sample.comm, "VM:  123 x");
}

/* PERF_RECORD_ lines begin like a header line; they are no samples. */
static void
records(void)
{
	CHECK(reads(&OF_SYSTEM,
	    "app  1234 [000]     0.000000: PERF_RECORD_MMAP2 1/1: [0x1(0x2) @ 0 00:01 2 3]: r-xp "
	    "/x"));
	CHECK(header.record);
	CHECK(reads(
	    &OF_PROCESS, "execer  5798  2424.429514: PERF_RECORD_COMM exec: execer:5798/5798"));
	CHECK(header.record);
	CHECK(reads(&OF_PROCESS, "PERF_RECORD_x  5798  2424.429514: cycles: ") && !header.record);
	struct perf_layout untimed = OF_PROCESS;
	untimed.time = false;
	CHECK(reads(&untimed, "execer  5798 PERF_RECORD_COMM exec: execer:5798/5798"));
	CHECK(header.record);
}

/* -F -time, or recorded without: the event, a word before a colon and a blank, parts the columns. */
static void
untimed(void)
{
	struct perf_layout layout = OF_PROCESS;

	layout.time = false;
	CHECK(reads(&layout, "V8 Worker  1234   10101010 cpu-clock:u: ") && counts(10101010));
	CHECK(header.sample.tid == 1234 && header.fits && is_at(0, 0));
	CHECK_STR(header.sample.comm, "V8 Worker");
	CHECK_STR(header.sample.event, "cpu-clock:u");
	layout.cpu = true;
	CHECK(reads(&layout, "app  1234 [007]   10101010 cpu-clock: ") && counts(10101010));
	CHECK(header.sample.tid == 1234 && header.sample.cpu == 7);
	layout.cpu = layout.period = false;
	CHECK(reads(&layout, "app  1234 sched:sched_switch: prev_comm=x: 1"));
	CHECK(!header.sample.has_period && header.sample.tid == 1234);
	CHECK_STR(header.rest, " prev_comm=x: 1");
	/* Names that look like columns which the text does not have. */
	CHECK(reads(&layout, "[001] 3708394 cycles: ") && header.sample.tid == 3708394);
	CHECK_STR(header.sample.comm, "[001]");
	CHECK(reads(&layout, "x [001]  1234 cycles: ") && header.sample.tid == 1234);
	CHECK_STR(header.sample.comm, "x [001]");
}

/* A paste puts blanks before every line. */
static void
indented(void)
{
	struct perf_layout layout = OF_SYSTEM;

	layout.indent = 4;
	layout.margin = ' ';
	CHECK(reads(&layout, "    app  1929 [001]  1795.456545:   10101010 cycles: "));
	CHECK_STR(header.sample.comm, "app");
	CHECK(reads(&layout, "     lead  1929 [001]  1795.456545:   10101010 cycles: "));
	CHECK_STR(header.sample.comm, " lead");
	layout.indent = 1;
	layout.margin = '\t';
	CHECK(reads(&layout, "\t lead  1929 [001]  1795.456545:   10101010 cycles: "));
	CHECK_STR(header.sample.comm, " lead");
}

int
main(void)
{
	times();
	no_times();
	several_times();
	periods();
	events();
	no_events();
	rests();
	columns();
	latency();
	guests();
	records();
	untimed();
	indented();
	return check_failed;
}
