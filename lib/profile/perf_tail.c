/* perf_tail.c - when the last sample of a perf script text was taken */
#include "profile/perf_tail.h"

#include "profile/perf_frame.h"
#include "profile/perf_header.h"

enum { TAIL = 256 * 1024 };

/* The time that the last header line of text tells. */
static bool
find_last(const struct perf_layout *layout, struct str text, nsec *time)
{
	struct perf_header header;
	struct str line;
	bool found = false;

	while (str_line(&text, &line)) {
		if (perf_frame_is(line) || !perf_header_read(layout, line, &header) ||
		    header.record)
			continue;
		*time = header.sample.time;
		found = true;
	}
	return found;
}

bool
perf_tail_time(const struct input *in, const struct stream *stream, nsec *time)
{
	struct text tail = {0};

	if (!stream->timed || stream->perf == NULL || !input_tail(in, TAIL, &tail))
		return false;
	struct str text = text_str(&tail);
	/* What was cut may begin in the middle of a line that would read as another. */
	if (text.n == TAIL)
		text = str_skip(text, str_find_char(text, '\n'));
	bool found = find_last(stream->perf, text, time);
	text_free(&tail);
	return found;
}
