/* check.h - what the tests of single modules share.
 *
 *	int
 *	main(void)
 *	{
 *		CHECK(number_parse(STR("12"), &number) && number == 12);
 *		CHECK_STR(text_str(&text), "a;b 12\n");
 *		return check_failed;
 *	}
 *
 * Each check that does not hold says where it stands; the test goes on.
 */
#ifndef UNIT_CHECK_H
#define UNIT_CHECK_H

#include "base/str.h"

#include <stdio.h>

static int check_failed;

/* Two arguments need parentheses nowhere: what stands between CHECK's own is the condition. */
#define CHECK(...) check((__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__)
#define CHECK_STR(got, want) check_str((got), (want), sizeof(want) - 1, __FILE__, __LINE__)

static inline void
check(bool holds, const char *what, const char *file, int line)
{
	if (holds)
		return;
	fprintf(stderr, "%s:%d: not so: %s\n", file, line, what);
	check_failed = 1;
}

static inline void
check_str(struct str got, const char *want, size_t n, const char *file, int line)
{
	if (str_equal(got, (struct str){want, n}))
		return;
	fprintf(stderr, "%s:%d: '%.*s' and not '%s'\n", file, line, (int)got.n, got.s, want);
	check_failed = 1;
}

#endif
