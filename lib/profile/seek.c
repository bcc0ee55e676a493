/* seek.c - passing over what lies outside the ranges asked for */
#include "profile/seek.h"

#include "base/die.h"
#include "base/number.h"

#include <inttypes.h>

enum {
	TAIL = 4096,       /* bytes of a file's end in which its last line is looked for */
	PROBE = 4096,      /* bytes read at a time to find a line */
	PLACES = 16,       /* of a file at which its order is looked at */
	NEAR = 128 * 1024, /* bytes that are sooner read than searched */
};

enum end { END_NONE, END_ELSEWHERE, END_VOUCHES };

/* Whether the file's last line is an `end`, and tells its own place; then where, and the slack. */
static enum end
read_end(struct seek *seek, const struct input *in)
{
	uint64_t tail = in->size < TAIL ? in->size : TAIL, bytes;
	struct str key, value;

	text_clear(&seek->peeked);
	input_peek(in, in->size - tail, (size_t)tail, &seek->peeked);
	struct str text = text_str(&seek->peeked);
	if (text.n != tail || !str_ends(text, STR("\n")))
		return END_NONE;
	size_t newline = str_find_char_last(str_head(text, text.n - 1), '\n');
	struct str line = newline < text.n - 1 ? str_skip(text, newline + 1) : text;
	if (!head_parse(str_head(line, line.n - 1), &key, &value) || !str_equal(key, STR("end")))
		return END_NONE;
	seek->end = in->size - line.n;
	bool vouches = number_parse(head_word(value, STR("bytes")), &bytes) && bytes == seek->end &&
	    nsec_parse(head_word(value, STR("disorder")), &seek->slack) && seek->slack >= 0;
	return vouches ? END_VOUCHES : END_ELSEWHERE;
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

/* False, with the place noted, where a sample at some byte is earlier than those before it allow. */
static bool
is_in_order(struct seek *seek, nsec before, nsec time, uint64_t at)
{
	if (time >= nsec_sub(before, seek->slack))
		return true;
	seek->back = nsec_sub(before, time);
	seek->met = at;
	return false;
}

/* Whether times rise from place to place of the file: a `sort -r` keeps its length and its last line.
 * latest is of the first sample, as it stands in the file. */
static bool
look(struct seek *seek, const struct input *in, uint64_t low, nsec latest)
{
	uint64_t step = (seek->end - low) / PLACES, start;
	nsec time;

	for (uint64_t i = 1; i <= PLACES; i++) {
		uint64_t at = low + i * step;
		if (at + PROBE > seek->end)
			at = seek->end - low > PROBE ? seek->end - PROBE : low;
		if (!probe(seek, in, at, seek->end, &start, &time))
			continue;
		if (!is_in_order(seek, latest, time, start))
			return false;
		latest = time > latest ? time : latest;
	}
	return true;
}

/* Spans are on the axis of the first piece, the lines of a file on its own. */
static nsec
find_shift(const struct lines *lines)
{
	struct axis axis = lines->axis;
	nsec shift = 0;

	axis_place(&axis, &shift);
	return shift;
}

bool
seek_begin(struct seek *seek, const struct lines *lines, const struct window *window, nsec time,
    bool sorted)
{
	const struct input *in = &lines->input;
	enum end end = in->whole ? read_end(seek, in) : END_NONE;

	seek->latest = NSEC_MIN;
	seek->span = 0;
	seek->vouched = end == END_VOUCHES;
	seek->on = seek->vouched || (in->whole && sorted && end == END_NONE);
	if (!seek->vouched) {
		seek->slack = 0;
		seek->end = in->size;
	}
	aim(seek, window);
	return !seek->on || look(seek, in, lines->next, nsec_sub(time, find_shift(lines)));
}

bool
seek_check(struct seek *seek, nsec time)
{
	if (seek->on && !is_in_order(seek, seek->latest, time, 0))
		return false;
	if (time > seek->latest)
		seek->latest = time;
	return true;
}

void
seek_die(const struct seek *seek, const struct lines *lines)
{
	struct text what = {0};

	text_put(&what, STR("time goes back by "));
	nsec_put_short(&what, seek->back);
	if (seek->vouched) {
		text_put(&what, STR(" s, more than the "));
		nsec_put_short(&what, seek->slack);
		text_put(&what,
		    STR(" s that the file's end line vouches for; through a pipe it is read "
			"whole"));
	} else {
		text_put(&what, STR(" s, and --sorted said that it never does"));
	}
	if (seek->met > 0)
		die("%s: byte %" PRIu64 ": %s", lines->input.name, seek->met,
		    text_terminate(&what));
	lines_die(lines, text_terminate(&what));
}

/* The byte at which the last line begins, at byte *low or after, before which all is known to be
 * earlier than target; or one not far before it.  latest is of what stands before *low.  False where
 * a line on the way is out of order. */
static bool
find(struct seek *seek, const struct input *in, uint64_t *low, nsec latest, nsec target)
{
	uint64_t high = seek->end, start = *low;
	nsec time;

	target = nsec_sub(target, seek->slack);
	while (high > *low && high - *low > NEAR) {
		uint64_t middle = *low + (high - *low) / 2;
		bool met = probe(seek, in, middle, high, &start, &time);
		if (met && !is_in_order(seek, latest, time, start))
			return false;
		if (met && time < target) {
			*low = start;
			latest = time > latest ? time : latest;
		} else {
			high = middle;
		}
	}
	return true;
}

bool
seek_leave(struct seek *seek, struct lines *lines, const struct window *window, nsec time)
{
	for (; seek->span < window->n_spans; seek->span++) {
		aim(seek, window);
		if (time < seek->until)
			break;
	}
	if (seek->span == window->n_spans) {
		seek->on = false;
		lines_skip(lines);
		return true;
	}
	if (time < seek->from) {
		nsec shift = find_shift(lines);
		nsec target = nsec_sub(window->spans[seek->span].start, shift);
		uint64_t offset = lines->next;
		if (!find(seek, &lines->input, &offset, nsec_sub(seek->latest, shift), target))
			return false;
		if (offset > lines->next)
			lines_seek(lines, offset);
	}
	seek->from = NSEC_MIN;
	return true;
}

void
seek_free(struct seek *seek)
{
	text_free(&seek->peeked);
	*seek = (struct seek){0};
}
