/* seek.c - passing over what lies outside the ranges asked for */
#include "profile/seek.h"

#include "base/number.h"

enum {
	TAIL = 4096,      /* bytes of a file's end in which its last line is looked for */
	PROBE = 4096,     /* bytes read at a time to find a line */
	NEAR = 128 * 1024 /* bytes that are sooner read than searched */
};

/* Whether the file's last line is an `end` that tells its own place; where, and the slack. */
static bool
read_end(struct seek *seek, const struct input *in)
{
	uint64_t tail = in->size < TAIL ? in->size : TAIL, bytes;
	struct str key, value;

	text_clear(&seek->peeked);
	input_peek(in, in->size - tail, (size_t)tail, &seek->peeked);
	struct str text = text_str(&seek->peeked);
	if (text.n != tail || !str_ends(text, STR("\n")))
		return false;
	size_t newline = str_find_char_last(str_head(text, text.n - 1), '\n');
	struct str line = newline < text.n - 1 ? str_skip(text, newline + 1) : text;
	if (!head_parse(str_head(line, line.n - 1), &key, &value) || !str_equal(key, STR("end")))
		return false;
	seek->end = in->size - line.n;
	return number_parse(head_word(value, STR("bytes")), &bytes) && bytes == seek->end &&
	    nsec_parse(head_word(value, STR("disorder")), &seek->slack) && seek->slack >= 0;
}

/* Sets what is sought now: the window's next span, or nothing more. */
static void
aim(struct seek *seek, const struct window *window)
{
	seek->from = seek->until = NSEC_MIN;
	if (seek->span < window->n_spans) {
		seek->from = nsec_sub(window->spans[seek->span].start, seek->slack);
		seek->until = nsec_add(window->spans[seek->span].end, seek->slack);
	}
}

void
seek_begin(struct seek *seek, const struct lines *lines, const struct window *window, bool sorted)
{
	const struct input *in = &lines->input;

	seek->latest = NSEC_MIN;
	seek->span = 0;
	seek->vouched = in->whole && read_end(seek, in);
	seek->on = seek->vouched || (in->whole && sorted);
	if (!seek->vouched) {
		seek->slack = 0;
		seek->end = in->size;
	}
	aim(seek, window);
}

bool
seek_check(struct seek *seek, nsec time)
{
	if (seek->on && time < nsec_sub(seek->latest, seek->slack))
		return false;
	if (time > seek->latest)
		seek->latest = time;
	return true;
}

void
seek_die(const struct seek *seek, const struct lines *lines, nsec time)
{
	struct text what = {0};

	text_put(&what, STR("time goes back by "));
	nsec_put_short(&what, nsec_sub(seek->latest, time));
	if (seek->vouched) {
		text_put(&what, STR(" s, more than the "));
		nsec_put_short(&what, seek->slack);
		text_put(&what, STR(" s that the file's end line vouches for"));
	} else {
		text_put(&what, STR(" s, and --sorted said that it never does"));
	}
	lines_die(lines, text_terminate(&what));
}

/* The first sample of which a line that begins after at, and before limit, tells. */
static bool
probe(struct seek *seek, const struct input *in, uint64_t at, uint64_t limit, uint64_t *start,
    nsec *time)
{
	struct timed timed;

	*start = at;
	for (uint64_t want = PROBE;; want *= 2) {
		uint64_t n = want < seek->end - at ? want : seek->end - at;
		text_clear(&seek->peeked);
		input_peek(in, at, (size_t)n, &seek->peeked);
		struct str rest = text_str(&seek->peeked), line;
		bool more = str_line(&rest, &line);
		while (more && rest.n > 0) {
			*start = at + (uint64_t)(rest.s - seek->peeked.s);
			/* Where the line's end was not read, what was may look whole. */
			bool ends = str_find_char(rest, '\n') < rest.n || n == seek->end - at;
			if (*start >= limit || !ends || !str_line(&rest, &line))
				break;
			if (timed_parse(line, &timed) == TIMED_SAMPLE) {
				*time = timed.time;
				return true;
			}
		}
		if (n == seek->end - at || *start >= limit)
			return false;
	}
}

/* The byte at which the last line begins, at byte low or after, before which all is known to be
 * earlier than target; or one not far before it. */
static uint64_t
find(struct seek *seek, const struct input *in, uint64_t low, nsec target)
{
	uint64_t high = seek->end, start = low;
	nsec time;

	target = nsec_sub(target, seek->slack);
	while (high > low && high - low > NEAR) {
		uint64_t middle = low + (high - low) / 2;
		if (probe(seek, in, middle, high, &start, &time) && time < target)
			low = start;
		else
			high = middle;
	}
	return low;
}

void
seek_leave(struct seek *seek, struct lines *lines, const struct window *window, nsec time)
{
	nsec shift = 0;

	for (; seek->span < window->n_spans; seek->span++) {
		aim(seek, window);
		if (time < seek->until)
			break;
	}
	if (seek->span == window->n_spans) {
		seek->on = false;
		lines_skip(lines);
		return;
	}
	/* Spans are on the axis of the first piece, the lines of the file on its own. */
	axis_place(&lines->axis, &shift);
	if (time < seek->from) {
		nsec target = nsec_sub(window->spans[seek->span].start, shift);
		uint64_t offset = find(seek, &lines->input, lines->next, target);
		if (offset > lines->next)
			lines_seek(lines, offset);
	}
	seek->from = NSEC_MIN;
}

void
seek_free(struct seek *seek)
{
	text_free(&seek->peeked);
	*seek = (struct seek){0};
}
