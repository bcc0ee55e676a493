/* nsec_test.c - whole nanoseconds */
#include "base/nsec.h"
#include "unit/check.h"

static bool
reads(const char *s, nsec want)
{
	nsec time = 42;

	return nsec_parse(str_from(s), &time) && time == want;
}

/* Not a time, and the value stays as it was. */
static bool
refuses(const char *s)
{
	nsec time = 42;

	return !nsec_parse(str_from(s), &time) && time == 42;
}

static void
parse(void)
{
	CHECK(reads("0", 0) && reads("-0", 0) && reads("34.2", 34200000000));
	CHECK(reads("34.213451", 34213451000) && reads("0.000000001", 1));
	CHECK(reads("-0.000012", -12000) && reads("007", 7 * NSEC_SECOND));
	CHECK(reads("1.1000000000000", 1100000000));
	/* Past what a double holds. */
	CHECK(reads("1795348020.124311289", 1795348020124311289));
	CHECK(reads("9223372035.999999999", 9223372035999999999));
	CHECK(refuses("9223372036") && refuses("99999999999999999999999"));
	CHECK(refuses("") && refuses("-") && refuses(".") && refuses("1.") && refuses(".5"));
	CHECK(refuses("1.0000000001") && refuses("1e9") && refuses("+1") && refuses(" 1"));
	CHECK(refuses("1 ") && refuses("--1") && refuses("1.2.3") && refuses("0x1"));
}

static void
put(void)
{
	struct text text = {0};

	nsec_put(&text, 34213451000, 6);
	text_put_char(&text, ' ');
	nsec_put(&text, 34213451999, 6);
	text_put_char(&text, ' ');
	nsec_put(&text, -12000, 6);
	text_put_char(&text, ' ');
	nsec_put(&text, 34213451000, 0);
	CHECK_STR(text_str(&text), "34.213451 34.213451 -0.000012 34");
	text_clear(&text);
	nsec_put(&text, NSEC_MIN, 9);
	CHECK_STR(text_str(&text), "-9223372036.854775808");
	text_clear(&text);
	nsec_put_short(&text, 34200000000);
	text_put_char(&text, ' ');
	nsec_put_short(&text, 0);
	text_put_char(&text, ' ');
	nsec_put_short(&text, -1);
	text_put_char(&text, ' ');
	nsec_put_short(&text, 100 * NSEC_SECOND);
	CHECK_STR(text_str(&text), "34.2 0 -0.000000001 100");
	text_free(&text);
}

static void
arithmetic(void)
{
	CHECK(nsec_floor(0, 10) == 0 && nsec_floor(9, 10) == 0 && nsec_floor(10, 10) == 1);
	CHECK(nsec_floor(-1, 10) == -1 && nsec_floor(-10, 10) == -1 && nsec_floor(-11, 10) == -2);
	CHECK(nsec_add(NSEC_MAX, 1) == NSEC_MAX && nsec_add(NSEC_MIN, -1) == NSEC_MIN);
	CHECK(nsec_add(NSEC_MAX, -1) == NSEC_MAX - 1 && nsec_add(2, -3) == -1);
	CHECK(nsec_sub(NSEC_MIN, 1) == NSEC_MIN && nsec_sub(NSEC_MAX, -1) == NSEC_MAX);
	CHECK(nsec_sub(-1, NSEC_MIN) == NSEC_MAX && nsec_sub(0, NSEC_MIN) == NSEC_MAX);
	CHECK(nsec_sub(2, 3) == -1);
}

int
main(void)
{
	parse();
	put();
	arithmetic();
	return check_failed;
}
