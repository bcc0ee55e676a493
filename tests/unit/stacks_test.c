/* stacks_test.c - distinct stacks as numbers of frames */
#include "base/text.h"
#include "profile/stacks.h"
#include "unit/check.h"

static void
add_all(struct stacks *stacks, const char *const *lines, size_t n)
{
	struct folded folded;

	for (size_t i = 0; i < n; i++) {
		CHECK(folded_parse(str_from(lines[i]), &folded));
		CHECK(stacks_add(stacks, &folded));
	}
	stacks_finish(stacks);
}

static struct str
listed(const struct stacks *stacks, struct text *text)
{
	text_clear(text);
	for (size_t i = 0; i < stacks->n; i++) {
		const struct stacks_entry *entry = stacks_at(stacks, i);
		for (uint32_t j = 0; j < entry->depth; j++) {
			text_put_char(text, j > 0 ? ';' : '\n');
			text_put(text, stacks->names.texts[entry->frames[j]]);
		}
		text_put_char(text, ' ');
		text_put_number(text, entry->weight.whole);
	}
	return text_str(text);
}

#define COUNT(lines) (sizeof(lines) / sizeof(*(lines)))

int
main(void)
{
	static const char *const disordered[] = {
	    "b 1", "a;x 1", "a1;y 2", "b 2", "a 5", "a;x;z 1", "b;;c 1", "a;x 3", "a1;y 1"};
	static const char *const sorted[] = {"a 5", "a 1", "a1;y 2", "a;x 1", "a;x;z 1", "b 1"};
	static const char *const in_time[] = {"b 1", "a;x 1", "a;x 2", "b 1"};
	struct stacks stacks = {0};
	struct text text = {0};

	/* By frames: a before a1, whatever follows. */
	add_all(&stacks, disordered, COUNT(disordered));
	CHECK_STR(listed(&stacks, &text), "\na 5\na;x 4\na;x;z 1\na1;y 3\nb 3\nb;;c 1");
	CHECK(stacks.total.whole == 17 && stacks.disordered);
	stacks_free(&stacks);
	/* As they came. */
	add_all(&stacks, sorted, COUNT(sorted));
	CHECK_STR(listed(&stacks, &text), "\na 6\na1;y 2\na;x 1\na;x;z 1\nb 1");
	CHECK(!stacks.disordered && stacks.table == NULL && stacks.order == NULL);
	stacks_free(&stacks);
	stacks.in_order = true;
	add_all(&stacks, in_time, COUNT(in_time));
	CHECK_STR(listed(&stacks, &text), "\nb 1\na;x 3\nb 1");
	stacks_free(&stacks);
	/* A sum that does not fit changes nothing. */
	CHECK(stacks_add(&stacks, &(struct folded){STR("a"), {UINT64_MAX, 0}, {0}}));
	CHECK(!stacks_add(&stacks, &(struct folded){STR("b"), {1, 0}, {0}}));
	CHECK(!stacks_add(&stacks, &(struct folded){STR("a"), {1, 0}, {0}}));
	CHECK(stacks.n == 1 && stacks.total.whole == UINT64_MAX);
	stacks_free(&stacks);
	text_free(&text);
	return check_failed;
}
