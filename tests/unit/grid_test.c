/* grid_test.c - how many samples fall in each cell of a heat map */
#include "analysis/grid.h"
#include "unit/check.h"

#include <inttypes.h>
#include <stdlib.h>

/* One line of rows.cases. */
static void
check_case(const char *line)
{
	int64_t time, column, index, begin, end;
	uint32_t rows, row;
	struct grid grid;

	if (sscanf(line,
		"%" SCNd64 " %" SCNd64 " %" SCNu32 ": %" SCNd64 " %" SCNu32 " %" SCNd64 " %" SCNd64,
		&time, &column, &rows, &index, &row, &begin, &end) != 7) {
		CHECK(line[0] == '#');
		return;
	}
	grid_init(&grid, column, rows);
	CHECK(grid_add(&grid, time, 3));
	CHECK(grid.first == index && grid.last == index && grid_width(&grid) == 1);
	struct grid_cell cell = grid_hottest(&grid);
	CHECK(cell.column == index && cell.row == row && cell.count == 3);
	CHECK(grid_begin(&grid, index, row) == begin && grid_begin(&grid, index, row + 1) == end);
	if (check_failed)
		fprintf(stderr, "in the case %s", line);
	grid_free(&grid);
}

static void
cases(void)
{
	char path[4096], line[256];
	const char *tests = getenv("TESTS");
	int n = 0;

	snprintf(path, sizeof(path), "%s/data/rows.cases", tests ? tests : "tests");
	FILE *file = fopen(path, "r");
	CHECK(file != NULL);
	if (file == NULL)
		return;
	for (; fgets(line, sizeof(line), file) != NULL; n++)
		check_case(line);
	fclose(file);
	CHECK(n > 100);
}

static void
sums(void)
{
	struct grid grid;

	grid_init(&grid, NSEC_SECOND, 50);
	CHECK(grid_width(&grid) == 0 && grid_fits(&grid));
	CHECK(grid_add(&grid, 5, 0) && grid.total == 0 && grid_width(&grid) == 0);
	CHECK(grid_add(&grid, 5 * NSEC_SECOND, 1) && grid_add(&grid, 2 * NSEC_SECOND, 2));
	CHECK(grid_add(&grid, 5 * NSEC_SECOND + 19999999, 1));
	CHECK(grid.first == 2 && grid.last == 5 && grid.total == 4 && grid_width(&grid) == 4);
	CHECK(grid_counts(&grid, 2)[0] == 2 && grid_counts(&grid, 5)[0] == 2);
	CHECK(grid_counts(&grid, 3) == NULL && grid_counts(&grid, 4) == NULL);
	/* Two cells of the same heat: the earlier one. */
	CHECK(grid_hottest(&grid).column == 2 && grid_hottest(&grid).count == 2);
	CHECK(!grid_add(&grid, 0, UINT64_MAX - 3) && grid.total == 4 && grid.first == 2);
	CHECK(grid_add(&grid, 0, UINT64_MAX - 4) && grid.total == UINT64_MAX && grid.first == 0);
	CHECK(grid_hottest(&grid).count == UINT64_MAX - 4);
	grid_free(&grid);
}

static void
limits(void)
{
	struct grid grid;

	grid_init(&grid, NSEC_SECOND, 1000);
	CHECK(!grid_add(&grid, NSEC_MAX, 1) && !grid_add(&grid, NSEC_MIN, 1) && grid.total == 0);
	CHECK(grid_add(&grid, -100000 * NSEC_SECOND, 1) && grid_add(&grid, 99999 * NSEC_SECOND, 2));
	CHECK(grid_fits(&grid) && grid_counts(&grid, -100000)[0] == 1);
	CHECK(grid_counts(&grid, 99999)[0] == 2);
	CHECK(grid_add(&grid, 7 * NSEC_SECOND, 3) && grid_add(&grid, -7 * NSEC_SECOND, 4));
	CHECK(grid_counts(&grid, 7)[0] == 3 && grid_counts(&grid, -7)[0] == 4);
	CHECK(grid_add(&grid, 100000 * NSEC_SECOND, 1) && !grid_fits(&grid));
	CHECK(grid_width(&grid) == 200001);
	CHECK(grid_fitting(&grid, GRID_COLUMNS) == 10 * NSEC_SECOND);
	CHECK(grid_fitting(&grid, 20000) == 60 * NSEC_SECOND);
	CHECK(grid_add(&grid, 9000000000 * NSEC_SECOND, 1) && grid.total == 12);
	CHECK(grid_width(&grid) == 9000100001 && grid_fitting(&grid, 100000) == 0);
	grid_free(&grid);
}

/* The cells of a grid whose columns grew are those of one that had the length from the start. */
static void
check_grown(uint32_t rows, nsec span, nsec column)
{
	struct grid grown, straight;
	uint64_t state = 1;

	grid_init(&grown, NSEC_SECOND, rows);
	grown.automatic = grown.lit = true;
	grid_init(&straight, column, rows);
	straight.lit = true;
	for (int i = 0; i < 3000; i++) {
		state = state * 6364136223846793005u + 1442695040888963407u;
		nsec time = (nsec)(state >> 1) % span - span / 3;
		CHECK(grid_add(&grown, time, 2) && grid_add(&straight, time, 2));
		if (i % 3 == 0) {
			grid_light(&grown, 2);
			grid_light(&straight, 2);
		}
	}
	CHECK(grown.column == column && grown.total == 6000);
	CHECK(grown.first == straight.first && grown.last == straight.last);
	for (int64_t c = grown.first; c <= grown.last; c++) {
		const uint64_t *a = grid_counts(&grown, c), *b = grid_counts(&straight, c);
		CHECK((a == NULL) == (b == NULL));
		CHECK(a == NULL || memcmp(a, b, 2 * rows * sizeof(*a)) == 0);
	}
	grid_free(&grown);
	grid_free(&straight);
}

static void
growth(void)
{
	const nsec second = NSEC_SECOND;
	static const uint32_t rows[] = {1, 7, 25, 50, 1000};

	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		check_grown(rows[i], 1400 * second, second);
		check_grown(rows[i], 1600 * second, 10 * second);
		check_grown(rows[i], 86400 * second, 60 * second);
		check_grown(rows[i], 108000 * second, 600 * second);
		check_grown(rows[i], 40 * 86400 * second, 3600 * second);
		check_grown(rows[i], 3000 * 86400 * second, 86400 * second);
	}
}

static void
merging(void)
{
	struct grid grid;

	grid_init(&grid, NSEC_SECOND, 6);
	grid.lit = true;
	for (int i = 0; i < 6; i++)
		CHECK(grid_add(&grid, NSEC_SECOND + i * NSEC_SECOND / 6 + 1, (uint64_t)(1 << i)));
	grid_light(&grid, 5);
	grid_merge_rows(&grid, 2);
	const uint64_t *counts = grid_counts(&grid, 1);
	CHECK(grid.rows == 3 && counts[0] == 3 && counts[1] == 12 && counts[2] == 48);
	CHECK(grid_lights(&grid, 1)[0] == 0 && grid_lights(&grid, 1)[2] == 5);
	CHECK(grid_lights(&grid, 0) == NULL && grid_counts(&grid, 2) == NULL);
	grid_free(&grid);
}

static bool
refuses(const char *s)
{
	nsec column = 42;

	return !column_parse(str_from(s), &column) && column == 42;
}

static void
lengths(void)
{
	static const char *const same[] = {"10ms", "15ms", "1s", "90s", "5m", "1h", "23h", "1d"};
	static const char *const none[] = {"", "1", "s", "9ms", "0s", "2d", "25h", "86401s", "1.5s",
	    "-1s", "1 s", "1sec", "1us", "99999999999999999999s", "18446744073709551615d"};
	struct text text = {0};
	nsec column;

	CHECK(column_parse(STR("10ms"), &column) && column == 10000000);
	CHECK(column_parse(STR("24h"), &column) && column == 86400 * NSEC_SECOND);
	CHECK(column_parse(STR("86400000ms"), &column) && column == 86400 * NSEC_SECOND);
	for (size_t i = 0; i < sizeof(same) / sizeof(*same); i++) {
		text_clear(&text);
		CHECK(column_parse(str_from(same[i]), &column));
		column_put(&text, column);
		CHECK(str_equal(text_str(&text), str_from(same[i])));
	}
	for (size_t i = 0; i < sizeof(none) / sizeof(*none); i++)
		CHECK(refuses(none[i]));
	text_free(&text);
}

int
main(void)
{
	cases();
	sums();
	limits();
	growth();
	merging();
	lengths();
	return check_failed;
}
