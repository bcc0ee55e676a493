/* perf_frame.c - the line of one frame */
#include "profile/perf_frame.h"

#include "profile/perf_data.h"

enum { UNINDENTED_ADDRESS = 6 };

static bool
ends_field(struct str line, size_t i)
{
	return i == line.n || str_is_blank(line.s[i]) || line.s[i] == '\r';
}

static bool
is_tab(struct str line, size_t i)
{
	return i < line.n && line.s[i] == '\t';
}

bool
perf_frame_is_indented(struct str line)
{
	size_t i = 1;

	while (i < line.n && line.s[i] == ' ')
		i++;
	size_t digits = str_span_hex(str_skip(line, i));
	/* A tab behind the address is of +brstackinsn, whose lines are instructions. */
	return digits > 0 && i + digits == 1 + PERF_FRAME_COLUMNS && ends_field(line, i + digits) &&
	    !is_tab(line, i + digits);
}

bool
perf_frame_is_loose(struct str line)
{
	size_t blanks = str_span_blanks(line);
	size_t digits = str_span_hex(str_skip(line, blanks));

	if (digits == 0 || digits > PERF_FRAME_COLUMNS || !ends_field(line, blanks + digits) ||
	    str_find(str_skip(line, blanks + digits), STR("\tinsn: ")) < line.n - blanks - digits)
		return false;
	return blanks > 0 || (digits >= UNINDENTED_ADDRESS && blanks + digits < line.n);
}

bool
perf_frame_is_edited(const struct perf_layout *layout, struct str line)
{
	return (!layout->tabs || str_starts(line, STR("\t"))) && perf_frame_is_loose(line);
}

/* The last address right-aligned in its columns, with a blank before them: where it begins. */
static size_t
find_last_address(struct str rest)
{
	size_t found = rest.n, blanks = 0;

	for (size_t i = 0; i < rest.n;) {
		if (str_is_blank(rest.s[i])) {
			blanks++;
			i++;
			continue;
		}
		size_t digits = str_span_hex(str_skip(rest, i));
		if (digits > 0 && digits <= PERF_FRAME_COLUMNS && ends_field(rest, i + digits) &&
		    blanks + digits > PERF_FRAME_COLUMNS)
			found = i;
		while (i < rest.n && !str_is_blank(rest.s[i]))
			i++;
		blanks = 0;
	}
	return found;
}

/* What stands before the columns that follow a frame. */
static struct str
cut_behind(struct str rest)
{
	static const char *const behind[] = {" => ", " ilen: ", " insn: ", " ABI:"};

	for (size_t i = 0; i < sizeof(behind) / sizeof(*behind); i++)
		rest = str_head(rest, str_find(rest, str_from(behind[i])));
	/* +brstack: `0x55d0/0x55d8/P/-/-/3`. */
	size_t branch = str_find(rest, STR(") 0x"));
	if (branch < rest.n && str_find_char(str_skip(rest, branch), '/') < rest.n - branch)
		rest = str_head(rest, branch + 1);
	return perf_data_cut(rest);
}

struct str
perf_frame_last(struct str rest, bool tracepoint)
{
	size_t blanks = str_span_blanks(rest), digits = str_span_hex(str_skip(rest, blanks));
	bool strict = digits > 0 && blanks + digits >= PERF_FRAME_COLUMNS &&
	    ends_field(rest, blanks + digits);

	if (tracepoint)
		return strict ? perf_data_cut(rest) : (struct str){0};
	struct str whole = cut_behind(rest);
	size_t address = find_last_address(whole);
	if (address < whole.n && address > blanks)
		return str_skip(whole, address);
	/* A paste may have lost blanks. */
	return strict || perf_frame_is_loose(str_skip(rest, blanks)) ? whole : (struct str){0};
}

/* What makes ` (` the beginning of a module: a path, a name in brackets, or inlining. */
static bool
begins_module(struct str s)
{
	return s.n > 2 &&
	    (s.s[2] == '/' || s.s[2] == '[' || str_starts(str_skip(s, 2), STR("inlined)")));
}

bool
perf_frame_has_module(struct str s)
{
	size_t at = perf_frame_split(s);

	return at < s.n && begins_module(str_skip(s, at));
}

size_t
perf_frame_split(struct str s)
{
	struct str open = STR(" (");
	size_t last = str_find_last(s, open);

	if (last == s.n)
		return s.n;
	if (begins_module(str_skip(s, last)))
		return last;
	for (size_t i = str_find(s, open); i < last; i += 1 + str_find(str_skip(s, i + 1), open))
		if (begins_module(str_skip(s, i)))
			return i;
	return s.s[s.n - 1] == ')' ? last : s.n;
}

static struct str
without_offset(struct str symbol)
{
	size_t i = symbol.n;

	while (i > 0 && str_is_hex(symbol.s[i - 1]))
		i--;
	if (i == symbol.n || i < 3 || memcmp(symbol.s + i - 3, "+0x", 3) != 0)
		return symbol;
	return str_head(symbol, i - 3);
}

/* A path that holds a newline, or a text that was cut off, lacks the closing parenthesis. */
static void
read_module(struct str s, struct frame *frame)
{
	struct str module = {s.s + 1, s.n - 1 - str_ends(s, STR(")"))};

	/* +dsoff: the file's offset behind its name. */
	frame->module = without_offset(module);
	frame->kind = name_kind(frame->module);
}

/* Takes the module off the end of rest; returns the symbol before it. */
static struct str
take_module(const struct perf_layout *layout, struct str rest, struct frame *frame)
{
	rest = str_trim_right(rest);
	bool alone = rest.n > 2 && rest.s[0] == '(' && rest.s[rest.n - 1] == ')';
	size_t module = perf_frame_split(rest);
	/* Where no symbols are printed, a path's own ` (` begins nothing. */
	if (module < rest.n && (layout->symbols || !alone)) {
		read_module(str_skip(rest, module + 1), frame);
		/* Two blanks before the module are a symbol without a name: its column is there. */
		return module > 0 ? str_head(rest, module) : STR(" ");
	}
	if (alone) {
		read_module(rest, frame);
		return (struct str){0};
	}
	return rest;
}

bool
perf_frame_read(const struct perf_layout *layout, struct str line, struct frame *frame)
{
	*frame = (struct frame){.kind = FRAME_USER};
	line = str_trim_left(line);
	frame->address = str_head(line, str_span_hex(line));
	if (frame->address.n == 0 || !ends_field(line, frame->address.n))
		return false;
	struct str rest = str_skip(line, frame->address.n);
	if (rest.n > 0)
		rest = str_skip(rest, 1);
	frame->symbol = layout->modules ? take_module(layout, rest, frame) : rest;
	if (!str_equal(frame->symbol, STR(" ")))
		frame->name = layout->offsets ? without_offset(frame->symbol) : frame->symbol;
	return true;
}
