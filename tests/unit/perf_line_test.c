/* perf_line_test.c - lines that are neither header nor frame */
#include "profile/perf_line.h"
#include "unit/check.h"

/* What perf is known to print, with +srcline or without. */
static bool
is_known(const char *line)
{
	bool known = perf_line_is_known(str_from(line), false);

	CHECK(!known || perf_line_is_known(str_from(line), true));
	return known;
}

/* Behind the frames, or in place of the empty line that ends a sample. */
static void
details(void)
{
	CHECK(is_known(" ilen: 4 insn: 48 8b 6b 10") && is_known(" insn: 48 8b 6b 10"));
	CHECK(is_known(" ABI:2    AX:0x1    BX:0x2 "));
	CHECK(is_known("|8  int main(void)") && is_known("  |8  int main(void)"));
	CHECK(is_known(" 0x55d0/0x55d8/P/-/-/3  0x55e0/0x55e8/M/-/-/1 "));
	CHECK(is_known(" main+0x6/main+0x10/P/-/-/3 "));
	CHECK(is_known("\tmain+6:") && is_known("\t0000000000401136\tinsn: 48 8b 6b 10"));
	CHECK(is_known("\t00007f5e84d79dc0\tinsn: c3 \t# PRED 3 cycles [3] 1.33 IPC"));
	CHECK(is_known("      BPF output: 0000: 48 65 6c 6c  Hell"));
	CHECK(is_known("                  0008: 6f 00 00 00  o..."));
	CHECK(is_known("      BPF string: \"Hello\""));
	/* +phys_addr, page sizes, branches, instructions a cycle. */
	CHECK(is_known("       13f236068") && is_known("               0\r"));
	CHECK(is_known("       13f236068 4K 2M") && is_known(" 4K 2M") && is_known(" N/A"));
	CHECK(is_known("ffffffff813a2413 512B 1G"));
	CHECK(!is_known("      13f236068") && !is_known("        13f236068") && !is_known("4K"));
	CHECK(!is_known(" 4K 2M 1G") && !is_known(" 4Q") && !is_known(" K") && !is_known("x 4K"));
	CHECK(!is_known("       13f236068 main"));
	CHECK(is_known(" =>     5581e4b01334 foo+0x0 (/usr/bin/app)"));
	CHECK(is_known("\t IPC: 0.52 (11/21) "));
	CHECK(!is_known("  misc.c:22") && perf_line_is_known(STR("  misc.c:22"), true));
}

static void
around(void)
{
	CHECK(is_known("# hostname : box") && is_known("#"));
	CHECK(is_known(
	    "app  1234 [000]     0.000000: PERF_RECORD_MMAP2 1/1: [0x1(0x2) @ 0]: r-xp /x"));
	CHECK(is_known("app  1234  2424.429514: PERF_RECORD_COMM exec: app:1234/1234"));
	CHECK(
	    is_known("app  1234  2424.429514: PERF_RECORD_SWITCH_CPU_WIDE OUT  next pid/tid: 0/0"));
	CHECK(is_known("clang-tidy 13588 [000] 16336.312146: \tmetric:    0.000 /sec"));
	CHECK(!is_known("app metric:    0.000 /sec"));
	CHECK(is_known("\t\t[0/net: 4/0xf0000000, 1/uts: 4/0xeffffffe,"));
	CHECK(is_known("\t\t 3/pid: 4/0xeffffffc, 4/user: 4/0xeffffffd, 5/mnt: 4/0xf0000001]"));
	CHECK(is_known("            Old bytes: 0f 1f 44 00 00") &&
	    is_known("            New bytes: e8 9b 3c"));
	CHECK(is_known("Warning:") && is_known("Processed 12 events and lost 1 chunks!"));
	CHECK(is_known("[ perf record: Woken up 1 times to write data ]"));
	CHECK(is_known("5 out of order events recorded.") &&
	    !is_known("out of order events recorded."));
	CHECK(is_known("Found 3 unknown events!") && is_known("Found invalid callchains!"));
	CHECK(is_known("3 out of 90 events were discarded for this reason."));
	CHECK(is_known("AUX data lost 3 times out of 9!"));
	CHECK(is_known(
	    "check /proc/sys/kernel/kptr_restrict and /proc/sys/kernel/perf_event_paranoid."));
	CHECK(is_known("'trace' not valid for software events. Ignoring.") && !is_known("'trace'"));
	CHECK(is_known("no symbols found in /usr/bin/app, maybe install a debug package?"));
	CHECK(!is_known("this is no profile") && !is_known("app") && !is_known("main+0x6 (/a)"));
	CHECK(perf_line_is_blank(STR("")) && perf_line_is_blank(STR(" \t ")) &&
	    perf_line_is_blank(STR("\r")) && !perf_line_is_blank(STR(" .")));
}

/* Counted where it is not understood, the first remembered; what perf lost is added up. */
static void
takes(void)
{
	struct tally_block block = {.lines = 3};

	perf_line_take(STR(""), false, &block);
	perf_line_take(STR("# hostname : box"), false, &block);
	perf_line_take(STR("  misc.c:22"), true, &block);
	CHECK(block.odd == 0);
	perf_line_take(STR("  misc.c:22"), false, &block);
	CHECK(block.odd == 1 && block.first_odd == 3);
	block.lines = 7;
	perf_line_take(STR("nobody knows this"), false, &block);
	CHECK(block.odd == 2 && block.first_odd == 3);
	perf_line_take(
	    STR("bash  4944 [001]  2186.334685: PERF_RECORD_LOST lost 391"), false, &block);
	perf_line_take(STR("Processed 1234 events and lost 5 chunks!"), false, &block);
	CHECK(block.odd == 2 && block.lost.events == 391 && block.lost.chunks == 5);
}

int
main(void)
{
	details();
	around();
	takes();
	return check_failed;
}
