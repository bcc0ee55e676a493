/* foreign.c - files given to the wrong program */
#include "profile/foreign.h"

#include "base/die.h"
#include "base/shell.h"
#include "profile/timed.h"

struct kind {
	const char *what;
	const char *magic; /* at the beginning of the file or, where deep, in its first 4 KiB */
	size_t size;
	bool deep;
	const char *help; /* a command; `%` is the file, `@` this program */
};

/* What can be had instead of a profile that no program of ours reads. */
#define RECORD "perf record -F 99 -g COMMAND; perf script | fs-parse"

static const struct kind kinds[] = {
    {"gzip data", "\037\213", 2, false, "gzip -dc % | @"},
    {"zstd data", "\050\265\057\375", 4, false, "zstd -dc % | @"},
    {"xz data", "\3757zXZ", 5, false, "xz -dc % | @"},
    {"bzip2 data", "BZh", 3, false, "bzip2 -dc % | @"},
    {"a perf.data file", "PERFILE2", 8, false, "perf script -i % | fs-parse"},
    /* Of a machine with the other order of bytes. */
    {"a perf.data file", "2ELIFREP", 8, false, "perf script -i % | fs-parse"},
    {"a Java Flight Recorder file", "FLR\0", 4, false, RECORD},
    {"an SVG picture, not a profile", "<svg", 4, true, "perf script | fs-parse"},
    {"an HTML page, not a profile", "<html", 5, true, "perf script | fs-parse"},
    {"an HTML page, not a profile", "<!DOCTYPE html", 14, true, "perf script | fs-parse"},
    {"a report of perf, not its samples", "# Overhead ", 11, true, "perf script | fs-parse"},
    {"a report of perf, not its samples", "# To display the perf.data header info", 38, true,
	"perf script | fs-parse"},
};

static bool
is_kind(const struct kind *kind, struct str text)
{
	struct str magic = {kind->magic, kind->size};

	if (!kind->deep)
		return str_starts(text, magic);
	struct str head = str_head(text, text.n < 4096 ? text.n : 4096);
	/* Samples of a profile may name anything; a picture or page begins as one. */
	return (head.n > 0 && (head.s[0] == '<' || head.s[0] == '#')) &&
	    str_find(head, magic) < head.n;
}

static _Noreturn void
refuse(const char *name, const char *what, const char *help)
{
	struct text text = {0};

	for (; *help; help++) {
		if (*help == '%' && strcmp(name, "standard input") != 0)
			shell_put_path(&text, str_from(name));
		else if (*help == '%')
			text_put(&text, STR("FILE"));
		else if (*help == '@')
			text_put(&text, str_from(die_name()));
		else
			text_put_char(&text, *help);
	}
	die("%s: %s; try: %s", name, what, text_terminate(&text));
}

/* gzip is what Go's and others' pprof files are packed with; unpacking does not help there. */
static bool
is_pprof(struct str text, const char *name)
{
	struct str path = str_from(name);

	if (str_ends(path, STR(".pb.gz")) || str_ends(path, STR(".pprof")))
		return true;
	/* Field 1, a message whose first field is a number: ValueType of a Profile. */
	return text.n > 4 && text.s[0] == 0x0a && text.s[1] > 0 && text.s[1] < 0x20 &&
	    text.s[2] == 0x08;
}

/* What the first lines are, comments aside. */
struct counts {
	size_t lines, timed, folded, stacks; /* a stack holds `;` */
};

static struct counts
count(struct str text)
{
	struct counts counts = {0};
	struct timed parsed;
	struct str line;

	while (counts.lines < 100 && str_line(&text, &line)) {
		enum timed_kind kind = timed_parse(line, &parsed);
		if (kind == TIMED_BLANK || kind == TIMED_COMMENT)
			continue;
		counts.lines++;
		counts.timed += kind == TIMED_SAMPLE;
		counts.folded += kind == TIMED_PLAIN;
		counts.stacks += kind == TIMED_PLAIN && str_find_char(line, ';') < line.n;
	}
	return counts;
}

void
foreign_refuse(struct str text, const char *name, enum foreign_reader reader, bool profile)
{
	if (is_pprof(text, name))
		refuse(name, "a pprof profile", RECORD);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (is_kind(&kinds[i], text))
			refuse(name, kinds[i].what, kinds[i].help);
	/* Many lines of perf's header end in a number. */
	if (reader == FOREIGN_TO_OURS && str_starts(text, STR("# ========\n# captured on")))
		refuse(name, "the text of a profiler", "fs-parse % | @");
	struct counts counts = count(text);
	/* A thread may be called what reads as a header line, so lines of ours come first. */
	if (reader == FOREIGN_TO_OURS && profile &&
	    (counts.timed + counts.folded) * 2 <= counts.lines)
		refuse(name, "the text of a profiler", "fs-parse % | @");
	if (reader == FOREIGN_TO_PARSE && !profile && counts.timed * 2 > counts.lines)
		refuse(name, "timed folded lines, as fs-parse writes them", "fs-heatmap %");
	if (reader == FOREIGN_TO_PARSE && !profile && counts.stacks * 2 > counts.lines)
		refuse(name, "folded lines", "fs-svg %");
}
