/* lanes.c - how many samples each of many names has in each column of time */
#include "analysis/lanes.h"

#include "base/array.h"
#include "base/number.h"

#include <stdlib.h>

static int
compare_columns(const void *a, const void *b)
{
	const struct lanes_cell *x = a, *y = b;

	return (x->column > y->column) - (x->column < y->column);
}

/* Makes one cell of those of one column. */
static void
compact(struct lane *lane)
{
	size_t n = 0;

	if (lane->n == 0)
		return;
	qsort(lane->cells, lane->n, sizeof(*lane->cells), compare_columns);
	for (size_t i = 1; i < lane->n; i++) {
		if (lane->cells[i].column != lane->cells[n].column) {
			lane->cells[++n] = lane->cells[i];
			continue;
		}
		lane->cells[n].count += lane->cells[i].count;
		lane->cells[n].lit += lane->cells[i].lit;
	}
	lane->n = n + 1;
}

/* Makes the columns as long as the next round length; false where there is none. */
static bool
lengthen(struct lanes *lanes)
{
	nsec longer = column_longer(lanes->column);

	if (longer == 0)
		return false;
	for (size_t i = 0; i < lanes->n; i++)
		for (size_t at = 0; at < lanes->lanes[i].n; at++) {
			int64_t *column = &lanes->lanes[i].cells[at].column;
			*column = nsec_floor(*column, longer / lanes->column);
		}
	lanes->first = nsec_floor(lanes->first, longer / lanes->column);
	lanes->last = nsec_floor(lanes->last, longer / lanes->column);
	lanes->column = longer;
	return true;
}

static int64_t
find_column(struct lanes *lanes, nsec time)
{
	for (;;) {
		int64_t column = nsec_floor(time, lanes->column), first = lanes->first,
			last = lanes->last;
		if (lanes->total == 0 || column < first)
			first = column;
		if (lanes->total == 0 || column > last)
			last = column;
		if (lanes->automatic && (uint64_t)last - (uint64_t)first >= GRID_AUTOMATIC &&
		    lengthen(lanes))
			continue;
		lanes->first = first;
		lanes->last = last;
		return column;
	}
}

static void
insert(struct lanes *lanes, size_t index)
{
	size_t i = lanes->lanes[index].hash & (lanes->table_size - 1);

	while (lanes->table[i] != 0)
		i = (i + 1) & (lanes->table_size - 1);
	lanes->table[i] = index + 1;
}

static void
grow_table(struct lanes *lanes)
{
	free(lanes->table);
	lanes->table_size = lanes->table_size ? lanes->table_size * 2 : 64;
	lanes->table = array_new(lanes->table_size, sizeof(*lanes->table));
	for (size_t i = 0; i < lanes->n; i++)
		insert(lanes, i);
}

/* The lane of that name, a new one where it was not met before. */
static struct lane *
find(struct lanes *lanes, struct str name)
{
	uint64_t hash = str_hash(name);

	if (lanes->n >= lanes->table_size / 2)
		grow_table(lanes);
	for (size_t i = hash & (lanes->table_size - 1); lanes->table[i] != 0;
	     i = (i + 1) & (lanes->table_size - 1)) {
		struct lane *lane = &lanes->lanes[lanes->table[i] - 1];
		if (lane->hash == hash && str_equal(lane->name, name))
			return lane;
	}
	if (lanes->n == lanes->capacity)
		lanes->lanes =
		    array_grow(lanes->lanes, &lanes->capacity, lanes->n + 1, sizeof(*lanes->lanes));
	lanes->lanes[lanes->n] =
	    (struct lane){.name = arena_copy(&lanes->arena, name), .hash = hash};
	insert(lanes, lanes->n);
	return &lanes->lanes[lanes->n++];
}

static void
add(struct lane *lane, int64_t column, uint64_t count, uint64_t lit)
{
	lane->total += count;
	if (lane->n > 0 && lane->cells[lane->n - 1].column == column) {
		lane->cells[lane->n - 1].count += count;
		lane->cells[lane->n - 1].lit += lit;
		return;
	}
	/* Samples in no order may come back to a column any number of times. */
	if (lane->n == lane->capacity) {
		compact(lane);
		size_t more = lane->n >= lane->capacity / 2 ? lane->capacity + 1 : lane->n + 1;
		lane->cells = array_grow(lane->cells, &lane->capacity, more, sizeof(*lane->cells));
	}
	lane->cells[lane->n++] = (struct lanes_cell){column, count, lit};
}

bool
lanes_add(struct lanes *lanes, struct str name, nsec time, uint64_t count, uint64_t lit)
{
	nsec longest = lanes->automatic ? COLUMN_LONGEST : lanes->column;

	if (count == 0)
		return true;
	if (time > NSEC_MAX - longest || time < NSEC_MIN + longest ||
	    count > UINT64_MAX - lanes->total)
		return false;
	int64_t column = find_column(lanes, time);
	add(find(lanes, name), column, count, lit);
	lanes->total += count;
	return true;
}

static int
compare_totals(const void *a, const void *b)
{
	const struct lane *x = a, *y = b;

	if (x->total != y->total)
		return x->total < y->total ? 1 : -1;
	return str_compare(x->name, y->name);
}

static uint64_t
number_of(struct str name)
{
	uint64_t number;

	while (name.n > 0 && !str_is_digit(name.s[0]))
		name = str_skip(name, 1);
	return number_parse(str_head(name, str_span_digits(name)), &number) ? number : UINT64_MAX;
}

static int
compare_numbers(const void *a, const void *b)
{
	const struct lane *x = a, *y = b;
	uint64_t m = number_of(x->name), n = number_of(y->name);

	return m != n ? (m > n) - (m < n) : str_compare(x->name, y->name);
}

static void
fill(struct grid *grid, struct lane *lane, uint32_t row)
{
	compact(lane);
	for (size_t i = 0; i < lane->n; i++)
		grid_add_cell(
		    grid, lane->cells[i].column, row, lane->cells[i].count, lane->cells[i].lit);
}

void
lanes_choose(struct lanes *lanes, size_t most, bool numbered, struct lanes_choice *choice)
{
	size_t n = lanes->n;

	if (n > 1)
		qsort(lanes->lanes, n, sizeof(*lanes->lanes), compare_totals);
	/* A row for the rest of one is as well its own. */
	if (n > most + 1)
		n = most;
	if (numbered && n > 1)
		qsort(lanes->lanes, n, sizeof(*lanes->lanes), compare_numbers);
	bool rest = lanes->n > n;
	struct text others = {0};

	*choice = (struct lanes_choice){.rest = lanes->n - n};
	choice->names = array_new(n + 1, sizeof(*choice->names));
	text_print(&others, "%zu others", choice->rest);
	if (rest)
		choice->names[0] = arena_copy(&lanes->arena, text_str(&others));
	text_free(&others);
	grid_init(&choice->grid, lanes->column, (uint32_t)(n + rest));
	choice->grid.lanes = true;
	choice->grid.lit = lanes->lit;
	for (size_t i = 0; i < lanes->n; i++) {
		size_t row = i < n ? n - 1 - i + rest : 0;
		if (i < n)
			choice->names[row] = lanes->lanes[i].name;
		fill(&choice->grid, &lanes->lanes[i], (uint32_t)row);
	}
}

void
lanes_choice_free(struct lanes_choice *choice)
{
	grid_free(&choice->grid);
	free(choice->names);
	*choice = (struct lanes_choice){0};
}

void
lanes_free(struct lanes *lanes)
{
	for (size_t i = 0; i < lanes->n; i++)
		free(lanes->lanes[i].cells);
	free(lanes->lanes);
	free(lanes->table);
	arena_free(&lanes->arena);
	*lanes = (struct lanes){0};
}
