/* perf_line.c - lines that are neither header nor frame */
#include "profile/perf_line.h"

#include "profile/perf_data.h"
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

/* What a message begins and ends with. */
struct message {
	const char *begin, *end;
};

static bool
is_one(struct message message, struct str line)
{
	struct str begin = str_from(message.begin), end = str_from(message.end);

	return line.n >= begin.n + end.n && str_starts(line, begin) && str_ends(line, end);
}

/* Whether line is `COUNT REST`. */
static bool
is_count_of(struct str line, struct str rest)
{
	size_t digits = str_span_digits(line);

	return digits > 0 && str_equal(str_skip(line, digits), rest);
}

/* perf's own messages, where its stderr was mixed in. */
static bool
is_message(struct str line)
{
	static const struct message messages[] = {
	    {"Warning:", ""},
	    {"WARNING: ", ""},
	    {"Processed ", ""},
	    {"[ perf record: ", ""},
	    {"Check IO/CPU overload!", ""},
	    {"Couldn't ", ""},
	    {"Failed to open ", ""},
	    {"failed to open ", ""},
	    {"no symbols found in ", ""},
	    {"addr2line", ""},
	    {"cmd__addr2line", ""},
	    {"Kernel address maps ", ""},
	    {"Samples in kernel ", ""},
	    {"Problem processing ", ""},
	    {"BFD: ", ""},
	    {"perf: ", ""},
	    {"symbol__", ""},
	    {"dso__", ""},
	    {"map__", ""},
	    {"machine__", ""},
	    {"build id ", ""},
	    {"", " not found, continuing without symbols"},
	    {"AUX data ", "!"},
	    {"Are you running a KVM guest in the background?", ""},
	    {"Found ", " unknown events!"},
	    {"Is this an older tool processing a perf.data file", ""},
	    {"If that is not the case, consider reporting to ", ""},
	    {"Found invalid callchains!", ""},
	    {"Found ", " invalid callchains!"},
	    {"", " events were discarded for this reason."},
	    {"Consider reporting to ", ""},
	    {"check /proc/sys/kernel/", ""},
	    {"file is not found in the buildid cache or in the vmlinux path.", ""},
	    {"If some relocation was applied (e.g. kexec) symbols may be misresolved", ""},
	    {"even with a suitable vmlinux or kallsyms file.", ""},
	    {"'", " events. Ignoring."},
	};

	for (size_t i = 0; i < sizeof(messages) / sizeof(*messages); i++)
		if (is_one(messages[i], line))
			return true;
	return is_count_of(line, STR(" out of order events recorded.")) ||
	    is_count_of(line, STR(" unprocessable samples recorded.")) ||
	    is_count_of(line, STR(" samples with id not present in the header"));
}

/* +brstacksym: `main+0x6/main+0x10/P/-/-/3`, each with its flags. */
static bool
is_branch(struct str s)
{
	static const char *const flags[] = {"/P/", "/M/", "/-/"};
	struct str first = str_head(s, str_find_char(s, ' '));

	for (size_t i = 0; i < sizeof(flags) / sizeof(*flags); i++)
		if (str_find(first, str_from(flags[i])) < first.n)
			return true;
	return false;
}

/* BPF output goes on: `0010: 00 00 ..`. */
static bool
is_dump(struct str s)
{
	size_t digits = str_span_hex(s);

	return digits == 4 && digits < s.n && s.s[digits] == ':';
}

/* What +brstack, +insn, +iregs, +ipc, +srccode, +phys_addr and its like, branches and BPF programs
 * print behind the frames, and what goes on behind PERF_RECORD_TEXT_POKE. */
static bool
is_detail(struct str line)
{
	static const char *const begins[] = {"ilen: ", "insn: ", "ABI:", "BPF output:",
	    "BPF string:", "0x", "=> ", "IPC: ", "Old bytes:", "New bytes:"};
	struct str s = str_trim_left(line);

	if ((s.n > 0 && s.s[0] == '|') || perf_data_is(line))
		return true;
	/* +brstackinsn: `main+6:`, then an address and what stands there. */
	if (str_starts(line, STR("\t")) &&
	    (str_ends(line, STR(":")) || str_find(line, STR("\tinsn: ")) < line.n))
		return true;
	if (line.n > s.n && (is_branch(s) || is_dump(s)))
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
	if (str_find(line, STR("PERF_RECORD_")) < line.n ||
	    str_find(line, STR(" \tmetric: ")) < line.n)
		return true;
	/* PERF_RECORD_NAMESPACES goes on for some lines. */
	if (str_starts(line, STR("\t\t")) ||
	    (str_starts(str_trim_left(line), STR("[")) && str_starts(line, STR("\t"))))
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
