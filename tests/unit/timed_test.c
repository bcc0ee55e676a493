/* timed_test.c - timed folded lines */
#include "profile/timed.h"
#include "unit/check.h"

static void
samples(void)
{
	struct timed t;

	CHECK(timed_parse(STR("34.213451 cpu=7 tid=1234/1250\tjava;run 1"), &t) == TIMED_SAMPLE);
	CHECK(t.time == 34213451000 && t.folded.weight.whole == 1);
	CHECK_STR(t.folded.stack, "java;run");
	CHECK_STR(timed_key(t.keys, STR("cpu")), "7");
	CHECK_STR(timed_key(t.keys, STR("tid")), "1234/1250");
	CHECK_STR(timed_key(t.keys, STR("event")), "");
	CHECK(timed_parse(STR("-0.000012\ta 1"), &t) == TIMED_SAMPLE && t.time == -12000);
	CHECK(timed_parse(STR("5\ta 1\r"), &t) == TIMED_SAMPLE && t.time == 5000000000);
	CHECK_STR(t.keys, "");
	CHECK(timed_parse(STR("1.5 new=key cpu=0\tcomm with blanks;f 2"), &t) == TIMED_SAMPLE);
	CHECK_STR(t.folded.stack, "comm with blanks;f");
	CHECK_STR(timed_key(t.keys, STR("cpu")), "0");
}

static nsec
time_of(const char *line)
{
	struct timed t;

	return timed_parse(str_from(line), &t) == TIMED_SAMPLE ? t.time : -1;
}

/* The usual form is read on a way of its own, which ends at nine digits on either side. */
static void
times(void)
{
	CHECK(time_of("0.1\ta 1") == 100000000 && time_of("0.12\ta 1") == 120000000);
	CHECK(time_of("0.1234567\ta 1") == 123456700 && time_of("0.12345678\ta 1") == 123456780);
	CHECK(time_of("999999999.123456789\ta 1") == 999999999123456789);
	CHECK(time_of("1795348020.124311289 cpu=1\ta 1") == 1795348020124311289);
	CHECK(time_of("9999999999.5\ta 1") == -1);
	CHECK(time_of("0000000001.000000002\ta 1") == 1000000002);
	CHECK(time_of("1.1234567890\ta 1") == 1123456789 && time_of("1.1234567891\ta 1") == -1);
	CHECK(time_of("1.\ta 1") == -1 && time_of(".5\ta 1") == -1 && time_of("1.5x\ta 1") == -1);
}

static void
plain(void)
{
	struct timed t = {.time = 99};

	CHECK(timed_parse(STR("java;run 1"), &t) == TIMED_PLAIN && t.time == 0);
	CHECK_STR(t.folded.stack, "java;run");
	/* A tab alone makes no time, and neither does a number without a tab. */
	CHECK(timed_parse(STR("java;run\t1"), &t) == TIMED_PLAIN);
	CHECK(timed_parse(STR("12 monkeys;run 1"), &t) == TIMED_PLAIN);
	CHECK_STR(t.folded.stack, "12 monkeys;run");
	CHECK(timed_parse(STR("12.5 monkeys;run 1"), &t) == TIMED_PLAIN && t.time == 0);
	CHECK(timed_parse(STR("#1;run 1"), &t) == TIMED_PLAIN);
	CHECK_STR(t.folded.stack, "#1;run");
}

static void
others(void)
{
	struct timed t;

	CHECK(
	    timed_parse(STR(""), &t) == TIMED_BLANK && timed_parse(STR(" \t"), &t) == TIMED_BLANK);
	CHECK(timed_parse(STR("# another tool's"), &t) == TIMED_BLANK);
	CHECK(timed_parse(STR("# origin=\"28648\""), &t) == TIMED_COMMENT);
	CHECK_STR(t.key, "origin");
	CHECK_STR(t.value, "28648");
	CHECK(timed_parse(STR("no count"), &t) == TIMED_BROKEN);
	CHECK(timed_parse(STR("1.5 cpu=1\tno count"), &t) == TIMED_BROKEN);
	CHECK(timed_parse(STR("1.5 cpu=1\t"), &t) == TIMED_BROKEN);
	CHECK(timed_parse(STR("99999999999.0\ta 1"), &t) == TIMED_BROKEN);
}

int
main(void)
{
	samples();
	times();
	plain();
	others();
	return check_failed;
}
