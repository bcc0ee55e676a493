/* pruning_test.c - which boxes go first, and where what ended on them ends then */
#include "analysis/pruning.h"
#include "unit/check.h"

/* In the order of a walk: a 29 (b 9 (c 4) d 9 (e 9 (f 9))), g 4 (h 4), each stack ending on its last
 * box. */
static const struct str stacks[] = {{"a", 1}, {"a;b", 3}, {"a;b;c", 5}, {"a;d;e;f", 7}, {"g;h", 3}};
static const uint64_t weights[] = {11, 5, 4, 9, 4};

enum { STACKS = sizeof(stacks) / sizeof(*stacks) };

/* What stays, a character a box, and what is left of each stack. */
static const struct {
	const char *names, *ends[STACKS];
	uint64_t left_weight;
} kept[] = {
    {"", {"", "", "", "", ""}, 33},
    {"a", {"a", "a", "a", "a", ""}, 22},
    {"ab", {"a", "b", "b", "a", ""}, 17},
    {"abd", {"a", "b", "b", "d", ""}, 17},
    {"abde", {"a", "b", "b", "e", ""}, 17},
    {"abdef", {"a", "b", "b", "f", ""}, 8},
    {"abdefg", {"a", "b", "b", "f", "g"}, 8},
    {"abdefgh", {"a", "b", "b", "f", "h"}, 4},
    {"abcdefgh", {"a", "b", "c", "f", "h"}, 0},
};

enum { BOXES = sizeof(kept) / sizeof(*kept) };

static void
check_kept(const struct ends *ends, size_t n)
{
	const struct calltree *tree = &ends->tree;

	CHECK(tree->n == n && tree->left_out == BOXES - n && tree->total == 33);
	CHECK(tree->left_weight == kept[n - 1].left_weight);
	CHECK(tree->boxes[0].depth == 0 && tree->boxes[0].weight == 33);
	for (size_t i = 1; i < n; i++)
		CHECK(tree->boxes[i].name.s[0] == kept[n - 1].names[i - 1]);
	for (size_t i = 0; i < STACKS; i++) {
		struct str end = str_from(kept[n - 1].ends[i]);
		CHECK(end.n == 0 ? ends->box[i] == 0
				 : str_equal(tree->boxes[ends->box[i]].name, end));
	}
}

int
main(void)
{
	struct ends ends = {0};
	uint32_t numbers[STACKS];

	ends_add(&ends, stacks, weights, numbers, STACKS);
	ends_grow(&ends, (struct calltree_least){.parts = 1});
	struct pruning pruning = pruning_begin(&ends);
	/* From few to many and back: nothing stays of the last time. */
	for (size_t n = 1; n <= BOXES; n++) {
		pruning_keep(&pruning, n);
		check_kept(&ends, n);
	}
	for (size_t n = BOXES; n > 0; n--) {
		pruning_keep(&pruning, n);
		check_kept(&ends, n);
	}
	pruning_end(&pruning);
	ends_free(&ends);
	return check_failed;
}
