/* axis.c - several streams on one axis of time */
#include "profile/axis.h"

static struct axis_stream *
current(struct axis *axis)
{
	return axis->heads > 1 ? &axis->now : &axis->first;
}

static void
begin_stream(struct axis *axis)
{
	axis->heads++;
	struct axis_stream *stream = current(axis);
	text_clear(&stream->hostname);
	text_clear(&stream->clock);
	stream->has_origin = stream->has_wall = stream->has_about = false;
}

static void
set(struct text *text, struct str value)
{
	text_clear(text);
	text_put(text, value);
}

void
axis_comment(struct axis *axis, struct str key, struct str value)
{
	if (str_equal(key, STR("fs-folded")))
		begin_stream(axis);
	struct axis_stream *stream = current(axis);
	if (str_equal(key, STR("origin")))
		stream->has_origin = nsec_parse(value, &stream->origin);
	else if (str_equal(key, STR("wall")))
		stream->has_wall = nsec_parse(value, &stream->wall);
	else if (str_equal(key, STR("wall-about")))
		stream->has_about = nsec_parse(value, &stream->about);
	else if (str_equal(key, STR("hostname")))
		set(&stream->hostname, value);
	else if (str_equal(key, STR("clock")))
		set(&stream->clock, value);
	axis->stale = true;
}

/* Whether the two origins are times of one clock. */
static bool
share_clock(const struct axis_stream *a, const struct axis_stream *b)
{
	if (a->has_origin != b->has_origin)
		return false;
	if (a->hostname.n > 0 && b->hostname.n > 0) {
		if (!str_equal(text_str(&a->hostname), text_str(&b->hostname)) ||
		    !str_equal(text_str(&a->clock), text_str(&b->clock)))
			return false;
	} else if (a->hostname.n != b->hostname.n) {
		return a->has_origin && a->origin == b->origin;
	}
	bool a_on_wall = a->has_wall && a->has_origin && a->wall == a->origin;
	bool b_on_wall = b->has_wall && b->has_origin && b->wall == b->origin;
	return a_on_wall == b_on_wall;
}

static bool
find_shift(const struct axis *axis, nsec *shift)
{
	const struct axis_stream *first = &axis->first, *now = &axis->now;

	*shift = 0;
	if (axis->heads < 2)
		return true;
	if (first->has_wall && now->has_wall) {
		*shift = nsec_sub(now->wall, first->wall);
		return true;
	}
	if (!share_clock(first, now))
		return false;
	if (first->has_origin)
		*shift = nsec_sub(now->origin, first->origin);
	return true;
}

bool
axis_settle(struct axis *axis)
{
	if (axis->stale) {
		axis->apart = !find_shift(axis, &axis->shift);
		axis->stale = false;
	}
	return !axis->apart;
}

void
axis_free(struct axis *axis)
{
	text_free(&axis->first.hostname);
	text_free(&axis->first.clock);
	text_free(&axis->now.hostname);
	text_free(&axis->now.clock);
	*axis = (struct axis){0};
}
