/* number_test.c - whole numbers */
#include "base/number.h"
#include "unit/check.h"

static bool
refuses(struct str s)
{
	uint64_t number = 42;

	return !number_parse(s, &number) && number == 42;
}

static void
parse(void)
{
	uint64_t number;

	CHECK(number_parse(STR("0"), &number) && number == 0);
	CHECK(number_parse(STR("18446744073709551615"), &number) && number == UINT64_MAX);
	CHECK(number_parse(STR("000000000000000000000012"), &number) && number == 12);
	CHECK(refuses(STR("18446744073709551616")) && refuses(STR("99999999999999999999")));
	CHECK(refuses(STR("")) && refuses(STR("-1")) && refuses(STR("1 ")) && refuses(STR("1a")));
	CHECK(refuses(STR("1\0")));
	CHECK(number_parse_hex(STR("fFfFffffffffffff"), &number) && number == UINT64_MAX);
	CHECK(number_parse_hex(STR("98a97"), &number) && number == 625303);
	CHECK(!number_parse_hex(STR("10000000000000000"), &number));
	CHECK(!number_parse_hex(STR("0x1"), &number) && !number_parse_hex(STR("g"), &number));
}

static void
add(void)
{
	uint64_t sum = UINT64_MAX - 1;

	CHECK(number_add(&sum, 1) && sum == UINT64_MAX);
	CHECK(!number_add(&sum, 1) && sum == UINT64_MAX);
}

/* The wanted numbers are those of arithmetic without limits (bc). */
static void
scale(void)
{
	CHECK(number_scale(1, 12000, 3) == 4000);
	CHECK(number_scale(2, 12000, 7) == 3428);
	CHECK(number_scale(0, 12000, 7) == 0 && number_scale(7, 12000, 7) == 12000);
	CHECK(number_scale(0, 12000, 0) == 0 && number_scale(5, 0, 7) == 0);
	CHECK(number_scale(UINT64_MAX, 12000, UINT64_MAX) == 12000);
	CHECK(number_scale(UINT64_MAX - 1, 12000, UINT64_MAX) == 11999);
	CHECK(number_scale(9223372036854775808u, 11800, UINT64_MAX) == 5900);
	CHECK(number_scale(9007199254740993, 12000, 9007199254740994) == 11999);
	CHECK(number_scale(6148914691236517205, 4294967295, UINT64_MAX) == 1431655765);
}

static uint32_t
eight(const char *digits)
{
	return number_eight(number_load(digits));
}

/* Eight digits at one go; one byte that is none, wherever it stands and whatever it is, is seen. */
static void
eight_digits(void)
{
	char digits[] = "00000000";

	CHECK(eight("00000000") == 0 && eight("12345678") == 12345678);
	CHECK(eight("99999999") == 99999999 && eight("00000009") == 9 &&
	    eight("90000000") == 90000000);
	for (size_t i = 0; i < 8; i++) {
		for (int byte = 0; byte < 256; byte++) {
			digits[i] = (char)byte;
			CHECK((eight(digits) <= 99999999) == (byte >= '0' && byte <= '9'));
		}
		digits[i] = '9';
	}
}

int
main(void)
{
	parse();
	eight_digits();
	add();
	scale();
	return check_failed;
}
