/* scope_data.c - the samples of one or two profiles as text inside a page */
#include "picture/scope_data.h"

#include "analysis/ranking.h"
#include "analysis/rhythm.h"
#include "base/array.h"
#include "base/digits.h"
#include "picture/html.h"
#include "profile/mark.h"
#include "profile/timed.h"

#include <inttypes.h>
#include <stdlib.h>

enum { NUMBERS = 5 }; /* of a sample, at most */

struct codes {
	struct ranking boxes, keys; /* by how many samples have them */
	struct digits *stacks;      /* of each stack, the rank of the box that it ends on */
	struct digits *ranks;       /* of each key, its own */
	uint32_t *lanes;            /* of each key */
	size_t n_lanes;
};

static void
begin(struct text *text, const char *name)
{
	text_print(text, "<script type=\"text/plain\" id=\"scope-%s\">", name);
}

static void
end(struct text *text)
{
	text_put(text, STR("</script>\n"));
}

static struct codes
count(const struct scope_data *data)
{
	const struct ends *ends = data->ends;
	uint64_t *boxes = array_new(ends->tree.n, sizeof(*boxes));
	struct codes codes;

	for (size_t i = 0; i < ends->texts.n; i++)
		boxes[ends->box[i]] += ends->sums[i].samples;
	codes.boxes = ranking_make(boxes, ends->tree.n);
	codes.stacks = array_new(ends->texts.n, sizeof(*codes.stacks));
	for (size_t i = 0; i < ends->texts.n; i++)
		codes.stacks[i] = digits_make(codes.boxes.rank[ends->box[i]]);
	codes.keys = ranking_make(data->keys->samples, data->keys->texts.n);
	codes.ranks = array_new(codes.keys.n, sizeof(*codes.ranks));
	for (size_t i = 0; i < codes.keys.n; i++)
		codes.ranks[i] = digits_make(codes.keys.rank[i]);
	free(boxes);
	return codes;
}

/* A lane for each CPU. */
static void
find_lanes(const struct scope_data *data, struct codes *codes)
{
	struct intern names = {0};

	codes->lanes = array_new(data->keys->texts.n, sizeof(*codes->lanes));
	for (size_t i = 0; i < data->keys->texts.n; i++)
		codes->lanes[i] =
		    intern_add(&names, timed_key(data->keys->texts.texts[i], STR("cpu")));
	codes->n_lanes = names.n;
	intern_free(&names);
}

static void
put_frame(const struct scope_data *data, struct str label, struct text *text)
{
	static const char letters[] = {'u', 'k', 'j', 'i', 'w'};
	enum frame_kind kind;
	struct str name = mark_split(label, &kind);

	if (name.n == 0)
		name = STR("[unknown]");
	color_put(text, palette_color(data->palette, name, kind));
	text_put_char(text, letters[kind]);
	html_put_line(text, name);
}

/* The frames and, of each box but the root, how many boxes below the last it stands and its frame. */
static void
put_tree(const struct scope_data *data, struct text *text)
{
	const struct calltree *tree = &data->ends->tree;
	const struct intern *names = &data->ends->stacks.names;
	uint64_t *counts = array_new(names->n, sizeof(*counts));

	for (size_t i = 1; i < tree->n; i++)
		counts[tree->boxes[i].number]++;
	struct ranking ranking = ranking_make(counts, names->n);
	begin(text, "frames");
	for (size_t i = 0; i < ranking.met; i++)
		put_frame(data, names->texts[ranking.order[i]], text);
	end(text);
	begin(text, "boxes");
	for (size_t i = 1; i < tree->n; i++) {
		digits_put(text, tree->boxes[i - 1].depth + 1 - tree->boxes[i].depth);
		digits_put(text, ranking.rank[tree->boxes[i].number]);
	}
	end(text);
	ranking_free(&ranking);
	free(counts);
}

static void
put_codes(const struct scope_data *data, const struct codes *codes, struct text *text)
{
	begin(text, "stacks");
	for (size_t i = 0; i < codes->boxes.met; i++)
		digits_put(text, codes->boxes.order[i]);
	end(text);
	begin(text, "keys");
	for (size_t i = 0; i < codes->keys.met; i++)
		html_put_line(text, str_trim(data->keys->texts.texts[codes->keys.order[i]]));
	end(text);
}

static char *
write_weight(char *at, bool halves, uint64_t weight)
{
	if (halves)
		at = digits_write(at, weight >> 32);
	return digits_write(at, halves ? weight & UINT32_MAX : weight);
}

static void
put_gaps(const struct marks *marks, struct text *text)
{
	if (marks->n_gaps == 0)
		return;
	text_print(text, " data-silence=\"%" PRId64 "\" data-gaps=\"", marks->silence);
	for (size_t i = 0; i < marks->n_gaps; i++)
		text_print(text, "%s%" PRId64 ":%" PRId64, i > 0 ? " " : "", marks->gaps[i].start,
		    marks->gaps[i].end);
	text_put_char(text, '"');
}

static void
put_samples(const struct codes *codes, struct samples *samples, const struct marks *marks,
    struct text *text)
{
	struct rhythm rhythm = rhythm_find(samples, codes->lanes, codes->n_lanes);
	struct samples_walk walk = samples_begin(samples);
	bool halves = samples->total >> 53 > 0;
	struct samples_one one;

	text_print(text,
	    "<script type=\"text/plain\" class=\"scope-samples\" data-n=\"%" PRIu64
	    "\" data-first=\"%" PRId64 "\" data-unit=\"%" PRId64 "\" data-period=\"%" PRIu64
	    "\" data-weights=\"%s\"",
	    samples->n, samples->first, samples->unit, rhythm.period,
	    !samples->weighted ? "one"
		: halves       ? "halves"
			       : "whole");
	put_gaps(marks, text);
	text_put_char(text, '>');
	while (samples_next(&walk, &one)) {
		uint64_t code = rhythm_code(&rhythm, codes->lanes[one.key], one.time);
		char *at = text_reserve(text, NUMBERS * DIGITS_MOST);
		at = digits_copy(at, &codes->ranks[one.key]);
		at = digits_write(at, code);
		at = digits_copy(at, &codes->stacks[one.stack]);
		if (samples->weighted)
			at = write_weight(at, halves, one.weight);
		text->n = (size_t)(at - text->s);
	}
	end(text);
	rhythm_free(&rhythm);
}

void
scope_data_put(const struct scope_data *data, struct text *text)
{
	struct codes codes = count(data);

	find_lanes(data, &codes);
	put_tree(data, text);
	put_codes(data, &codes, text);
	for (size_t i = 0; i < data->n; i++)
		put_samples(&codes, data->profiles[i], &data->marks[i], text);
	ranking_free(&codes.boxes);
	ranking_free(&codes.keys);
	free(codes.stacks);
	free(codes.ranks);
	free(codes.lanes);
}
