/* perf_frame.c - the line of one frame */
#include "profile/perf_frame.h"

enum { ADDRESS_COLUMNS = 16, UNINDENTED_ADDRESS = 6 };

static bool
ends_field(struct str line, size_t i)
{
	return i == line.n || str_is_blank(line.s[i]) || line.s[i] == '\r';
}

bool
perf_frame_is(struct str line)
{
	size_t i = 1;

	if (line.n <= ADDRESS_COLUMNS || line.s[0] != '\t')
		return false;
	while (i < line.n && line.s[i] == ' ')
		i++;
	size_t digits = str_span_hex(str_skip(line, i));
	return digits > 0 && i + digits == 1 + ADDRESS_COLUMNS && ends_field(line, i + digits);
}

bool
perf_frame_is_loose(struct str line)
{
	size_t blanks = str_span_blanks(line);
	size_t digits = str_span_hex(str_skip(line, blanks));

	if (digits == 0 || digits > ADDRESS_COLUMNS || !ends_field(line, blanks + digits))
		return false;
	return blanks > 0 || (digits >= UNINDENTED_ADDRESS && blanks + digits < line.n);
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
	if (layout->modules) {
		rest = str_trim_right(rest);
		size_t module = perf_frame_split(rest);
		if (module < rest.n) {
			read_module(str_skip(rest, module + 1), frame);
			rest = str_head(rest, module);
		} else if (rest.n > 2 && rest.s[0] == '(' && rest.s[rest.n - 1] == ')') {
			read_module(rest, frame);
			rest = str_head(rest, 0);
		}
	}
	frame->symbol = rest;
	frame->name = layout->offsets ? without_offset(rest) : rest;
	return true;
}
