/* ends_test.c - the boxes that stacks end on, all of them there or not */
#include "analysis/ends.h"
#include "unit/check.h"

/* `;` stands between digits and letters: a1 is in front of a;b in bytes, and behind a among names. */
static const struct str stacks[] = {{"a;b;c", 5}, {"a", 1}, {"a1;b", 4}, {"a;b", 3}, {"a;;c", 4},
    {"a1", 2}, {"b", 1}, {"a;b;c;d;e", 9}, {"", 0}, {"a;", 2}};

enum { STACKS = sizeof(stacks) / sizeof(*stacks) };

/* The stack that ends on a box, by the tree. */
static void
put_path(const struct calltree *tree, size_t box, struct text *text)
{
	struct str names[16];
	size_t n = 0;

	for (uint32_t depth = tree->boxes[box].depth; depth > 0; box--)
		if (tree->boxes[box].depth == depth)
			names[n++] = tree->boxes[box].name, depth--;
	for (text_clear(text); n > 0; n--) {
		text_put(text, names[n - 1]);
		text_put(text, n > 1 ? STR(";") : STR(""));
	}
}

static struct ends
add_all(void)
{
	struct ends ends = {0};
	uint64_t weights[STACKS];
	uint32_t numbers[STACKS];

	for (size_t i = 0; i < STACKS; i++)
		weights[i] = i == 0 || i == 7 ? 1 : 10;
	ends_add(&ends, stacks, weights, numbers, STACKS);
	ends_add(&ends, stacks, weights, numbers, STACKS);
	for (uint32_t i = 0; i < STACKS; i++)
		CHECK(numbers[i] == i && ends.sums[i].weight == 2 * weights[i] &&
		    ends.sums[i].samples == 2);
	return ends;
}

static void
test_all(void)
{
	struct ends ends = add_all();
	struct text text = {0};

	ends_grow(&ends, (struct calltree_least){.parts = 1});
	for (size_t i = 0; i < STACKS; i++) {
		put_path(&ends.tree, ends.box[i], &text);
		CHECK(str_equal(text_str(&text), stacks[i]));
	}
	text_free(&text);
	ends_free(&ends);
}

static void
test_pruned(void)
{
	static const struct str left[] = {{"a;b", 3}, {"a", 1}, {"a1;b", 4}, {"a;b", 3},
	    {"a;;c", 4}, {"a1", 2}, {"b", 1}, {"a;b", 3}, {"", 0}, {"a;", 2}};
	struct ends ends = add_all();
	struct text text = {0};

	/* Less than 3 % of 164 is less than 5: a;b;c and all on it weighs 4. */
	ends_grow(&ends, (struct calltree_least){.parts = 100, .least = 3});
	for (size_t i = 0; i < STACKS; i++) {
		put_path(&ends.tree, ends.box[i], &text);
		CHECK(str_equal(text_str(&text), left[i]));
	}
	text_free(&text);
	ends_free(&ends);
}

int
main(void)
{
	test_all();
	test_pruned();
	return check_failed;
}
