/* arena_test.c - memory of one life time */
#include "base/arena.h"
#include "base/array.h"
#include "unit/check.h"

#include <stdlib.h>

/* Pieces never move, keep their bytes, and do not overlap. */
static void
pieces(void)
{
	enum { N = 20000 };
	struct arena arena = {0};
	struct str *copies = array_new(N, sizeof(*copies));

	for (int i = 0; i < N; i++) {
		char name[16];
		int n = snprintf(name, sizeof(name), "frame-%d", i);
		copies[i] = arena_copy(&arena, (struct str){name, (size_t)n});
		if (i % 3 == 0) {
			char *room = arena_new(&arena, (size_t)i % 100 + 1);
			CHECK((uintptr_t)room % sizeof(uint64_t) == 0);
			memset(room, 'x', (size_t)i % 100 + 1);
		}
	}
	for (int i = 0; i < N; i++) {
		char name[16];
		snprintf(name, sizeof(name), "frame-%d", i);
		CHECK(str_equal(copies[i], str_from(name)));
	}
	CHECK(arena.total < 4000000);
	free(copies);
	arena_free(&arena);
	CHECK(arena.chunks == NULL && arena.total == 0);
}

static void
sizes(void)
{
	struct arena arena = {0};
	char *large = arena_new(&arena, 5000000);

	memset(large, 1, 5000000);
	CHECK_STR(arena_copy(&arena, (struct str){0}), "");
	CHECK(arena_copy(&arena, STR("")).s != NULL);
	CHECK_STR(arena_copy(&arena, STR("a\0b")), "a\0b");
	arena_free(&arena);
	arena_free(&arena);
}

static void
arrays(void)
{
	int *numbers = NULL;
	size_t capacity = 0, moves = 0;

	for (size_t n = 0; n < 100000; n++) {
		size_t before = capacity;
		numbers = array_grow(numbers, &capacity, n + 1, sizeof(*numbers));
		CHECK(capacity > n);
		moves += capacity != before;
		numbers[n] = (int)n;
	}
	CHECK(moves < 40);
	CHECK(numbers[99999] == 99999 && numbers[0] == 0);
	free(numbers);
	numbers = array_new(100, sizeof(*numbers));
	for (int i = 0; i < 100; i++)
		CHECK(numbers[i] == 0);
	free(numbers);
	CHECK(array_sum(SIZE_MAX - 1, 1) == SIZE_MAX);
}

int
main(void)
{
	pieces();
	sizes();
	arrays();
	return check_failed;
}
