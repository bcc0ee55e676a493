/* perf_frame.c - the line of one frame */
#include "profile/perf_frame.h"

enum { UNINDENTED_ADDRESS = 6 };

static bool
ends_field(struct str line, size_t i)
{
	return i == line.n || str_is_blank(line.s[i]) || line.s[i] == '\r';
}

bool
perf_frame_is_indented(struct str line)
{
	size_t i = 1;

	while (i < line.n && line.s[i] == ' ')
		i++;
	size_t digits = str_span_hex(str_skip(line, i));
	return digits > 0 && i + digits == 1 + PERF_FRAME_COLUMNS && ends_field(line, i + digits);
}

bool
perf_frame_is_loose(struct str line)
{
	size_t blanks = str_span_blanks(line);
	size_t digits = str_span_hex(str_skip(line, blanks));

	if (digits == 0 || digits > PERF_FRAME_COLUMNS || !ends_field(line, blanks + digits))
		return false;
	return blanks > 0 || (digits >= UNINDENTED_ADDRESS && blanks + digits < line.n);
}

bool
perf_frame_ends_header(struct str rest)
{
	size_t blanks = str_span_blanks(rest), digits = str_span_hex(str_skip(rest, blanks));

	if (digits > 0 && blanks + digits >= PERF_FRAME_COLUMNS)
		return ends_field(rest, blanks + digits);
	return perf_frame_is_loose(str_skip(rest, blanks));
}

/* What makes ` (` the beginning of a module: a path, a name in brackets, or inlining. */
static bool
begins_module(struct str s)
{
	return s.n > 2 &&
	    (s.s[2] == '/' || s.s[2] == '[' || str_starts(str_skip(s, 2), STR("inlined)")));
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
	frame->module = (struct str){s.s + 1, s.n - 1 - str_ends(s, STR(")"))};
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
