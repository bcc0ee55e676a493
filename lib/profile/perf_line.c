/* perf_line.c - lines that are neither header nor frame */
#include "profile/perf_line.h"

#include "profile/perf_lost.h"
#include "profile/perf_source.h"

bool
perf_line_is_blank(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		if (!str_is_blank(line.s[i]) && line.s[i] != '\r')
			return false;
	return true;
}

/* perf's own messages, where its stderr was mixed in. */
static bool
is_message(struct str line)
{
	static const char *const begins[] = {"Warning:", "Processed ",
	    "[ perf record: ", "Check IO/CPU overload!", "Couldn't ", "Failed to open ",
	    "failed to open ", "no symbols found in ", "addr2line", "cmd__addr2line",
	    "Kernel address maps ", "Samples in kernel functions can't be resolved",
	    "Problem processing ", "BFD: ", "perf: ", "symbol__", "dso__", "map__", "machine__",
	    "build id "};

	for (size_t i = 0; i < sizeof(begins) / sizeof(*begins); i++)
		if (str_starts(line, str_from(begins[i])))
			return true;
	return false;
}

/* What +brstack, +insn, +iregs, +srccode and BPF programs print behind the frames. */
static bool
is_detail(struct str line)
{
	static const char *const begins[] = {"ilen: ", "insn: ", "ABI:", "BPF output:", "0x"};
	struct str s = str_trim_left(line);

	if (s.n > 0 && s.s[0] == '|')
		return true;
	for (size_t i = 0; line.n > s.n && i < sizeof(begins) / sizeof(*begins); i++)
		if (str_starts(s, str_from(begins[i])))
			return true;
	return false;
}

bool
perf_line_is_known(struct str line, bool sources)
{
	if (line.n > 0 && line.s[0] == '#')
		return true;
	if (str_find(line, STR("PERF_RECORD_")) < line.n)
		return true;
	/* PERF_RECORD_NAMESPACES goes on for some lines. */
	if (str_starts(str_trim_left(line), STR("[")) && str_starts(line, STR("\t")))
		return true;
	return is_message(line) || is_detail(line) || (sources && perf_source_is(line));
}

void
perf_line_take(struct str line, bool sources, struct tally_block *block)
{
	struct tally_lost lost = {0};

	if (perf_line_is_blank(line))
		return;
	if (perf_line_is_known(line, sources)) {
		if (perf_lost_read(line, &lost))
			tally_append_lost(&block->lost, &lost);
	} else if (block->odd++ == 0) {
		block->first_odd = block->lines;
	}
}
