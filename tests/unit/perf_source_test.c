/* perf_source_test.c - the line of source behind each frame of +srcline */
#include "profile/perf_source.h"
#include "unit/check.h"

static const struct perf_layout LAYOUT = {.time = true,
    .ids = true,
    .event = true,
    .chains = true,
    .offsets = true,
    .symbols = true,
    .modules = true,
    .sources = true,
    .width = 6};

/* Two blanks, no tab, and something. */
static void
lines(void)
{
	CHECK(perf_source_is(STR("  misc.c:22")));
	CHECK(perf_source_is(STR("  [kernel.kallsyms][ffffffff813a2413]")));
	CHECK(perf_source_is(STR("  clock_gettime.c:42 (inlined)")));
	CHECK(!perf_source_is(STR("\t          401136 main (/a)")) && !perf_source_is(STR("")));
	CHECK(!perf_source_is(STR(" misc.c:22")) && !perf_source_is(STR("   misc.c:22")));
	CHECK(!perf_source_is(STR("  ")));
	CHECK(
	    !perf_source_is(STR("  fffff813a24130")) && perf_source_is(STR("  fffff813a24130:7")));
	CHECK(perf_source_is_inlined(STR("  clock_gettime.c:42 (inlined)")));
	CHECK(!perf_source_is_inlined(STR("  clock_gettime.c:42")));
	CHECK(!perf_source_is_inlined(STR("  (inlined).c:42")));
}

static struct frame frame;
static struct str rest;

static bool
reads(const char *line, const char *behind)
{
	rest = str_from(behind);
	return perf_source_read(&LAYOUT, str_from(line), &rest, &frame);
}

/* It is the frame's, and no frame of its own. */
static void
sources(void)
{
	const char *line = "\t          401136 main+0x6 (/usr/bin/app)";

	CHECK(reads(line, "  app.c:22\n\t          401140 _start (/usr/bin/app)\n"));
	CHECK_STR(frame.name, "main");
	CHECK_STR(frame.module, "/usr/bin/app");
	CHECK_STR(frame.source, "app.c:22");
	CHECK_STR(rest, "\t          401140 _start (/usr/bin/app)\n");
	CHECK(reads(line, "  /full path/app.c:22\n"));
	CHECK_STR(frame.source, "/full path/app.c:22");
	/* MODULE[ADDRESS], or ??:0, tells no line. */
	CHECK(reads(line, "  app[401136]\n") && frame.source.n == 0 && rest.n == 0);
	CHECK(reads(line, "  ??:0\n") && frame.source.n == 0 && rest.n == 0);
	/* An unresolved frame has none. */
	CHECK(reads("\t               0 [unknown] ([unknown])", "\t          401136 main (/a)\n"));
	CHECK(frame.source.n == 0);
	CHECK_STR(rest, "\t          401136 main (/a)\n");
	CHECK(reads(line, "\napp  1234  1.000000: cycles: \n"));
	CHECK_STR(rest, "\napp  1234  1.000000: cycles: \n");
	CHECK(!reads("  app.c:22", "\t          401136 main (/a)\n"));
}

/* ` (inlined)` ends this line, and the frame's has no module. */
static void
inlined(void)
{
	CHECK(reads("\t          401120 tick+0x18", "  clock_gettime.c:42 (inlined)\n"));
	CHECK(frame.kind == FRAME_INLINED && frame.module.n == 0 && rest.n == 0);
	CHECK_STR(frame.name, "tick");
	CHECK_STR(frame.source, "clock_gettime.c:42");
	CHECK(reads("\t          401120 f(int) (/x)+0x18", "  a.c:4 (inlined)\n"));
	CHECK_STR(frame.name, "f(int) (/x)");
}

int
main(void)
{
	lines();
	sources();
	inlined();
	return check_failed;
}
