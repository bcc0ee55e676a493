/* intern_test.c - texts as numbers */
#include "base/intern.h"
#include "base/text.h"
#include "unit/check.h"

#include <stdlib.h>

static void
check_few(void)
{
	struct intern names = {0};
	uint32_t number = 7;

	CHECK(!intern_find(&names, STR("b"), &number));
	CHECK(intern_add(&names, STR("b")) == 0);
	CHECK(intern_add(&names, STR("")) == 1);
	CHECK(intern_add(&names, STR("a")) == 2);
	CHECK(intern_add(&names, STR("b")) == 0 && names.n == 3);
	CHECK(intern_add(&names, (struct str){"a\0b", 3}) == 3);
	CHECK(intern_find(&names, STR("a"), &number) && number == 2);
	CHECK(!intern_find(&names, STR("c"), &number) && number == 2);
	uint32_t *ranks = intern_sort(&names);
	CHECK_STR(names.texts[0], "");
	CHECK_STR(names.texts[1], "a");
	CHECK_STR(names.texts[3], "b");
	CHECK(ranks[0] == 3 && ranks[1] == 0 && ranks[2] == 1 && ranks[3] == 2);
	free(ranks);
	intern_free(&names);
	CHECK(names.n == 0);
}

static void
check_many(void)
{
	struct intern names = {0};
	struct text text = {0};

	for (uint32_t round = 0; round < 2; round++)
		for (uint32_t i = 0; i < 20000; i++) {
			text_clear(&text);
			text_put_number(&text, i * 7919u);
			CHECK(intern_add(&names, text_str(&text)) == i);
		}
	free(intern_sort(&names));
	for (size_t i = 1; i < names.n; i++)
		CHECK(str_compare(names.texts[i - 1], names.texts[i]) < 0);
	intern_free(&names);
	text_free(&text);
}

int
main(void)
{
	check_few();
	check_many();
	return check_failed;
}
