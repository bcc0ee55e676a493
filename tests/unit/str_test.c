/* str_test.c - text as pointer and length */
#include "base/str.h"
#include "unit/check.h"

static void
order(void)
{
	CHECK(str_compare(STR("a"), STR("ab")) < 0);
	CHECK(str_compare(STR("b"), STR("ab")) > 0);
	CHECK(str_compare(STR("ab"), STR("ab")) == 0);
	CHECK(str_compare(STR(""), STR("")) == 0);
	CHECK(str_compare(STR("\xff"), STR("a")) > 0); /* bytes are unsigned */
	CHECK(str_compare(STR("a\0b"), STR("a\0c")) < 0);
	CHECK(str_equal((struct str){0}, STR("")));
	CHECK(!str_equal(STR("a"), STR("a\0")));
}

static void
find(void)
{
	struct str s = STR("abcabc");

	CHECK(str_find_char(s, 'b') == 1);
	CHECK(str_find_char_last(s, 'b') == 4);
	CHECK(str_find_char(s, 'x') == s.n && str_find_char_last(s, 'x') == s.n);
	CHECK(str_find_char((struct str){0}, 'x') == 0);
	CHECK(str_find(s, STR("ca")) == 2);
	CHECK(str_find(s, STR("abc")) == 0 && str_find_last(s, STR("abc")) == 3);
	CHECK(str_find(s, STR("abcabcd")) == s.n && str_find_last(s, STR("abcabcd")) == s.n);
	CHECK(str_find(s, STR("cc")) == s.n && str_find_last(s, STR("cc")) == s.n);
	CHECK(str_find(STR("aaab"), STR("ab")) == 2);
	CHECK(str_holds_nocase(STR("do_SoftIRQ"), STR("softirq")));
	CHECK(!str_holds_nocase(STR("softir"), STR("softirq")));
	CHECK(str_starts(s, STR("ab")) && !str_starts(s, STR("b")));
	CHECK(str_ends(s, STR("bc")) && !str_ends(s, STR("b")) && str_ends(s, STR("")));
}

static void
parts(void)
{
	struct str rest = STR("a\nb\r\n\nlast"), part;

	CHECK(str_line(&rest, &part) && str_equal(part, STR("a")));
	CHECK(str_line(&rest, &part) && str_equal(part, STR("b")));
	CHECK(str_line(&rest, &part) && str_equal(part, STR("")));
	CHECK(str_line(&rest, &part) && str_equal(part, STR("last")));
	CHECK(!str_line(&rest, &part));
	CHECK(str_equal(str_last_line(STR("a\nbc\n")), STR("bc")));
	CHECK(str_equal(str_last_line(STR("a\nbc\r\n")), STR("bc")));
	CHECK(str_equal(str_last_line(STR("a\n\n")), STR("")));
	CHECK(str_equal(str_last_line(STR("one\n")), STR("one")));
	rest = STR("a,,b,");
	CHECK(str_field(&rest, ',', &part) && str_equal(part, STR("a")));
	CHECK(str_field(&rest, ',', &part) && str_equal(part, STR("")));
	CHECK(str_field(&rest, ',', &part) && str_equal(part, STR("b")));
	CHECK(!str_field(&rest, ',', &part));
	CHECK_STR(str_trim(STR(" \t a b\t ")), "a b");
	CHECK_STR(str_trim(STR(" \t ")), "");
	CHECK_STR(str_trim_left(STR(" a ")), "a ");
	CHECK_STR(str_trim_right(STR(" a ")), " a");
	CHECK_STR(str_base(STR("/usr/lib/libc.so.6")), "libc.so.6");
	CHECK_STR(str_base(STR("libc")), "libc");
	CHECK_STR(str_base(STR("dir/")), "");
}

static void
spans(void)
{
	CHECK(str_span_digits(STR("12a")) == 2 && str_span_digits(STR("")) == 0);
	CHECK(str_span_hex(STR("09afg")) == 4 && str_span_hex(STR("AF")) == 0);
	CHECK(str_span_blanks(STR(" \t\n")) == 2);
	CHECK(str_is_control('\x1f') && str_is_control('\x7f') && str_is_control('\0'));
	CHECK(!str_is_control(' ') && !str_is_control('\x80'));
}

/* Every byte counts, and so does where it stands: the lengths around the 8 and 16 of the loop. */
static void
hash(void)
{
	char bytes[40] = {0};

	for (size_t n = 1; n < sizeof(bytes); n++) {
		uint64_t zeros = str_hash((struct str){bytes, n});
		CHECK(zeros != str_hash((struct str){bytes, n - 1}));
		for (size_t i = 0; i < n; i++) {
			bytes[i] = 1;
			CHECK(zeros != str_hash((struct str){bytes, n}));
			bytes[i] = 0;
		}
	}
	CHECK(str_hash(STR("ab")) != str_hash(STR("ba")));
}

int
main(void)
{
	order();
	find();
	parts();
	spans();
	hash();
	return check_failed;
}
