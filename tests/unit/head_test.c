/* head_test.c - the comments of a stream */
#include "profile/head.h"
#include "unit/check.h"

static bool
reads(struct str line, const char *key, const char *value)
{
	struct str got_key, got_value;

	return head_parse(line, &got_key, &got_value) && str_equal(got_key, str_from(key)) &&
	    str_equal(got_value, str_from(value));
}

static void
parse(void)
{
	struct str key, value;

	CHECK(reads(STR("# origin=\"28648\""), "origin", "28648"));
	CHECK(reads(STR("# cmdline=\"\""), "cmdline", ""));
	CHECK(reads(STR("# cmdline=\"perf -e \"x\" y=z\""), "cmdline", "perf -e \"x\" y=z"));
	CHECK(!head_parse(STR("# origin=28648"), &key, &value));
	CHECK(!head_parse(STR("# origin=\""), &key, &value));
	CHECK(!head_parse(STR("#origin=\"1\""), &key, &value));
	CHECK(!head_parse(STR("# =\"1\""), &key, &value));
	CHECK(!head_parse(STR("# two words=\"1\""), &key, &value));
	CHECK(!head_parse(STR("# a;b=\"1\""), &key, &value));
	CHECK(!head_parse(STR("# a=\"1\" 5"), &key, &value));
	CHECK(!head_parse(STR(""), &key, &value));
}

/* What is written is read again. */
static void
round_trip(void)
{
	struct text text = {0};
	struct str rest, line;

	head_put(&text, STR("cmdline"), STR("a\nb\t\"c\" \xff"));
	rest = text_str(&text);
	CHECK(str_line(&rest, &line) && rest.n == 0);
	CHECK(reads(line, "cmdline", "a b \"c\" \xff"));
	text_free(&text);
}

static void
fields(void)
{
	struct head head = {0};
	struct str end = STR("kept=6620 idle=7811 bytes=22");

	for (int i = 0; i < 100; i++)
		head_add(&head, STR("range"), i ? STR("later") : STR("first"));
	head_add(&head, STR("hostname"), STR("db1"));
	CHECK_STR(head_get(&head, STR("range")), "first");
	CHECK_STR(head_get(&head, STR("hostname")), "db1");
	CHECK(head_get(&head, STR("host")).s == NULL && head.n == 101);
	head_free(&head);
	CHECK_STR(head_word(end, STR("idle")), "7811");
	CHECK_STR(head_word(end, STR("bytes")), "22");
	CHECK(head_word(end, STR("dle")).s == NULL && head_word(end, STR("")).s == NULL);
}

int
main(void)
{
	parse();
	round_trip();
	fields();
	return check_failed;
}
