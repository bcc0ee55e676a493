/* perf_columns_test.c - each column left of the time, and its width */
#include "profile/perf_columns.h"
#include "profile/perf_latency.h"
#include "unit/check.h"

/* The smallest column of ids, with the blank before it: %5d, of newer perf %7d. */
enum { OLD = 6, NEW = 8 };

static const struct perf_layout OF_SYSTEM = {
    .time = true, .ids = true, .cpu = true, .event = true, .chains = true, .width = OLD};
static const struct perf_layout OF_PROCESS = {
    .time = true, .ids = true, .event = true, .chains = true, .width = OLD};

static struct perf_header header;

static bool
reads(const struct perf_layout *layout, const char *left)
{
	header = (struct perf_header){0};
	return perf_columns_read(layout, str_from(left), &header);
}

static bool
is_thread(int64_t pid, int64_t tid, int64_t cpu)
{
	const struct sample *sample = &header.sample;

	return sample->pid == pid && sample->tid == tid && sample->cpu == cpu;
}

/* `%s ` and the id's column; any byte but NUL may stand in a name. */
static void
names(void)
{
	static const char *const hostile[] = {"app", "x", "", " lead", "trail ", "  two  sp  ",
	    "   ", "V8 Worker 12 7", "12345", "1", "-1", ":", "a:b", "[001]", "[", "foo 12 [001]",
	    "(x)", "a;b;c", "#comment", "#", "\ttab\t", "a\nb", "\316\261\316", "\033[1m",
	    "1234/5678", "12/34", "9 99.123456: x:", "1.5: cycles:", "cycles:", "x KU", "U", "/",
	    "%s%n", "a name of simpleperf's, past 15 bytes", NULL};
	char left[100];

	for (const char *const *name = hostile; *name != NULL; name++) {
		snprintf(left, sizeof(left), "%s %5d [%03d] ", *name, 1234, 7);
		CHECK(reads(&OF_SYSTEM, left) && header.fits && header.has_cpu);
		CHECK(is_thread(SAMPLE_UNKNOWN, 1234, 7));
		CHECK(str_equal(header.sample.comm, str_from(*name)));
		snprintf(left, sizeof(left), "%s %5d ", *name, 1234);
		CHECK(reads(&OF_PROCESS, left) && header.fits && !header.has_cpu);
		CHECK(is_thread(SAMPLE_UNKNOWN, 1234, SAMPLE_UNKNOWN));
		CHECK(str_equal(header.sample.comm, str_from(*name)));
	}
}

/* Each width of an id, in both columns: what the column does not need is the name's. */
static void
widths(void)
{
	static const int ids[] = {0, 7, 42, 999, 1234, 99999, 123456, 4194303};
	static const size_t columns[] = {5, 7};
	char left[60];

	for (size_t w = 0; w < 2; w++)
		for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
			struct perf_layout layout = OF_SYSTEM;
			layout.width = columns[w] + 1;
			snprintf(left, sizeof(left), " app  %*d [001] ", (int)columns[w], ids[i]);
			CHECK(reads(&layout, left) && header.fits);
			CHECK(is_thread(SAMPLE_UNKNOWN, ids[i], 1));
			CHECK_STR(header.sample.comm, " app ");
			snprintf(left, sizeof(left), "app %*d/%-*d [001] ", (int)columns[w], 77,
			    (int)columns[w], ids[i]);
			CHECK(reads(&layout, left) && header.fits && is_thread(77, ids[i], 1));
			CHECK_STR(header.sample.comm, "app");
		}
	/* A narrower one is not the column. */
	CHECK(reads(&OF_SYSTEM, "app 1 [001] ") && !header.fits);
	CHECK(reads(&OF_SYSTEM, "app     1 [001] ") && header.fits && header.id_columns == OLD);
	CHECK(reads(&OF_SYSTEM, "app       1 [001] ") && header.id_columns == NEW);
}

/* Tasks that perf does not know, and ids that a name tells. */
static void
negative(void)
{
	CHECK(reads(&OF_SYSTEM, ":-1    -1 [001] ") && header.fits);
	CHECK(is_thread(SAMPLE_UNKNOWN, -1, 1));
	CHECK_STR(header.sample.comm, ":-1");
	CHECK(reads(&OF_SYSTEM, ":-1    -1/-1    [001] ") && header.fits && is_thread(-1, -1, 1));
	CHECK(reads(&OF_SYSTEM, ":-1    -1/1234  [001] ") && is_thread(-1, 1234, 1));
	CHECK_STR(header.sample.comm, ":-1");
	CHECK(reads(&OF_SYSTEM, ":2649  2649 [001] ") && is_thread(SAMPLE_UNKNOWN, 2649, 1));
	CHECK_STR(header.sample.comm, ":2649");
	/* A sign in the middle of a word is none. */
	CHECK(reads(&OF_SYSTEM, "x-1  1234 [001] "));
	CHECK_STR(header.sample.comm, "x-1");
	CHECK(perf_columns_number(STR("a-1")) == 1 && perf_columns_number(STR("a -1")) == 2);
	CHECK(perf_columns_number(STR("7/-1")) == 2 && perf_columns_number(STR("-")) == 0);
	CHECK(perf_columns_number(STR("-1")) == 2 && perf_columns_number(STR("")) == 0);
}

static void
no_ids(void)
{
	CHECK(!reads(&OF_SYSTEM, "app [001] "));
	CHECK(!reads(&OF_SYSTEM, "app "));
	CHECK(!reads(&OF_SYSTEM, "app12345 [001] "));
	CHECK(!reads(&OF_SYSTEM, "app  1234x [001] "));
	CHECK(!reads(&OF_SYSTEM, "app 99999999999 [001] "));
	CHECK(!reads(&OF_SYSTEM, ""));
	/* -F -tid: the name is all that is left. */
	struct perf_layout layout = {.time = true, .cpu = true, .event = true, .chains = true};
	CHECK(reads(&layout, "V8 Worker 12 [001] ") && header.fits);
	CHECK(is_thread(SAMPLE_UNKNOWN, SAMPLE_UNKNOWN, 1) && !header.has_ids);
	CHECK_STR(header.sample.comm, "V8 Worker 12");
	layout.cpu = false;
	CHECK(reads(&layout, "V8 Worker 12 ") &&
	    is_thread(SAMPLE_UNKNOWN, SAMPLE_UNKNOWN, SAMPLE_UNKNOWN));
	CHECK_STR(header.sample.comm, "V8 Worker 12");
	CHECK(reads(&layout, "trail  "));
	CHECK_STR(header.sample.comm, "trail ");
}

/* -F -comm: the id's column is all that is left. */
static void
no_name(void)
{
	CHECK(reads(&OF_SYSTEM, " 1929 [001] ") && is_thread(SAMPLE_UNKNOWN, 1929, 1));
	CHECK_STR(header.sample.comm, "");
	CHECK(reads(&OF_PROCESS, " 1928/1929  ") && is_thread(1928, 1929, SAMPLE_UNKNOWN));
	CHECK_STR(header.sample.comm, "");
}

/* `%16s ` where no call chains are printed: blanks in front are the column's, those behind the name's. */
static void
aligned(void)
{
	static const char *const printed[] = {
	    "x", "app", "two words", "trail ", "15 bytes of it.", "", NULL};
	struct perf_layout layout = OF_SYSTEM;
	char left[60];

	layout.chains = false;
	for (const char *const *name = printed; *name != NULL; name++) {
		snprintf(left, sizeof(left), "%16s %5d [%03d] ", *name, 42, 0);
		CHECK(reads(&layout, left) && header.fits && is_thread(SAMPLE_UNKNOWN, 42, 0));
		CHECK(str_equal(header.sample.comm, str_from(*name)));
	}
	/* Of samples with call chains those of an event without them stand so too. */
	CHECK(reads(&OF_SYSTEM, "             app  1234 [001] "));
	CHECK_STR(header.sample.comm, "app");
}

/* -L: `%8.8s %5d %3d `. */
static void
latency(void)
{
	struct perf_layout layout = OF_SYSTEM;
	static const int ids[] = {0, 1929, 99999, 123456};
	static const int cpus[] = {0, 7, 63, 128};
	char left[60];

	layout.latency = layout.names = true;
	for (size_t i = 0; i < 4; i++) {
		snprintf(left, sizeof(left), "%8.8s %5d %3d ", "inferno-collaps", ids[i], cpus[i]);
		CHECK(reads(&layout, left) && header.fits && header.has_cpu);
		CHECK(is_thread(SAMPLE_UNKNOWN, ids[i], cpus[i]));
		CHECK_STR(header.sample.comm, "inferno-");
		snprintf(left, sizeof(left), "%8.8s %5d %3d ", "perf", ids[i], cpus[i]);
		CHECK(reads(&layout, left) && is_thread(SAMPLE_UNKNOWN, ids[i], cpus[i]));
		CHECK_STR(header.sample.comm, "perf");
		struct perf_layout newer = layout;
		newer.width = NEW;
		snprintf(left, sizeof(left), "%8.8s %7d %3d ", "perf", ids[i], cpus[i]);
		CHECK(reads(&newer, left) && is_thread(SAMPLE_UNKNOWN, ids[i], cpus[i]));
		CHECK_STR(header.sample.comm, "perf");
	}
	/* The columns are all that tells a name's end. */
	CHECK(reads(&layout, "9 1.5: x  1929   1 "));
	CHECK_STR(header.sample.comm, "9 1.5: x");
	CHECK(!reads(&layout, "ab  1234   1 ") && !reads(&layout, "inferno- 1929   1 "));
	CHECK(!reads(&layout, "inferno-  1929  1 ") && !reads(&layout, "inferno-  1929 "));
}

/* `[%03d] `. */
static void
margins(void)
{
	CHECK_STR(perf_latency_columns(STR("  app"), 2), "app");
	CHECK_STR(perf_latency_columns(STR("app"), 5), "");
}

static void
cpus(void)
{
	static const int cpus[] = {0, 1, 63, 128, 1023, 4095};
	char left[60];

	for (size_t i = 0; i < sizeof(cpus) / sizeof(*cpus); i++) {
		snprintf(left, sizeof(left), "app  1234 [%03d] ", cpus[i]);
		CHECK(reads(&OF_SYSTEM, left) && header.fits);
		CHECK(is_thread(SAMPLE_UNKNOWN, 1234, cpus[i]));
	}
	/* The stream has a CPU, this name and number do not. */
	CHECK(reads(&OF_SYSTEM, "app  1234 ") && !header.fits);
	CHECK(reads(&OF_SYSTEM, "app  1234 [] ") == false);
	CHECK(reads(&OF_SYSTEM, "app  1234 [0x1] ") == false);
}

/* %-6s of K U H G g M E S Sp. */
static void
misc(void)
{
	static const char *const letters[] = {
	    "K", "U", "H", "G", "g", "M", "E", "S", "Sp", "KE", "UMESp", "KUMESp ", NULL};
	char left[60];

	for (const char *const *misc = letters; *misc != NULL; misc++) {
		snprintf(left, sizeof(left), "app  1234 [001] %-6s", *misc);
		CHECK(reads(&OF_SYSTEM, left) && header.has_misc && header.fits);
		CHECK(is_thread(SAMPLE_UNKNOWN, 1234, 1));
		CHECK_STR(header.sample.comm, "app");
		snprintf(left, sizeof(left), "%s  1234 %-6s", "x U", *misc);
		CHECK(reads(&OF_PROCESS, left) && header.has_misc);
		CHECK_STR(header.sample.comm, "x U");
	}
	CHECK(!reads(&OF_SYSTEM, "app  1234 [001] X     "));
	CHECK(!reads(&OF_SYSTEM, "app  1234 [001] KUHGgME "));
	CHECK(reads(&OF_SYSTEM, "app  1234 [001] ") && !header.has_misc);
}

/* `YYYY-MM-DD HH:MM:SS.uuuuuu `, of newer perf with --ns nine decimals. */
static void
tod(void)
{
	CHECK(reads(&OF_PROCESS, "misc  2478 2026-11-22 11:47:00.164782 ") && header.fits);
	CHECK_STR(header.clock, "2026-11-22 11:47:00.164782");
	CHECK_STR(header.sample.comm, "misc");
	CHECK(is_thread(SAMPLE_UNKNOWN, 2478, SAMPLE_UNKNOWN));
	CHECK(reads(&OF_SYSTEM, "misc  2478 [000] 2026-11-22 11:47:00.164782123 ") && header.fits);
	CHECK_STR(header.clock, "2026-11-22 11:47:00.164782123");
	CHECK(is_thread(SAMPLE_UNKNOWN, 2478, 0));
	/* Behind the letters of +misc. */
	CHECK(reads(&OF_SYSTEM, "misc  2478 [000] KE    2026-11-22 11:47:00.164782 "));
	CHECK(header.has_misc && is_thread(SAMPLE_UNKNOWN, 2478, 0));
	CHECK_STR(header.clock, "2026-11-22 11:47:00.164782");
	/* A name may be a day. */
	CHECK(reads(&OF_SYSTEM, "2026-11-22  2478 [000] ") && header.clock.n == 0);
	CHECK_STR(header.sample.comm, "2026-11-22");
	CHECK(!reads(&OF_SYSTEM, "misc  2478 [000] 2026-11-22 11:47:00.1647 "));
	CHECK(!reads(&OF_SYSTEM, "misc  2478 [000] 2026-11-22T11:47:00.164782 "));
}

/* simpleperf: a tab behind the name, and columns as narrow as what stands in them. */
static void
tabs(void)
{
	struct perf_layout layout = OF_SYSTEM;

	layout.width = 0;
	CHECK(reads(&layout, "com.example.app\t77/1234 [007] ") && header.fits);
	CHECK(is_thread(77, 1234, 7));
	CHECK_STR(header.sample.comm, "com.example.app");
	CHECK(reads(&layout, "a name of more than 15 bytes\t1234 [007] ") && header.fits);
	CHECK_STR(header.sample.comm, "a name of more than 15 bytes");
}

int
main(void)
{
	names();
	widths();
	negative();
	no_ids();
	no_name();
	aligned();
	latency();
	margins();
	cpus();
	misc();
	tod();
	tabs();
	return check_failed;
}
