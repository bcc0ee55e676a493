/* shell_test.c - words of a command line */
#include "base/shell.h"
#include "unit/check.h"

static bool
is_put(const char *word, const char *expected)
{
	struct text text = {0};

	shell_put_path(&text, str_from(word));
	bool same = str_equal(text_str(&text), str_from(expected));
	text_free(&text);
	return same;
}

int
main(void)
{
	CHECK(is_put("app.perf", "app.perf"));
	CHECK(is_put("/var/tmp/a-b_c@1,2:3+4%5.fs", "/var/tmp/a-b_c@1,2:3+4%5.fs"));
	CHECK(is_put("", "''"));
	CHECK(is_put("my app", "'my app'"));
	CHECK(is_put("it's $HOME", "'it'\\''s $HOME'"));
	CHECK(is_put("-x", "./-x"));
	return check_failed;
}
