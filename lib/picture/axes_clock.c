/* axes_clock.c - the axis of the wall clock, above the cells of a heat map */
#include "picture/axes_clock.h"

#include "base/calendar.h"
#include "base/zone.h"
#include "picture/tickmarks.h"
#include "picture/ticks.h"

#include <inttypes.h>

enum { LABEL = 11 }; /* characters of `12:30:00`, and what keeps two apart */

/* What the clock shows at a time. */
static nsec
shown(const struct axes_clock *clock, nsec time)
{
	nsec utc = nsec_add(clock->wall, time);

	return clock->local ? nsec_add(utc, zone_ahead(utc)) : utc;
}

static void
put_day(struct text *text, nsec date)
{
	int64_t year;
	int month, day;

	calendar_date(nsec_floor(date, CALENDAR_DAY), &year, &month, &day);
	text_print(text, "%04" PRId64 "-%02d-%02d", year, month, day);
}

/* With as much as the step needs: 12:30, 12:30:05, 12:30:05.25. */
static void
put_time(struct text *text, nsec date, nsec step)
{
	nsec time = date - nsec_floor(date, CALENDAR_DAY) * CALENDAR_DAY;
	nsec minutes = time / (60 * NSEC_SECOND), seconds = time % (60 * NSEC_SECOND);

	if (time == 0 && step >= 60 * NSEC_SECOND) {
		put_day(text, date);
		return;
	}
	text_print(text, "%02" PRId64 ":%02" PRId64, minutes / 60, minutes % 60);
	if (step % (60 * NSEC_SECOND) == 0)
		return;
	text_put(text, seconds < 10 * NSEC_SECOND ? STR(":0") : STR(":"));
	nsec_put_short(text, seconds);
}

static void
draw_names(const struct plot *plot, const struct paper *paper, const struct axes_clock *clock,
    nsec start, struct text *svg)
{
	/* Above the times, of which one may stand at the very left. */
	for (int i = 0; i < 2; i++) {
		text_print(svg,
		    "<text class=\"quiet\" x=\"%" PRIu64 "\" y=\"%" PRIu64
		    "\" text-anchor=\"%s\" fill=\"%s\">",
		    i == 0 ? plot->left - 9 : plot->left, plot->top - 22, i == 0 ? "end" : "start",
		    paper->quiet);
		if (i == 0)
			put_day(svg, shown(clock, start));
		else if (clock->local)
			text_put(svg, clock->about ? STR("about local") : STR("local time"));
		else
			text_put(svg, clock->about ? STR("about UTC") : STR("UTC"));
		text_put(svg, STR("</text>\n"));
	}
}

void
axes_clock_put(
    struct text *text, const struct axes_clock *clock, nsec time, enum axes_clock_unit unit)
{
	nsec date = shown(clock, time);

	if (unit == AXES_CLOCK_DAY) {
		put_day(text, date);
		text_put_char(text, ' ');
	}
	nsec clock_time = date - nsec_floor(date, CALENDAR_DAY) * CALENDAR_DAY;
	nsec seconds = clock_time / NSEC_SECOND;
	text_print(text, "%02" PRId64 ":%02" PRId64, seconds / 3600, seconds / 60 % 60);
	if (unit == AXES_CLOCK_SECOND)
		text_print(text, ":%02" PRId64, seconds % 60);
}

void
axes_clock_put_day(struct text *text, const struct axes_clock *clock, nsec time)
{
	put_day(text, shown(clock, time));
}

void
axes_clock_put_zones(struct text *text, const struct axes_clock *clock, nsec start, nsec end)
{
	nsec wall = clock->wall, at = nsec_add(wall, start), last = nsec_add(wall, end);

	text_print(text, "%" PRId64, zone_ahead(at) / NSEC_SECOND);
	while (zone_change(at, last, &at))
		text_print(text, " %" PRId64 ":%" PRId64, at - wall, zone_ahead(at) / NSEC_SECOND);
}

void
axes_clock_draw(const struct plot *plot, const struct paper *paper, const struct axes_clock *clock,
    struct text *svg)
{
	const struct grid *grid = plot->grid;
	nsec start = grid_begin(grid, grid->first, 0),
	     end = grid_begin(grid, grid->last, grid->rows);
	uint64_t most = plot->width / (LABEL * PLOT_LABEL_WIDTH);

	/* A clock that would show what no date can say. */
	if (!clock->known ||
	    nsec_add(clock->wall, end) - nsec_add(clock->wall, start) != end - start)
		return;
	nsec step = ticks_step(end - start, most < 2 ? 2 : most);
	struct tickmarks ticks = {.y = plot->top - 1, .length = -5, .label_y = plot->top - 9};
	draw_names(plot, paper, clock, start, svg);
	/* Round by what is shown: where the clock changes on the way, each is sought anew. */
	for (nsec time = start; time <= end;) {
		nsec date = shown(clock, time), rest = date - nsec_floor(date, step) * step;
		if (rest == 0)
			put_time(tickmarks_add(&ticks, plot_x(plot, time)), date, step);
		time = nsec_add(time, step - rest);
	}
	tickmarks_draw(&ticks, paper, svg);
}
