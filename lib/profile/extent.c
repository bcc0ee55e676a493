/* extent.c - between which times the samples of some files lie */
#include "profile/extent.h"

#include "profile/seek.h"

static void
take_sample(struct lines *lines, struct seek *seek, uint64_t *piece, bool sorted, nsec time)
{
	/* What is sought is later than any sample: bisection leads close to the end. */
	struct window_span never = {NSEC_MAX - 1, NSEC_MAX};
	const struct window window = {.spans = &never, .n_spans = 1};

	if (*piece != lines->input.pieces) {
		*piece = lines->input.pieces;
		/* What is in no order is read whole. */
		seek->on = seek_begin(seek, lines, &window, time, sorted) && seek->on;
	}
	if (seek_may_leave(seek, time) && !seek_leave(seek, lines, &window, time))
		seek->on = false;
}

bool
extent_find(
    char *const *operands, size_t n, size_t block_size, bool sorted, nsec *first, nsec *last)
{
	struct seek seek = {0};
	struct lines lines;
	struct timed timed;
	enum timed_kind kind;
	uint64_t piece = 0;
	nsec earliest = NSEC_MAX, latest = NSEC_MIN;

	for (size_t i = 0; i < n; i++)
		if (!input_is_file(operands[i]))
			return false;
	if (n == 0)
		return false;
	lines_open(&lines, operands, n, block_size);
	while ((kind = lines_next(&lines, &timed)) != TIMED_END) {
		if (kind != TIMED_SAMPLE)
			continue;
		earliest = timed.time < earliest ? timed.time : earliest;
		latest = timed.time > latest ? timed.time : latest;
		take_sample(&lines, &seek, &piece, sorted, timed.time);
	}
	lines_close(&lines);
	seek_free(&seek);
	if (earliest > latest)
		return false;
	*first = earliest;
	*last = latest;
	return true;
}
