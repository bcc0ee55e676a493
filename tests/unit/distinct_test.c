/* distinct_test.c - how many different numbers there are */
#include "base/distinct.h"
#include "unit/check.h"

static void
add_range(struct distinct *set, int64_t from, int64_t to)
{
	for (int64_t i = from; i < to; i++)
		distinct_add(set, i);
}

static void
few(void)
{
	struct distinct set = {0};

	CHECK(set.n == 0 && !set.full);
	distinct_add(&set, 0);
	distinct_add(&set, 0);
	CHECK(set.n == 1);
	distinct_add(&set, -1);
	distinct_add(&set, INT64_MAX);
	distinct_add(&set, 0);
	distinct_add(&set, -1);
	CHECK(set.n == 3 && !set.full);
	distinct_free(&set);
	CHECK(set.n == 0);
}

static void
bound(void)
{
	struct distinct set = {0};

	add_range(&set, 0, DISTINCT_MOST);
	add_range(&set, 0, DISTINCT_MOST);
	CHECK(set.n == DISTINCT_MOST && !set.full);
	CHECK(set.capacity * sizeof(*set.slots) <= 1024 * 1024);
	distinct_add(&set, -7);
	CHECK(set.n == DISTINCT_MOST && set.full);
	distinct_free(&set);
	add_range(&set, 1, DISTINCT_MOST + 1);
	CHECK(!set.full);
	distinct_add(&set, 0);
	CHECK(set.n == DISTINCT_MOST && set.full);
	distinct_free(&set);
}

/* However the numbers are spread over sets, the sum says the same. */
static void
merge(void)
{
	struct distinct a = {0}, b = {0}, sum = {0};

	add_range(&a, -100, 60);
	add_range(&b, 0, 1000);
	distinct_merge(&sum, &a);
	distinct_merge(&sum, &b);
	CHECK(sum.n == 1100 && !sum.full);
	add_range(&a, 1000, DISTINCT_MOST);
	CHECK(!a.full);
	distinct_merge(&sum, &a);
	CHECK(sum.n == DISTINCT_MOST && sum.full);
	distinct_free(&sum);
	b.full = true;
	distinct_merge(&sum, &b);
	CHECK(sum.n == 1000 && sum.full);
	distinct_free(&a);
	distinct_free(&b);
	distinct_free(&sum);
}

int
main(void)
{
	few();
	bound();
	merge();
	return check_failed;
}
