/* perf_source.c - the line of source behind a frame */
#include "profile/perf_source.h"

#include "profile/perf_data.h"
#include "profile/perf_frame.h"
#include "profile/perf_header.h"

bool
perf_source_is(struct str line)
{
	return line.n > 2 && line.s[0] == ' ' && line.s[1] == ' ' && !str_is_blank(line.s[2]) &&
	    !perf_data_is(line);
}

bool
perf_source_is_inlined(struct str line)
{
	return str_ends(str_trim_right(line), STR(" (inlined)"));
}

/* FILE:LINE; nothing where perf printed MODULE[ADDRESS], or addr2line found ??. */
static struct str
find_source(struct str line, bool inlined)
{
	struct str s = str_trim(line);

	if (inlined)
		s = str_trim_right(str_head(s, s.n - strlen("(inlined)")));
	size_t colon = str_find_char_last(s, ':');
	struct str number = str_skip(s, colon < s.n ? colon + 1 : s.n);
	bool told = !str_starts(s, STR("??:")) && colon > 0 && number.n > 0 &&
	    str_span_digits(number) == number.n;
	return told ? s : (struct str){0};
}

bool
perf_source_read(
    const struct perf_layout *layout, struct str line, struct str *rest, struct frame *frame)
{
	struct str behind = *rest, source;
	struct perf_header header;

	if (!perf_frame_read(layout, line, frame))
		return false;
	if (!str_line(&behind, &source) || !perf_source_is(source) ||
	    perf_header_read(layout, source, &header))
		return true;
	bool inlined = perf_source_is_inlined(source);
	if (inlined) {
		/* What its symbol has in parentheses is no module. */
		struct perf_layout bare = *layout;
		bare.modules = false;
		perf_frame_read(&bare, line, frame);
		frame->kind = FRAME_INLINED;
	}
	frame->source = find_source(source, inlined);
	*rest = behind;
	return true;
}
