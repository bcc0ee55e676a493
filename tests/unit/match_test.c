/* match_test.c - regular expressions on borrowed text */
#include "base/match.h"
#include "unit/check.h"

static bool
matches(const char *expression, struct str s)
{
	struct match match;

	match_open(&match, expression, "--keep");
	bool first = match_text(&match, s);
	bool again = match_text(&match, s);
	CHECK(first == again);
	match_close(&match);
	return first;
}

int
main(void)
{
	struct str stack = STR("java;start_thread;GC_run");

	CHECK(matches("^java;.*GC", stack) && !matches("^GC", stack) && matches("run$", stack));
	CHECK(matches("(start|stop)_t", stack) && !matches("stop", stack));
	/* Borrowed text ends where it says, not at a NUL. */
	CHECK(!matches("run", str_head(stack, stack.n - 1)));
	CHECK(matches("^a b$", STR("a\0b")));
	CHECK(matches("c$", STR("a\0b\0c")));
	CHECK(matches("^$", (struct str){0}));
	return check_failed;
}
