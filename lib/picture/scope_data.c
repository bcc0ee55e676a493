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

struct codes {
	struct ranking boxes, keys; /* by how many samples have them */
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
	uint64_t *boxes = array_new(data->ends->tree.n, sizeof(*boxes));
	uint64_t *keys = array_new(data->keys->n, sizeof(*keys));
	struct samples_one one;
	struct codes codes;

	for (size_t i = 0; i < data->n; i++) {
		struct samples_walk walk = samples_begin(data->profiles[i]);
		while (samples_next(&walk, &one)) {
			boxes[data->ends->box[one.stack]]++;
			keys[one.key]++;
		}
	}
	codes.boxes = ranking_make(boxes, data->ends->tree.n);
	codes.keys = ranking_make(keys, data->keys->n);
	free(boxes);
	free(keys);
	return codes;
}

/* A lane for each CPU. */
static void
find_lanes(const struct scope_data *data, struct codes *codes)
{
	struct intern names = {0};

	codes->lanes = array_new(data->keys->n, sizeof(*codes->lanes));
	for (size_t i = 0; i < data->keys->n; i++)
		codes->lanes[i] = intern_add(&names, timed_key(data->keys->texts[i], STR("cpu")));
	codes->n_lanes = names.n;
	intern_free(&names);
}

static void
put_frame(const struct scope_data *data, struct str label, struct text *text)
{
	static const char letters[] = {'u', 'k', 'j', 'i'};
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
	struct intern labels = {0};
	uint32_t *frames = array_new(tree->n, sizeof(*frames));
	uint64_t *counts = array_new(tree->n, sizeof(*counts));

	for (size_t i = 1; i < tree->n; i++)
		counts[frames[i] = intern_add(&labels, tree->boxes[i].name)]++;
	struct ranking ranking = ranking_make(counts, labels.n);
	begin(text, "frames");
	for (size_t i = 0; i < labels.n; i++)
		put_frame(data, labels.texts[ranking.order[i]], text);
	end(text);
	begin(text, "boxes");
	for (size_t i = 1; i < tree->n; i++) {
		digits_put(text, tree->boxes[i - 1].depth + 1 - tree->boxes[i].depth);
		digits_put(text, ranking.rank[frames[i]]);
	}
	end(text);
	ranking_free(&ranking);
	intern_free(&labels);
	free(frames);
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
		html_put_line(text, str_trim(data->keys->texts[codes->keys.order[i]]));
	end(text);
}

static void
put_weight(struct text *text, bool halves, uint64_t weight)
{
	if (halves)
		digits_put(text, weight >> 32);
	digits_put(text, halves ? weight & UINT32_MAX : weight);
}

static void
put_samples(const struct scope_data *data, const struct codes *codes, struct samples *samples,
    struct text *text)
{
	struct rhythm rhythm = rhythm_find(samples, codes->lanes, codes->n_lanes);
	struct samples_walk walk = samples_begin(samples);
	bool halves = samples->total >> 53 > 0;
	struct samples_one one;

	text_print(text,
	    "<script type=\"text/plain\" class=\"scope-samples\" data-n=\"%" PRIu64
	    "\" data-first=\"%" PRId64 "\" data-unit=\"%" PRId64 "\" data-period=\"%" PRIu64
	    "\" data-weights=\"%s\">",
	    samples->n, samples->first, samples->unit, rhythm.period,
	    !samples->weighted ? "one"
		: halves       ? "halves"
			       : "whole");
	while (samples_next(&walk, &one)) {
		uint32_t lane = codes->lanes[one.key];
		digits_put(text, codes->keys.rank[one.key]);
		digits_put(text, digits_fold(rhythm_step(&rhythm, lane, one.time)));
		digits_put(text, codes->boxes.rank[data->ends->box[one.stack]]);
		if (samples->weighted)
			put_weight(text, halves, one.weight);
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
		put_samples(data, &codes, data->profiles[i], text);
	ranking_free(&codes.boxes);
	ranking_free(&codes.keys);
	free(codes.lanes);
}
