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

/* What stands before a blank, as in a line. */
static bool
takes(const char *s, size_t n, nsec time)
{
	nsec got = 42;

	return nsec_take(str_from(s), &got) == n && (n == 0 ? got == 42 : got == time);
}

static void
take(void)
{
	CHECK(
	    takes("0.000001 cpu=12345", 8, 1000) && takes("34.213451\tmain 12345", 9, 34213451000));
	CHECK(takes("1234567.999999 main", 14, 1234567999999000));
	CHECK(takes("12345678.123456 mai", 15, 12345678123456000));
	CHECK(takes("7.123456789 main 123", 11, 7123456789) &&
	    takes("7.5 main 1234567890", 3, 7500000000));
	CHECK(takes("7.1234567 main 12345", 9, 7123456700) &&
	    takes("7.12345 main 123456", 7, 7123450000));
	CHECK(takes("1.123456", 8, 1123456000) &&
	    takes("999999999.5 main 123", 11, 999999999500000000));
	CHECK(takes("1.12a456 main 123456", 4, 1120000000) && takes("1a3.123456 main 1234", 0, 0));
	CHECK(takes(".123456 main 1234567", 0, 0) && takes("-1.123456 main 12345", 0, 0));
	CHECK(takes("1/.123456 main 12345", 0, 0) && takes("1:3.123456 main 1234", 0, 0));
	CHECK(takes("1.1234567890 main 12", 0, 0) && takes("main;a.b 1 1 1 1 1 1", 0, 0));
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
	take();
	parse();
	put();
	arithmetic();
	return check_failed;
}
