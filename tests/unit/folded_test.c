/* folded_test.c - folded lines */
#include "profile/folded.h"
#include "unit/check.h"

static bool
reads(struct str line, const char *stack, uint64_t whole, uint32_t billionths)
{
	struct folded folded = {0};

	return folded_parse(line, &folded) && str_equal(folded.stack, str_from(stack)) &&
	    folded.weight.whole == whole && folded.weight.billionths == billionths;
}

static bool
refuses(struct str line)
{
	struct folded folded = {STR("as it was"), {7, 8}, {0}};

	return !folded_parse(line, &folded) && str_equal(folded.stack, STR("as it was")) &&
	    folded.weight.whole == 7 && folded.weight.billionths == 8;
}

static void
parse(void)
{
	CHECK(reads(STR("a;b 1"), "a;b", 1, 0));
	CHECK(reads(STR("a 1"), "a", 1, 0));
	CHECK(reads(STR("a b;c 1 2 3"), "a b;c 1 2", 3, 0)); /* the last blank */
	CHECK(reads(STR("a;b\t4"), "a;b", 4, 0));
	CHECK(reads(STR("a;b 4\r"), "a;b", 4, 0));
	CHECK(reads(STR("a;b 0"), "a;b", 0, 0));
	CHECK(reads(STR("a;b 18446744073709551615"), "a;b", UINT64_MAX, 0));
	CHECK(reads(STR("a 0.5"), "a", 0, 500000000));
	CHECK(reads(STR("a 3.0000000019"), "a", 3, 1));
	CHECK(reads(STR("a\xff\xfe;b 2"), "a\xff\xfe;b", 2, 0));
	CHECK(
	    refuses(STR("")) && refuses(STR("a;b")) && refuses(STR("a;b ")) && refuses(STR(" 1")));
	CHECK(refuses(STR("a;b 18446744073709551616")) && refuses(STR("a;b -1")));
	CHECK(refuses(STR("a;b 1x")) && refuses(STR("a;b .5")) && refuses(STR("a;b 1.2.3")));
	CHECK(refuses(STR("1")) && refuses(STR("a;b 1e3")));
}

static void
add(void)
{
	struct weight sum = {1, 600000000};

	CHECK(folded_add(&sum, (struct weight){2, 400000000}));
	CHECK(sum.whole == 4 && sum.billionths == 0);
	sum = (struct weight){UINT64_MAX, 500000000};
	CHECK(!folded_add(&sum, (struct weight){0, 500000000}));
	CHECK(sum.whole == UINT64_MAX && sum.billionths == 500000000);
	CHECK(folded_add(&sum, (struct weight){0, 499999999}));
	CHECK(!folded_add(&sum, (struct weight){1, 0}));
}

static void
put(void)
{
	struct text text = {0};

	folded_put(&text, &(struct folded){STR("a;b"), {12, 499999999}, {0}}, false);
	folded_put(&text, &(struct folded){STR("c"), {12, 500000000}, {0}}, false);
	CHECK_STR(text_str(&text), "a;b 12.499999999\nc 12.5\n");
	text_free(&text);
}

int
main(void)
{
	parse();
	add();
	put();
	return check_failed;
}
