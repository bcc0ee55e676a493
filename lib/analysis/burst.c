/* burst.c - the stretch of a grid that is worth a look first */
#include "analysis/burst.h"

enum {
	FINE = 1024, /* counts are compared in such parts, where 64 bits have room for them */
	DEVIATIONS = 4,
};

/* Cells are numbered from row 0 of the first column. */
struct search {
	const struct grid *grid;
	uint64_t n;       /* cells */
	uint64_t fine;    /* parts of a count */
	uint64_t hottest; /* count, */
	uint64_t at;      /* and where */
	bool local;       /* what is around a cell matters */
	uint64_t before,
	    after; /* what a column's length has on either side of the cell looked at */
};

struct stretch {
	uint64_t first, last;
	uint64_t sum; /* beyond the base, in parts */
};

static const uint64_t *
column_of(const struct search *search, int64_t column)
{
	const struct grid *grid = search->grid;

	return grid->lit ? grid_lights(grid, column) : grid_counts(grid, column);
}

static uint64_t
count_of(const struct search *search, uint64_t cell)
{
	uint32_t rows = search->grid->rows;

	if (cell >= search->n)
		return 0;
	const uint64_t *counts = column_of(search, search->grid->first + (int64_t)(cell / rows));
	return counts == NULL ? 0 : counts[cell % rows];
}

static struct search
open(const struct grid *grid)
{
	struct search search = {.grid = grid, .n = grid_width(grid) * grid->rows};

	for (uint64_t cell = 0; cell < search.n; cell++)
		if (count_of(&search, cell) > search.hottest) {
			search.hottest = count_of(&search, cell);
			search.at = cell;
		}
	search.fine = grid->total <= UINT64_MAX / FINE ? FINE : 1;
	return search;
}

/* Looks at the first cell, or goes on to the one behind. */
static void
look_at(struct search *search, uint64_t cell)
{
	uint32_t rows = search->grid->rows;

	if (cell == 0) {
		search->before = search->after = 0;
		for (uint32_t i = 1; i <= rows; i++)
			search->after += count_of(search, i);
		return;
	}
	search->before += count_of(search, cell - 1);
	if (cell > rows)
		search->before -= count_of(search, cell - rows - 1);
	search->after -= count_of(search, cell);
	search->after += count_of(search, cell + rows);
}

/* The mean around the cell looked at, in parts. */
static uint64_t
around(const struct search *search)
{
	uint64_t most = search->before > search->after ? search->before : search->after;

	return most * search->fine / search->grid->rows;
}

/* What the cell looked at has to have, to be no loss. */
static uint64_t
base_of(const struct search *search)
{
	return (search->local ? around(search) / 2 : 0) + search->hottest * search->fine / 2 + 1;
}

/* The stretch of the greatest sum; the hottest cell where that is above no base.  No sum is more than
 * the grid's. */
static struct stretch
find_greatest(struct search *search)
{
	struct stretch best = {search->at, search->at, 0};
	uint64_t first = 0, sum = 0;

	for (uint64_t cell = 0; cell < search->n; cell++) {
		look_at(search, cell);
		uint64_t count = count_of(search, cell) * search->fine, base = base_of(search);
		if (sum == 0)
			first = cell;
		if (count >= base)
			sum += count - base;
		else
			sum -= base - count < sum ? base - count : sum;
		if (sum > best.sum)
			best = (struct stretch){first, cell, sum};
	}
	return best;
}

/* Whether the square of more is as much as mean, both of them in so many parts of a count. */
static bool
is_root(uint64_t more, uint64_t mean, uint64_t fine)
{
	if (more <= UINT32_MAX)
		return mean <= UINT64_MAX / fine && more * more >= mean * fine;
	return more / fine >= mean / more;
}

/* Whether it is more than what chance makes of what is around it. */
static bool
stands_out(struct search *search, const struct stretch *stretch)
{
	uint64_t sum = 0, mean = 0;

	if (stretch->sum < search->hottest * search->fine / 2)
		return false;
	for (uint64_t cell = 0; cell <= stretch->last; cell++) {
		look_at(search, cell);
		if (cell < stretch->first)
			continue;
		sum += count_of(search, cell) * search->fine;
		mean += around(search);
	}
	return sum > mean && is_root((sum - mean) / DEVIATIONS, mean, search->fine);
}

/* With all beside it that is no loss, a burst not past the length of a column. */
static void
widen(const struct search *search, struct stretch *stretch)
{
	uint64_t least = search->hottest / 2 + 1;
	uint64_t most = search->local ? search->grid->rows : search->n;

	while (stretch->first > 0 && stretch->last - stretch->first + 1 < most &&
	    count_of(search, stretch->first - 1) >= least)
		stretch->first--;
	while (stretch->last + 1 < search->n && stretch->last - stretch->first + 1 < most &&
	    count_of(search, stretch->last + 1) >= least)
		stretch->last++;
}

static struct stretch
find_stretch(struct search *search, enum burst_kind *kind)
{
	uint32_t rows = search->grid->rows;
	struct stretch stretch = {search->at - search->at % rows, 0, 0};

	*kind = BURST_COLUMN;
	stretch.last = stretch.first + rows - 1;
	if (search->grid->lanes)
		return stretch;
	*kind = BURST_SHORT;
	search->local = true;
	stretch = find_greatest(search);
	if (!stands_out(search, &stretch)) {
		*kind = BURST_PHASE;
		search->local = false;
		stretch = find_greatest(search);
	}
	widen(search, &stretch);
	if (stretch.first == stretch.last)
		*kind = BURST_CELL;
	return stretch;
}

struct burst
burst_find(const struct grid *grid)
{
	struct search search = open(grid);
	struct burst burst = {0};
	uint32_t rows = grid->rows;

	struct stretch stretch = find_stretch(&search, &burst.kind);
	burst.start = grid_begin(
	    grid, grid->first + (int64_t)(stretch.first / rows), (uint32_t)(stretch.first % rows));
	burst.end = grid_begin(grid, grid->first + (int64_t)(stretch.last / rows),
	    (uint32_t)(stretch.last % rows) + 1);
	for (uint64_t cell = stretch.first; cell <= stretch.last; cell++) {
		const uint64_t *counts = grid_counts(grid, grid->first + (int64_t)(cell / rows));
		burst.count += counts == NULL ? 0 : counts[cell % rows];
	}
	return burst;
}
