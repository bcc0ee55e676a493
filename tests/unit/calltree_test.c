/* calltree_test.c - boxes of flame graphs, and the cases that flamegraph_layout.js shares */
#include "analysis/calltree.h"
#include "base/number.h"
#include "unit/check.h"

#include <inttypes.h>
#include <stdlib.h>

struct state {
	struct stacks stacks;
	struct calltree tree;
	size_t box; /* the one that the next `box` tells of */
	bool built;
	int line;
};

static void
renew(struct state *state)
{
	calltree_free(&state->tree);
	stacks_free(&state->stacks);
	state->built = false;
	state->box = 0;
}

static uint64_t
take_number(struct str *rest)
{
	struct str field;
	uint64_t number = UINT64_MAX;

	str_field(rest, ' ', &field);
	if (!number_parse(field, &number)) {
		fprintf(stderr, "not a number: %.*s\n", (int)field.n, field.s);
		check_failed = 1;
	}
	return number;
}

static void
check_box(struct state *state, struct str rest)
{
	uint64_t depth = take_number(&rest), before = take_number(&rest);
	uint64_t weight = take_number(&rest);

	if (!state->built) {
		stacks_finish(&state->stacks);
		calltree_build(&state->tree, &state->stacks, state->stacks.total.whole,
		    (struct calltree_least){1, 0});
	}
	state->built = true;
	if (state->box >= state->tree.n) {
		fprintf(stderr, "layout.cases:%d: no such box\n", state->line);
		check_failed = 1;
		return;
	}
	const struct calltree_box *box = &state->tree.boxes[state->box++];
	if (box->depth == depth && box->before == before && box->weight == weight &&
	    str_equal(box->name, rest))
		return;
	fprintf(stderr, "layout.cases:%d: the box is %" PRIu32 " %" PRIu64 " %" PRIu64 " %.*s\n",
	    state->line, box->depth, box->before, box->weight, (int)box->name.n, box->name.s);
	check_failed = 1;
}

/* What a focus carries is laid out as a tree of the weight of the focus. */
static void
check_span(struct state *state, struct str rest)
{
	uint64_t focus = take_number(&rest), width = take_number(&rest), at = take_number(&rest);
	uint64_t left = take_number(&rest), right = take_number(&rest);

	CHECK(state->box == state->tree.n);
	if (focus >= state->tree.n || at >= state->tree.n || at < focus)
		return; /* what carries the focus is the script's alone */
	const struct calltree_box *from = &state->tree.boxes[focus], *box = &state->tree.boxes[at];
	const struct calltree part = {.total = from->weight};
	uint64_t begin = calltree_place(&part, box->before - from->before, (uint32_t)width);
	uint64_t end =
	    calltree_place(&part, box->before - from->before + box->weight, (uint32_t)width);
	if (begin == left && end == right)
		return;
	fprintf(stderr, "layout.cases:%d: the span is %" PRIu64 " %" PRIu64 "\n", state->line,
	    begin, end);
	check_failed = 1;
}

static void
check_line(struct state *state, struct str line)
{
	struct folded folded;
	struct str word, rest = line;

	if (line.n == 0 || line.s[0] == '#')
		return;
	str_field(&rest, ' ', &word);
	if (str_equal(word, STR("stack"))) {
		if (state->built)
			renew(state);
		CHECK(folded_parse(rest, &folded));
		CHECK(stacks_add(&state->stacks, &folded));
	} else if (str_equal(word, STR("box"))) {
		check_box(state, rest);
	} else {
		CHECK_STR(word, "span");
		check_span(state, rest);
	}
}

static void
check_cases(void)
{
	const char *tests = getenv("TESTS");
	struct state state = {0};
	struct text path = {0};
	char line[4096];

	text_print(&path, "%s/data/layout.cases", tests ? tests : "tests");
	FILE *file = fopen(text_terminate(&path), "r");
	CHECK(file != NULL);
	while (file != NULL && fgets(line, sizeof(line), file)) {
		state.line++;
		check_line(&state, str_head(str_from(line), strcspn(line, "\n")));
	}
	CHECK(state.line > 50);
	if (file != NULL)
		fclose(file);
	renew(&state);
	text_free(&path);
}

/* Of stacks, which the tree borrows the names of. */
static void
build(struct calltree *tree, struct stacks *stacks, const struct folded *entries, size_t n,
    struct calltree_least least)
{
	for (size_t i = 0; i < n; i++)
		CHECK(stacks_add(stacks, &entries[i]));
	stacks_finish(stacks);
	calltree_build(tree, stacks, stacks->total.whole, least);
}

/* Of 1000: a 900 with x 899 and y 1 on it, b 99, c 1; boxes of a hundredth are kept. */
static void
check_least(void)
{
	struct folded entries[] = {
	    {STR("c"), {1, 0}, {0}},
	    {STR("a;x"), {899, 0}, {0}},
	    {STR("a;y;z"), {1, 0}, {0}},
	    {STR("b"), {99, 0}, {0}},
	};
	struct calltree tree = {0};
	struct stacks stacks = {0};

	build(&tree, &stacks, entries, 4, (struct calltree_least){.parts = 100, .least = 1});
	CHECK(tree.n == 4 && tree.depth == 2 && tree.total == 1000);
	CHECK_STR(tree.boxes[3].name, "b");
	CHECK(tree.boxes[3].before == 900);
	CHECK(tree.left_out == 3);    /* y, z and c */
	CHECK(tree.left_weight == 2); /* z stands on y */
	calltree_free(&tree);
	stacks_free(&stacks);
}

/* Three times 0.4 and 0.9 are 2.1; no box weighs more than all that is below it. */
static void
check_fractions(void)
{
	struct folded entries[] = {
	    {STR("a;x"), {0, 400000000}, {0}},
	    {STR("a;y"), {0, 400000000}, {0}},
	    {STR("a;z"), {0, 400000000}, {0}},
	    {STR("b"), {0, 900000000}, {0}},
	};
	struct calltree tree = {0};
	struct stacks stacks = {0};

	build(&tree, &stacks, entries, 4, (struct calltree_least){1, 0});
	CHECK(tree.total == 2 && tree.boxes[0].weight == 2);
	CHECK_STR(tree.boxes[1].name, "a");
	CHECK(tree.boxes[1].weight == 1);
	CHECK_STR(tree.boxes[tree.n - 1].name, "b");
	CHECK(tree.boxes[tree.n - 1].weight == 1);
	calltree_free(&tree);
	stacks_free(&stacks);
}

static void
check_deep(void)
{
	struct text stack = {0};
	struct calltree tree = {0};
	struct stacks stacks = {0};

	for (int i = 0; i < 100000; i++)
		text_put(&stack, STR("f;"));
	struct folded entries[] = {
	    {str_head(text_str(&stack), stack.n - 1), {1, 0}, {0}},
	    {str_head(text_str(&stack), stack.n - 3), {1, 0}, {0}},
	};
	build(&tree, &stacks, entries, 2, (struct calltree_least){1, 0});
	CHECK(tree.n == 100001 && tree.depth == 100000);
	CHECK(tree.boxes[99999].weight == 2 && tree.boxes[100000].weight == 1);
	CHECK(tree.boxes[100000].before == 0);
	calltree_free(&tree);
	stacks_free(&stacks);
	text_free(&stack);
}

/* Of what a tree is made of, worked out by going over all stacks once for each box. */
struct expected {
	uint64_t weight, lesser; /* of the box, and of its siblings of lesser names */
	uint64_t children;
};

/* Whether the frames of an entry are those of path, as far as path goes. */
static bool
begins_with(const struct stacks *stacks, const struct stacks_entry *entry, const struct str *path,
    uint32_t depth)
{
	if (entry->depth < depth)
		return false;
	for (uint32_t i = 0; i < depth; i++)
		if (!str_equal(stacks->names.texts[entry->frames[i]], path[i]))
			return false;
	return true;
}

static struct expected
expect(const struct stacks *stacks, const struct str *path, uint32_t depth)
{
	struct expected expected = {0};

	for (size_t i = 0; i < stacks->n; i++) {
		const struct stacks_entry *entry = &stacks->entries[i];
		if (depth > 0 && entry->depth >= depth &&
		    begins_with(stacks, entry, path, depth - 1) &&
		    str_compare(stacks->names.texts[entry->frames[depth - 1]], path[depth - 1]) < 0)
			expected.lesser += entry->weight.whole;
		if (!begins_with(stacks, entry, path, depth))
			continue;
		expected.weight += entry->weight.whole;
		expected.children += entry->depth > depth ? entry->weight.whole : 0;
	}
	return expected;
}

enum { PATH = 8 };

/* Every box as heavy as its stacks, on its caller, right of the siblings before it; so nothing
 * overlaps, and widths add up.  Nothing that is heavy enough is missing. */
static void
check_geometry(const struct stacks *stacks, const struct calltree *tree)
{
	struct str path[PATH];
	uint64_t begins[PATH] = {0}, ends[PATH] = {0}, narrow = 0;

	for (size_t i = 0; i < tree->n; i++) {
		const struct calltree_box *box = &tree->boxes[i];
		uint32_t depth = box->depth;
		CHECK(i == 0 ? depth == 0 : depth > 0 && depth <= tree->boxes[i - 1].depth + 1);
		if (depth > 0)
			path[depth - 1] = box->name;
		struct expected expected = expect(stacks, path, depth);
		CHECK(box->weight == expected.weight && box->weight >= tree->lightest);
		if (depth > 0) {
			bool first = tree->boxes[i - 1].depth < depth;
			CHECK(box->before == begins[depth - 1] + expected.lesser);
			CHECK(first || box->before >= ends[depth]);
			CHECK(box->before + box->weight <= ends[depth - 1]);
			narrow -= box->weight;
		}
		narrow += expected.children;
		begins[depth] = box->before;
		ends[depth] = box->before + box->weight;
		CHECK(calltree_place(tree, ends[depth], 11800) <= 11800);
	}
	CHECK(narrow == tree->left_weight);
	CHECK(tree->boxes[0].weight == tree->total);
}

static int
compare_lines(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The seed's stacks, of names that begin each other, as they come or sorted as fs-fold writes them. */
static void
add_random(struct stacks *stacks, uint32_t seed, bool sorted)
{
	static const char *const names[] = {"a", "a1", "a1.x", "a b", "a12", "b", "ab", "a_[k]"};
	char lines[40][64], *order[40];
	size_t n = 1 + seed % 40;

	for (size_t i = 0; i < n; i++) {
		size_t depth = 1 + (seed >> 16) % 6, at = 0;
		for (size_t j = 0; j < depth; j++) {
			seed = seed * 1103515245u + 12345;
			at += (size_t)snprintf(lines[i] + at, sizeof(lines[i]) - at, "%s%s",
			    j > 0 ? ";" : "", names[(seed >> 16) % 8]);
		}
		order[i] = lines[i];
	}
	if (sorted)
		qsort(order, n, sizeof(*order), compare_lines);
	for (size_t i = 0; i < n; i++) {
		const struct folded folded = {
		    str_from(order[i]), {1 + (order[i][0] + i) % 5, 0}, {0}};
		CHECK(stacks_add(stacks, &folded));
	}
	CHECK(!sorted || !stacks->disordered);
	stacks_finish(stacks);
}

static void
check_random(void)
{
	for (uint32_t seed = 1; seed <= 4000; seed++) {
		struct stacks stacks = {0};
		struct calltree tree = {0};
		struct calltree_least least = {100, seed % 3 * 7};
		add_random(&stacks, seed * 2654435761u, seed % 2);
		calltree_build(&tree, &stacks, stacks.total.whole, least);
		check_geometry(&stacks, &tree);
		calltree_free(&tree);
		stacks_free(&stacks);
		if (check_failed) {
			fprintf(stderr, "seed %" PRIu32 "\n", seed);
			return;
		}
	}
}

int
main(void)
{
	check_random();
	check_cases();
	check_least();
	check_fractions();
	check_deep();
	return check_failed;
}
