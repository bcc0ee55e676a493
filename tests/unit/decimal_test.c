/* decimal_test.c - numbers that users write */
#include "base/decimal.h"
#include "unit/check.h"

static bool
is(const char *text, uint64_t billionths)
{
	uint64_t value = 0;

	return decimal_parse(str_from(text), &value) && value == billionths;
}

int
main(void)
{
	static const char *const wrong[] = {"", ".", "e1", "1e", "-1", "+1", "1.2.3", "1 ", "0x1",
	    "1e1.5", "9000000001", "9e10", "1,5"};

	CHECK(is("2.5", 2500000000) && is("0.5", 500000000) && is(".5", 500000000));
	CHECK(is("5.", 5000000000) && is("0", 0) && is("0.1234567899", 123456789));
	CHECK(is("1e-6", 1000) && is("1.5E+3", 1500000000000) && is("25e-10", 2) &&
	    is("1e-99999", 0));
	CHECK(is("9000000000", 9000000000000000000u) && is("0e99999", 0));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		uint64_t value = 7;
		CHECK(!decimal_parse(str_from(wrong[i]), &value) && value == 7);
	}
	return check_failed;
}
