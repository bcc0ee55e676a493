/* perf_frame_test.c - the line of one frame, part by part */
#include "profile/perf_frame.h"
#include "unit/check.h"

static const struct perf_layout WHOLE = {
    .chains = true, .offsets = true, .symbols = true, .modules = true};

static struct frame frame;

static bool
reads(const struct perf_layout *layout, const char *line)
{
	return perf_frame_read(layout, str_from(line), &frame);
}

/* Behind the one frame of a line. */
static void
behind(void)
{
	static const char *const columns[] = {"               0", "       13f236068",
	    "       13f236068 4K 2M", "               0 N/A N/A", "   123456789abcd", NULL};
	static const char *const frames[] = {"    5581e4b01234 main+0x6 (/usr/bin/app)",
	    "    5581e4b01234 main", "    5581e4b01234", "    5581e4b01234 (/usr/bin/app)", NULL};
	char line[200];

	for (const char *const *column = columns; *column != NULL; column++)
		for (const char *const *own = frames; *own != NULL; own++) {
			snprintf(line, sizeof(line), "  %s%s", *own, *column);
			CHECK(str_equal(str_trim_left(perf_frame_last(str_from(line), false)),
			    str_trim_left(str_from(*own))));
		}
	CHECK_STR(perf_frame_last(STR("      5581e4b01234 f (/a) 4K"), false),
	    "      5581e4b01234 f (/a)");
	CHECK_STR(perf_frame_last(STR("      5581e4b01234 f (/a)       13f236068"), true),
	    "      5581e4b01234 f (/a)");
	/* Of a symbol, such parts are its own. */
	CHECK_STR(
	    perf_frame_last(STR("      5581e4b01234 f 4K"), false), "      5581e4b01234 f 4K");
	CHECK_STR(
	    perf_frame_last(STR("      5581e4b01234 f abc"), false), "      5581e4b01234 f abc");
}

/* TAB %16lx, and then a blank or nothing. */
static void
lines(void)
{
	CHECK(perf_frame_is(STR("\t          401136 main+0x6 (/usr/bin/app)")));
	CHECK(perf_frame_is(
	    STR("\tffffffff813a2413 finish_task_switch.isra.0+0x93 ([kernel.kallsyms])")));
	CHECK(perf_frame_is(STR("\t               0 [unknown] ([unknown])")));
	CHECK(
	    perf_frame_is(STR("\tffffffff813a2413")) && perf_frame_is(STR("\t           a0684\r")));
	/* Whatever stands behind it. */
	CHECK(perf_frame_is(STR("\t          401136 x 1 [000] 2.000000: 3 e: (/usr/bin/app)")));
	CHECK(!perf_frame_is(STR("          401136 main+0x6 (/usr/bin/app)")));
	CHECK(!perf_frame_is(STR("\t         401136 main+0x6 (/usr/bin/app)")));
	CHECK(!perf_frame_is(STR("\t           401136 main+0x6 (/usr/bin/app)")));
	CHECK(!perf_frame_is(STR("\t          401136main (/usr/bin/app)")));
	CHECK(!perf_frame_is(STR("\t          40113g main (/usr/bin/app)")));
	CHECK(!perf_frame_is(STR("\t                ")) && !perf_frame_is(STR("\t")));
	/* +brstackinsn: a tab behind the address. */
	CHECK(!perf_frame_is(STR("\t00007f5e84d79dc0\tinsn: 48 8b 6b 10")));
	/* A paste may have lost the tab, and blanks. */
	CHECK(perf_frame_is_loose(STR("    401136 main+0x6 (/usr/bin/app)")));
	CHECK(perf_frame_is_loose(STR("ffffffff813a2413 f ([kernel.kallsyms])")));
	CHECK(!perf_frame_is_loose(STR("app")) && !perf_frame_is_loose(STR("")));
	CHECK(!perf_frame_is_loose(STR("  main+0x6 (/usr/bin/app)")));
}

static void
parts(void)
{
	CHECK(reads(&WHOLE, "\t          401136 main+0x6 (/usr/bin/app)") &&
	    frame.kind == FRAME_USER);
	CHECK_STR(frame.address, "401136");
	CHECK_STR(frame.symbol, "main+0x6");
	CHECK_STR(frame.name, "main");
	CHECK_STR(frame.module, "/usr/bin/app");
	CHECK(reads(&WHOLE, "\tffffffff81000e06 asm_sysvec+0x16 ([kernel.kallsyms])"));
	CHECK(frame.kind == FRAME_KERNEL);
	CHECK_STR(frame.module, "[kernel.kallsyms]");
	CHECK(reads(&WHOLE, "\t               0 [unknown] ([unknown])"));
	CHECK_STR(frame.address, "0");
	CHECK_STR(frame.name, "[unknown]");
	CHECK_STR(frame.module, "[unknown]");
	CHECK(
	    !reads(&WHOLE, "\tmain (/usr/bin/app)") && !reads(&WHOLE, "") && !reads(&WHOLE, "\t"));
}

/* Each form of a module. */
static void
modules(void)
{
	static const char *const forms[] = {"/usr/lib/x86_64-linux-gnu/libc.so.6",
	    "[kernel.kallsyms]", "[guest.kernel.kallsyms]", "[nf_conntrack]", "[vdso]", "[unknown]",
	    "/lib/modules/6.1/kernel/x.ko.xz", "vmlinux-6.1.0", "bpf_prog_6deef7357e7b4530_f",
	    "//anon", "/memfd:jit code (v1) (deleted)", "memfd:jit", "anon_inode:[perf_event]",
	    "[JIT app cache]", "[JIT] tid 77", "/opt/odd paths/lib (v2).so",
	    "/tmp/gone (v1) (deleted)", "/tmp/a) (b.so", "/tmp/perf-77.map", "/a;b", "/a->b", NULL};
	static const char *const symbols[] = {"main", "[unknown]", "operator()",
	    "std::vector<int, a<b> >::at", "net/http.(*Client).Do", NULL};
	char line[200];

	for (const char *const *module = forms; *module != NULL; module++)
		for (const char *const *symbol = symbols; *symbol != NULL; symbol++) {
			snprintf(
			    line, sizeof(line), "\t%16x %s+0x10 (%s)", 0x401136, *symbol, *module);
			CHECK(reads(&WHOLE, line));
			CHECK(str_equal(frame.module, str_from(*module)));
			CHECK(str_equal(frame.name, str_from(*symbol)));
		}
}

/* Where the module begins: at the last ` (` if `/`, `[` or `inlined)` follows it, else at the first
 * that one of them follows, else at the last. */
static void
splits(void)
{
	CHECK(perf_frame_split(STR("f (/a)")) == 1);
	CHECK(perf_frame_split(STR("f (x) (/a)")) == 5);
	CHECK(perf_frame_split(STR("f (x) ([k])")) == 5);
	CHECK(perf_frame_split(STR("f (x) (inlined)")) == 5);
	/* The last is the symbol's only if nothing before it begins a module. */
	CHECK(perf_frame_split(STR("f (/b (/a)")) == 5);
	CHECK(perf_frame_split(STR("f (/b (inlined)")) == 5);
	CHECK(perf_frame_split(STR("f (/a (b)")) == 1);
	CHECK(perf_frame_split(STR("f (inlined) (b)")) == 1);
	CHECK(perf_frame_split(STR("f (x) (/a (b)")) == 5);
	CHECK(perf_frame_split(STR("f (x) ([a] (b)")) == 5);
	CHECK(perf_frame_split(STR("f (x) (bpf_prog_f)")) == 5);
	CHECK(perf_frame_split(STR("f (memfd:x)")) == 1);
	/* No module. */
	CHECK(perf_frame_split(STR("f")) == 1 && perf_frame_split(STR("f(/a)")) == 5);
	CHECK(perf_frame_split(STR("")) == 0 && perf_frame_split(STR("operator()")) == 10);
}

/* Symbols are whole, whatever they hold; their offset is `+0x`, digits and the end. */
static void
symbols(void)
{
	static const char *const names[] = {"operator()", "operator->", "operator->*",
	    "operator+=", "operator+", "operator\"\" _km", "a::{lambda(int)#1}::operator()",
	    "(anonymous namespace)::f", "std::function<int (int)>::operator()",
	    "net/http.(*Client).Do", "main.Map[...]", "Lorg/apache/Foo;::run", "a->b->c",
	    "int java.lang.String.hashCode()", "LazyCompile:~f /a b (v2)/x.js:12",
	    "RegExp:[&<>\"']+|;+", "<(i32, [u8; 4]) as T>::go",
	    "<for<'a> fn(&'a str) -> usize as T>::go", "f.isra.0.constprop.1", "__libc@@GLIBC_2.34",
	    "sym with spaces", "trailing ", "tab\there",
	    "1.5: cycles:", "x 1 [000] 2.0: 3 e:", "paren(thing) (x)", "plus+0x10", "+0x", "+0xyz",
	    "x+0x1 y", "0x10", "[unknown]", NULL};
	struct perf_layout bare = WHOLE;
	char line[200];

	bare.offsets = false;
	for (const char *const *name = names; *name != NULL; name++) {
		snprintf(line, sizeof(line), "\t%16x %s+0x1f (/usr/bin/app)", 0x401136, *name);
		CHECK(reads(&WHOLE, line) && str_equal(frame.name, str_from(*name)));
		CHECK(frame.symbol.n == frame.name.n + strlen("+0x1f"));
		CHECK_STR(frame.module, "/usr/bin/app");
		/* -F -symoff: what looks like one is the symbol's own. */
		snprintf(line, sizeof(line), "\t%16x %s (/usr/bin/app)", 0x401136, *name);
		CHECK(reads(&bare, line) && str_equal(frame.name, str_from(*name)));
		CHECK(str_equal(frame.symbol, frame.name));
	}
	CHECK(reads(&WHOLE, "\t          401136 operator+= (/a)"));
	CHECK_STR(frame.name, "operator+=");
}

/* A symbol may have no name; its column is there. */
static void
empty_symbols(void)
{
	CHECK(reads(&WHOLE, "\t          401136  (/usr/bin/app)"));
	CHECK(frame.name.n == 0 && frame.symbol.n > 0);
	CHECK_STR(frame.module, "/usr/bin/app");
	CHECK(reads(&WHOLE, "\t          401136 +0x6 (/usr/bin/app)"));
	CHECK(frame.name.n == 0);
	CHECK_STR(frame.module, "/usr/bin/app");
}

/* ` (inlined)` stands where the module would. */
static void
inlined(void)
{
	CHECK(
	    reads(&WHOLE, "\t            1277 mix+0x67 (inlined)") && frame.kind == FRAME_INLINED);
	CHECK_STR(frame.name, "mix");
	CHECK(reads(&WHOLE, "\t            1277 f(int) (x)+0x67 (inlined)"));
	CHECK_STR(frame.name, "f(int) (x)");
	CHECK(frame.kind == FRAME_INLINED);
	CHECK(reads(&WHOLE, "\t            1277 mix+0x67 (/opt/inlined)") &&
	    frame.kind == FRAME_USER);
	CHECK(reads(&WHOLE, "\t            1277 (inlined)+0x67 (/opt/x)") &&
	    frame.kind == FRAME_USER);
	CHECK_STR(frame.name, "(inlined)");
}

/* -F without sym, dso or both. */
static void
columns(void)
{
	struct perf_layout layout = {.chains = true, .modules = true};

	CHECK(reads(&layout, "\t           98a97 (/opt/odd (v2)/libc.so.6)"));
	CHECK(frame.symbol.n == 0 && frame.name.n == 0);
	CHECK_STR(frame.address, "98a97");
	CHECK_STR(frame.module, "/opt/odd (v2)/libc.so.6");
	CHECK(reads(&layout, "\tffffffff813a2413 ([kernel.kallsyms])") && frame.symbol.n == 0);
	CHECK_STR(frame.module, "[kernel.kallsyms]");
	layout.modules = false;
	CHECK(reads(&layout, "\tffffffff813a2413") && frame.symbol.n == 0 && frame.module.n == 0);
	CHECK_STR(frame.address, "ffffffff813a2413");
	layout.symbols = layout.offsets = true;
	CHECK(reads(&layout, "\t          401136 f(int) (x)+0x6") && frame.module.n == 0);
	CHECK_STR(frame.name, "f(int) (x)");
}

/* +dsoff: the file's offset behind the module's name, with a symbol and without. */
static void
dsoff(void)
{
	struct perf_layout layout = WHOLE;

	CHECK(reads(&layout, "\t          401136 main+0x6 (/usr/bin/app+0x1136)"));
	CHECK_STR(frame.name, "main");
	CHECK_STR(frame.module, "/usr/bin/app");
	CHECK(reads(&layout, "\tffffffff813a2413 f+0x93 ([kernel.kallsyms]+0x1a2413)"));
	CHECK_STR(frame.module, "[kernel.kallsyms]");
	CHECK(frame.kind == FRAME_KERNEL);
	CHECK(reads(&layout, "\t          401136 [unknown] (/usr/bin/app (deleted)+0x1136)"));
	CHECK_STR(frame.module, "/usr/bin/app (deleted)");
}

/* The text of perf_frame_last, `none` where there is no frame. */
static struct str
last(const char *rest, bool tracepoint)
{
	struct str found = perf_frame_last(str_from(rest), tracepoint);

	return found.n > 0 ? str_trim(found) : STR("none");
}

/* Without a call chain the one frame stands behind the event, and what else -F asks for around it. */
static void
one_line(void)
{
	CHECK_STR(
	    last("      7f5e84d79dc0 f+0x0 (/a b/l.so)", false), "7f5e84d79dc0 f+0x0 (/a b/l.so)");
	CHECK_STR(last("  ffffffff813a2413 f+0x93 ([k])", false), "ffffffff813a2413 f+0x93 ([k])");
	CHECK_STR(
	    last("                 0 [unknown] ([unknown])", false), "0 [unknown] ([unknown])");
	CHECK_STR(last("      7f5e84d79dc0", false), "7f5e84d79dc0");
	CHECK_STR(last("", false), "none");
	CHECK_STR(last(" ", false), "none");
	/* +addr stands before it, with its own symbol. */
	CHECK_STR(last("     7f81052fe2d0 fopen+0x0 (/l.so)           401136 main+0x6 (/a)", false),
	    "401136 main+0x6 (/a)");
	CHECK_STR(last("                0           401136 main+0x6 (/a)", false),
	    "401136 main+0x6 (/a)");
	/* +insn, +iregs and +brstack stand behind it. */
	CHECK_STR(last("           401136 main+0x6 (/a) ilen: 4 insn: 48 8b", false),
	    "401136 main+0x6 (/a)");
	CHECK_STR(
	    last("           401136 main+0x6 (/a) ABI:2    AX:0x1", false), "401136 main+0x6 (/a)");
	CHECK_STR(last("           401136 main+0x6 (/a) 0x55d0/0x55d8/P/-/-/3", false),
	    "401136 main+0x6 (/a)");
	/* A tracepoint's own text is none. */
	CHECK_STR(last(" prev_comm=x prev_pid=7", true), "none");
	CHECK_STR(last(" 254,0 W 4096 () 123 + 8 [dd]", true), "none");
	CHECK_STR(last(" (5641fffcc697)", true), "none");
}

int
main(void)
{
	lines();
	behind();
	parts();
	modules();
	splits();
	symbols();
	empty_symbols();
	inlined();
	columns();
	dsoff();
	one_line();
	return check_failed;
}
