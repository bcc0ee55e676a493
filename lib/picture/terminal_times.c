/* terminal_times.c - the times below the cells of a text map */
#include "picture/terminal_times.h"

#include "picture/ticks.h"

enum { MINUTES = 10 }; /* columns that long are told without seconds */

struct str
terminal_times_clock(const struct terminal_band *band)
{
	const struct axes_clock *clock = band->clock;

	if (!clock->known)
		return STR("");
	if (clock->local)
		return clock->about ? STR("about local") : STR("local");
	return clock->about ? STR("about UTC") : STR("UTC");
}

static void
put_seconds(struct text *text, const struct terminal_band *band, int64_t column)
{
	text_put_char(text, '|');
	nsec_put_short(text, grid_begin(band->grid, column, 0));
}

/* To the whole second at or before it. */
static void
put_clock(struct text *text, const struct terminal_band *band, int64_t column)
{
	nsec length = band->grid->column;

	text_put_char(text, '|');
	axes_clock_put(text, band->clock, grid_begin(band->grid, column, 0),
	    length >= MINUTES * 60 * NSEC_SECOND ? AXES_CLOCK_DAY : AXES_CLOCK_SECOND);
}

static size_t
room_for(const struct terminal_band *band, int64_t column)
{
	struct text seconds = {0}, clock = {0};

	put_seconds(&seconds, band, column);
	if (band->clock->known)
		put_clock(&clock, band, column);
	size_t room = seconds.n > clock.n ? seconds.n : clock.n;
	text_free(&seconds);
	text_free(&clock);
	return room;
}

nsec
terminal_times_step(const struct terminal_band *band)
{
	nsec column = band->grid->column;
	size_t first = room_for(band, band->grid->first), last = room_for(band, band->grid->last);
	size_t most = band->columns * band->cell / ((first > last ? first : last) + 2);
	nsec step = ticks_step_decimal((nsec)band->columns * column, most < 2 ? 2 : most);

	return (step + column - 1) / column * column;
}

static void
repeat(struct terminal_ink *ink, size_t n)
{
	while (n-- > 0)
		text_put_char(ink->text, ' ');
}

static void
draw(const struct terminal_band *band, int64_t first, int64_t last,
    void (*put)(struct text *text, const struct terminal_band *band, int64_t column),
    struct terminal_ink *ink)
{
	size_t used = 0, end = band->columns * band->cell;
	struct text label = {0};

	/* Without colours, a line stands left of the cells. */
	repeat(ink, ink->screen->color == SCREEN_PLAIN);
	for (int64_t column = first; column <= last; column++) {
		size_t at = (size_t)(column - first) * band->cell;
		if (column > first && grid_begin(band->grid, column, 0) % band->step != 0)
			continue;
		text_clear(&label);
		put(&label, band, column);
		if (column > first && (at <= used || at + label.n > end))
			continue;
		repeat(ink, at - used);
		text_put(ink->text, text_str(&label));
		used = at + label.n;
	}
	text_put_char(ink->text, '\n');
	text_free(&label);
}

void
terminal_times_draw(
    const struct terminal_band *band, int64_t first, int64_t last, struct terminal_ink *ink)
{
	terminal_band_label(band, STR("seconds"), ink);
	draw(band, first, last, put_seconds, ink);
	if (!band->clock->known)
		return;
	terminal_band_label(band, terminal_times_clock(band), ink);
	draw(band, first, last, put_clock, ink);
}
