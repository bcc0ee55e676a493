/* placing.c - on which axis the times of each text stand */
#include "profile/placing.h"

#include "base/die.h"
#include "profile/perf_tail.h"

void
placing_tell(struct placing *placing, const char *origin, const char *wall, bool local)
{
	placing->wish.local = local;
	if (wall != NULL && !wall_parse(str_from(wall), local, &placing->wish))
		die_usage("--wall: '%s' is neither captured nor TIME=CLOCK, like "
			  "5978.31=2026-11-22T12:55:51Z",
		    wall);
	placing->has_origin = origin != NULL;
	if (origin != NULL && !nsec_parse(str_from(origin), &placing->origin))
		die_usage("--origin: '%s' is no time in seconds", origin);
}

/* Where the text's header does not tell its last sample, the text's end does. */
static void
find_ends(struct stream *stream, const struct input *in, nsec begin)
{
	struct wall_clues *clues = &stream->clues;

	if (clues->has_ends && clues->first <= nsec_add(begin, NSEC_SECOND) && clues->last >= begin)
		return;
	clues->first = begin;
	clues->has_ends = perf_tail_time(in, stream, &clues->last);
}

static void
find_wall(struct placing *placing, struct stream *stream, const struct input *in, nsec begin)
{
	struct text text = {0};
	nsec wall;

	if (placing->wish.captured)
		find_ends(stream, in, begin);
	enum wall_known known =
	    wall_find(&stream->clues, &placing->wish, begin, stream->origin, &wall);
	if (known > placing->known)
		placing->known = known;
	if (known == WALL_UNKNOWN) {
		if (placing->wish.captured && placing->first_name == NULL)
			die("%s: it does not tell 'captured on', or its last sample cannot be "
			    "known before all is read; --wall TIME=CLOCK tells the wall clock",
			    in->name);
		return;
	}
	nsec_put_short(&text, wall);
	bool rough = known == WALL_ROUGH;
	head_add(&stream->facts, rough ? STR("wall-about") : STR("wall"), text_str(&text));
	text_free(&text);
}

static void
tell_axis(struct axis *axis, const struct stream *stream)
{
	struct text origin = {0};
	struct str hostname = head_get(&stream->facts, STR("hostname"));
	struct str wall = head_get(&stream->facts, STR("wall"));
	struct str clock = head_get(&stream->facts, STR("clock"));

	axis_comment(axis, STR("fs-folded"), STR(HEAD_VERSION));
	nsec_put_short(&origin, stream->origin);
	axis_comment(axis, STR("origin"), text_str(&origin));
	text_free(&origin);
	if (wall.n > 0)
		axis_comment(axis, STR("wall"), wall);
	if (clock.n == 0 && hostname.n == 0)
		clock = text_str(&axis->first.clock);
	axis_comment(axis, STR("clock"), clock);
	if (hostname.n == 0)
		hostname = text_str(&axis->first.hostname);
	axis_comment(axis, STR("hostname"), hostname);
}

nsec
placing_next(struct placing *placing, struct stream *stream, const struct input *in)
{
	nsec begin = stream->origin, shift = 0;

	if (placing->has_origin)
		stream->origin = placing->origin;
	find_wall(placing, stream, in, begin);
	tell_axis(&placing->axis, stream);
	if (placing->first_name == NULL)
		placing->first_name = in->name;
	if (!axis_place(&placing->axis, &shift))
		die("%s: this text and %s do not both tell their wall clock, nor are they known to "
		    "share a clock: their times cannot be compared; parse each alone, with --wall "
		    "TIME=CLOCK",
		    in->name, placing->first_name);
	return nsec_sub(stream->origin, shift);
}

void
placing_say(const struct placing *placing)
{
	bool local = placing->wish.local;

	if (placing->known == WALL_ZONELESS)
		die_warn(
		    "the dates of +tod tell no zone: taken as UTC; --local takes them as local "
		    "time");
	if (placing->known == WALL_ROUGH)
		die_warn("the wall clock is known roughly: 'captured on', taken as %s, is when the "
			 "last sample was taken, if the recording was not copied",
		    local ? "local time" : "UTC (--local: as local time)");
}

void
placing_free(struct placing *placing)
{
	axis_free(&placing->axis);
}
