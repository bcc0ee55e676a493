/* fold_test.c - total weight of every distinct stack */
#include "profile/fold.h"
#include "unit/check.h"

static bool
add(struct fold *fold, const char *stack, uint64_t whole)
{
	return fold_add(fold, &(struct folded){str_from(stack), {whole, 0}, {0}});
}

static void
sums(void)
{
	struct fold fold = {0}, other = {0};

	CHECK(add(&fold, "b;c", 1) && add(&fold, "a", 2) && add(&fold, "b;c", 40));
	CHECK(add(&other, "a", 5) && add(&other, "\xff", 1) && add(&other, "b", 1));
	CHECK(fold_merge(&fold, &other));
	fold_sort(&fold);
	CHECK(fold.n == 4 && fold.total.whole == 50);
	CHECK_STR(fold.entries[0].stack, "a");
	CHECK_STR(fold.entries[1].stack, "b");
	CHECK_STR(fold.entries[2].stack, "b;c");
	CHECK_STR(fold.entries[3].stack, "\xff"); /* the order of bytes, unsigned */
	CHECK(fold.entries[0].weight.whole == 7 && fold.entries[2].weight.whole == 41);
	fold_free(&fold);
	fold_free(&other);
}

static void
limits(void)
{
	struct fold fold = {0};

	CHECK(add(&fold, "a", UINT64_MAX - 1) && add(&fold, "b", 1));
	CHECK(!add(&fold, "a", 1) && !add(&fold, "c", 1));
	CHECK(fold.n == 2 && fold.total.whole == UINT64_MAX);
	CHECK(fold.entries[0].weight.whole == UINT64_MAX - 1);
	fold_free(&fold);
	fold_sort(&fold); /* {0} is an empty fold */
	CHECK(fold.n == 0);
	fold_free(&fold);
}

/* The table grows many times; stacks are copied, not borrowed. */
static void
many(void)
{
	enum { N = 50000 };
	struct fold fold = {0};
	char stack[32];

	for (int round = 0; round < 3; round++)
		for (int i = 0; i < N; i++) {
			snprintf(stack, sizeof(stack), "main;f%d", i);
			CHECK(add(&fold, stack, 2));
		}
	CHECK(fold.n == N && fold.total.whole == 6 * N);
	fold_sort(&fold);
	for (size_t i = 0; i < fold.n; i++) {
		CHECK(fold.entries[i].weight.whole == 6);
		CHECK(i == 0 || str_compare(fold.entries[i - 1].stack, fold.entries[i].stack) < 0);
	}
	fold_free(&fold);
}

int
main(void)
{
	sums();
	limits();
	many();
	return check_failed;
}
