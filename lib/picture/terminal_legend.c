/* terminal_legend.c - which colour or sign of a text map is how many samples */
#include "picture/terminal_legend.h"

#include "picture/utf8.h"

enum { STOPS = 8 }; /* levels that are shown, where they have room */

/* The last level that looks as level does. */
static unsigned
same_look(const struct heat *heat, unsigned level, const struct screen *screen)
{
	uint32_t look = terminal_band_look(heat, level, screen);

	while (level < heat->ramp.levels && terminal_band_look(heat, level + 1, screen) == look)
		level++;
	return level;
}

static void
put_stop(const struct heat *heat, unsigned level, unsigned last, struct terminal_ink *ink)
{
	uint64_t least = ramp_least(&heat->ramp, level), most = ramp_most(&heat->ramp, last);

	text_put(ink->text, STR("  "));
	terminal_band_swatch(heat, level, 2, ink);
	terminal_ink_set(ink, -1, -1);
	text_put_char(ink->text, ' ');
	if (heat->by_row) {
		text_print(ink->text, "%u%%", last * 100 / heat->ramp.levels);
		return;
	}
	text_put_grouped(ink->text, least);
	if (most > least) {
		text_put_char(ink->text, '-');
		text_put_grouped(ink->text, most);
	}
}

/* What stands beside the scale, where there is any. */
static void
put_beside(const struct heatmap *map, const struct heat *heat, struct terminal_ink *ink)
{
	bool gap = false;
	nsec start, end;

	for (size_t i = 0; !gap && i < map->marks.n_gaps; i++)
		gap = marks_gap(map->grid, &map->marks, i, &start, &end);

	if (heat->over > 0) {
		text_put(ink->text, STR("  "));
		terminal_band_swatch(heat, TERMINAL_BAND_OVER, 2, ink);
		terminal_ink_set(ink, -1, -1);
		text_put(ink->text, STR(" more"));
	}
	if (gap && ink->screen->color == SCREEN_PLAIN)
		text_put(ink->text, STR("  ~~ between two pieces"));
}

/* How many stops of the legend a line has room for. */
static unsigned
room_for_stops(const struct ramp *ramp, size_t used, const struct screen *screen)
{
	struct text widest = {0};

	text_put_grouped(&widest, ramp->max);
	size_t stop = 2 * widest.n + 6;
	size_t room = screen->columns > used ? (screen->columns - used) / stop : 0;
	text_free(&widest);
	return room < 2 ? 2 : room < STOPS ? (unsigned)room : STOPS;
}

/* Puts what was written from a place on in a line of its own; returns how long that is. */
static size_t
break_line(struct text *text, size_t from)
{
	text_put_char(text, '\n');
	memmove(text->s + from + 1, text->s + from, text->n - from - 1);
	text->s[from] = '\n';
	return text->n - from - 1;
}

void
terminal_legend_put(const struct heatmap *map, const struct heat *heat, struct terminal_ink *ink)
{
	const struct ramp *ramp = &heat->ramp;
	unsigned looks = 0, stop = 0, stops, last;
	struct str what = heat->by_row ? STR(" of the row's hottest cell") : STR(" in a cell");
	bool plain = ink->screen->color == SCREEN_PLAIN;
	size_t used = utf8_columns(map->unit) + what.n;

	for (unsigned level = 1; level <= ramp->levels; looks++)
		level = same_look(heat, level, ink->screen) + 1;
	terminal_ink_put(ink, map->unit);
	text_put(ink->text, what);
	stops = room_for_stops(ramp, used, ink->screen);
	stops = plain || stops > looks ? looks : stops;
	for (unsigned level = 1, look = 0; level <= ramp->levels; level = last + 1, look++) {
		last = same_look(heat, level, ink->screen);
		if (stops > 1 && look != (stop * (looks - 1) + (stops - 1) / 2) / (stops - 1))
			continue;
		size_t before = ink->text->n;
		put_stop(heat, level, last, ink);
		used += ink->text->n - before;
		if (plain && used > ink->screen->columns)
			used = break_line(ink->text, before);
		stop++;
	}
	size_t before = ink->text->n;
	put_beside(map, heat, ink);
	used += ink->text->n - before;
	if (plain && used > ink->screen->columns && ink->text->n > before)
		break_line(ink->text, before);
	text_put_char(ink->text, '\n');
}
