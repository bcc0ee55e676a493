/* plot.c - where the cells of a heat map stand on the page */
#include "picture/plot.h"

#include "base/number.h"
#include "picture/utf8.h"

enum {
	LEFT = 92,
	RIGHT = 28,
	TOP = 86,
	WALL = 26,        /* more of it for the wall clock */
	PAGE_LEAST = 720, /* narrower than this, the titles have no room */
	CELL_MOST = 40,
	ROW_LEAST = 2,
	ROW_MOST = 20,
	LANE_LEAST = 14, /* a lane's name has to have room */
	LANE_MOST = 22,
	HEIGHT = 500,
	NAME_MOST = 32, /* characters of a lane's name that have room */
	NAME_SPACE = 26
};

static uint64_t
clamp(uint64_t value, uint64_t least, uint64_t most)
{
	return value < least ? least : value > most ? most : value;
}

static uint64_t
at_least(uint64_t value, uint64_t least)
{
	return value < least ? least : value;
}

static uint64_t
find_left(const struct grid *grid, const struct str *lanes)
{
	size_t longest = 0;

	for (uint32_t row = 0; lanes != NULL && row < grid->rows; row++) {
		size_t n = utf8_columns(lanes[row]);
		longest = n > longest ? n : longest;
	}
	longest = longest < NAME_MOST ? longest : NAME_MOST;
	return at_least(NAME_SPACE + longest * PLOT_LABEL_WIDTH, LEFT);
}

struct plot
plot_lay(const struct grid *grid, const struct plot_wish *wish)
{
	struct plot plot = {.grid = grid, .lanes = wish->lanes, .columns = grid_width(grid)};
	uint64_t least = wish->lanes ? LANE_LEAST : ROW_LEAST;
	uint64_t most = wish->lanes ? LANE_MOST : ROW_MOST;

	plot.left = find_left(grid, wish->lanes);
	plot.top = TOP + wish->more + (wish->wall ? WALL : 0);
	plot.height = grid->rows * clamp(HEIGHT / grid->rows, least, most);
	if (wish->page_width == 0) {
		uint64_t room = PLOT_PAGE - plot.left - RIGHT;
		plot.width = plot.columns * clamp(room / plot.columns, PLOT_CELL, CELL_MOST);
		plot.page_width = at_least(plot.left + plot.width + RIGHT, PAGE_LEAST);
	} else {
		plot.width = wish->page_width - plot.left - RIGHT;
		plot.page_width = wish->page_width;
	}
	return plot;
}

uint64_t
plot_least(const struct grid *grid, const struct str *lanes)
{
	return at_least(find_left(grid, lanes) + grid_width(grid) * PLOT_CELL + RIGHT, PLOT_LEAST);
}

uint64_t
plot_most(uint64_t page_width, const struct grid *grid, const struct str *lanes)
{
	return (page_width - find_left(grid, lanes) - RIGHT) / PLOT_CELL;
}

uint64_t
plot_x(const struct plot *plot, nsec time)
{
	nsec start = grid_begin(plot->grid, plot->grid->first, 0);
	nsec end = grid_begin(plot->grid, plot->grid->last, plot->grid->rows);

	return plot->left +
	    number_scale((uint64_t)(time - start), (uint32_t)plot->width, (uint64_t)(end - start));
}

size_t
plot_name_room(const struct plot *plot)
{
	return (plot->left - NAME_SPACE) / PLOT_LABEL_WIDTH;
}
