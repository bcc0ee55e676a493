/* text_test.c - growing text */
#include "base/text.h"
#include "unit/check.h"

static void
numbers(void)
{
	struct text text = {0};

	text_put_number(&text, 0);
	text_put_char(&text, ' ');
	text_put_number(&text, UINT64_MAX);
	CHECK_STR(text_str(&text), "0 18446744073709551615");
	text_clear(&text);
	text_put_grouped(&text, 999);
	text_put_char(&text, ' ');
	text_put_grouped(&text, 1000);
	text_put_char(&text, ' ');
	text_put_grouped(&text, 1002003);
	text_put_char(&text, ' ');
	text_put_grouped(&text, UINT64_MAX);
	CHECK_STR(text_str(&text), "999 1,000 1,002,003 18,446,744,073,709,551,615");
	text_free(&text);
	CHECK(text.s == NULL && text.n == 0 && text.capacity == 0);
}

static void
growth(void)
{
	struct text text = {0};

	for (int i = 0; i < 100000; i++)
		text_put(&text, STR("0123456789"));
	CHECK(text.n == 1000000);
	for (size_t i = 0; i < text.n; i += 7)
		CHECK(text.s[i] == (char)('0' + i % 10));
	text_drop(&text, 999995);
	CHECK_STR(text_str(&text), "56789");
	text_drop(&text, 0);
	CHECK_STR(text_str(&text), "56789");
	text_drop(&text, 5);
	CHECK_STR(text_str(&text), "");
	text_free(&text);
}

static void
formats(void)
{
	struct text text = {0};

	text_put(&text, (struct str){0});
	text_print(&text, "%s", "");
	CHECK(text.n == 0);
	text_print(&text, "%s=%d%c", "key", 7, ';');
	CHECK_STR(text_str(&text), "key=7;");
	CHECK(strcmp(text_terminate(&text), "key=7;") == 0);
	text_put_char(&text, 'x');
	CHECK_STR(text_str(&text), "key=7;x");
	text_free(&text);
}

int
main(void)
{
	numbers();
	growth();
	formats();
	return check_failed;
}
