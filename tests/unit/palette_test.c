/* palette_test.c - which colour a frame has */
#include "picture/palette.h"
#include "unit/check.h"

#include <stdio.h>

static bool
is_package(const char *name, const char *package)
{
	return str_equal(palette_package(str_from(name)), str_from(package));
}

static void
packages(void)
{
	CHECK(is_package("libc.so.6`read", "libc.so.6"));
	CHECK(is_package("org/foo/Bar::run", "org/foo"));
	CHECK(is_package("net/http.(*Client).Do", "net/http"));
	CHECK(is_package("net/http.Get", "net/http"));
	CHECK(is_package("main.run", "main"));
	CHECK(is_package("ns::cls::f", "ns"));
	CHECK(is_package("core::fmt::write", "core"));
	CHECK(is_package("read", ""));
	CHECK(is_package("operator()", ""));
	CHECK(is_package("", ""));
	CHECK(is_package("<alloc::vec::Vec<T> as Drop>::drop", ""));
}

static bool
is_same(enum palette palette, const char *a, const char *b, enum frame_kind kind)
{
	struct color x = palette_color(palette, str_from(a), kind);
	struct color y = palette_color(palette, str_from(b), kind);

	return memcmp(&x, &y, sizeof(x)) == 0;
}

/* Whether a palette that chooses among others gives name what that other one does. */
static bool
is_as(enum palette palette, const char *name, enum frame_kind kind, enum palette other)
{
	struct color x = palette_color(palette, str_from(name), kind);
	struct color y = palette_color(other, str_from(name), kind);

	return memcmp(&x, &y, sizeof(x)) == 0;
}

static void
languages(void)
{
	CHECK(is_as(PALETTE_JAVA, "a", FRAME_KERNEL, PALETTE_ORANGE));
	CHECK(is_as(PALETTE_JAVA, "a", FRAME_JIT, PALETTE_GREEN));
	CHECK(is_as(PALETTE_JAVA, "a", FRAME_INLINED, PALETTE_AQUA));
	CHECK(is_as(PALETTE_JAVA, "Ljava/lang/String", FRAME_USER, PALETTE_GREEN));
	CHECK(is_as(PALETTE_JAVA, "io/netty/Foo", FRAME_USER, PALETTE_GREEN));
	CHECK(is_as(PALETTE_JAVA, "JavaThread::run", FRAME_USER, PALETTE_YELLOW));
	CHECK(is_as(PALETTE_JAVA, "read", FRAME_USER, PALETTE_RED));
	CHECK(is_as(PALETTE_JS, "LazyCompile:~f /a.js:1", FRAME_JIT, PALETTE_GREEN));
	CHECK(is_as(PALETTE_JS, "Builtin:f", FRAME_JIT, PALETTE_AQUA));
	CHECK(is_as(PALETTE_JS, "v8::f", FRAME_USER, PALETTE_YELLOW));
	CHECK(is_as(PALETTE_JS, "f /a.js", FRAME_USER, PALETTE_GREEN));
	CHECK(is_as(PALETTE_JS, "Stub:f", FRAME_USER, PALETTE_AQUA));
	CHECK(is_as(PALETTE_JS, "read", FRAME_USER, PALETTE_RED));
	CHECK(is_as(PALETTE_JS, "read", FRAME_KERNEL, PALETTE_ORANGE));
	CHECK(is_as(PALETTE_PERL, "A::f", FRAME_USER, PALETTE_YELLOW));
	CHECK(is_as(PALETTE_PERL, "Perl_pp", FRAME_USER, PALETTE_GREEN));
	CHECK(is_as(PALETTE_PERL, "read", FRAME_KERNEL, PALETTE_ORANGE));
	CHECK(is_as(PALETTE_PYTHON, "f (/x/site-packages/y.py:3)", FRAME_USER, PALETTE_AQUA));
	CHECK(is_as(PALETTE_PYTHON, "f (/usr/lib/python3.11/json.py:3)", FRAME_USER, PALETTE_RED));
	CHECK(is_as(PALETTE_PYTHON, "<module> (app.py:3)", FRAME_USER, PALETTE_YELLOW));
	CHECK(is_as(PALETTE_PYTHON, "f (app.py:3)", FRAME_USER, PALETTE_GREEN));
	CHECK(is_as(PALETTE_RUST, "core::fmt::write", FRAME_USER, PALETTE_ORANGE));
	CHECK(is_as(PALETTE_RUST, "app::run", FRAME_USER, PALETTE_AQUA));
	CHECK(is_as(PALETTE_RUST, "read", FRAME_USER, PALETTE_YELLOW));
	CHECK(is_as(PALETTE_CHAIN, "read", FRAME_WAKER, PALETTE_AQUA));
	CHECK(is_as(PALETTE_CHAIN, "read", FRAME_USER, PALETTE_BLUE));
}

static void
own(void)
{
	CHECK(!is_same(PALETTE_MODULE, "a.so`f", "a.so`g", FRAME_USER));
	CHECK(is_same(PALETTE_KIND, "f", "f", FRAME_USER));
	struct color module = palette_color(PALETTE_MODULE, STR("f"), FRAME_KERNEL);
	CHECK(module.blue > module.red + 20);
	struct color kernel = palette_color(PALETTE_KIND, STR("f"), FRAME_KERNEL);
	struct color user = palette_color(PALETTE_KIND, STR("f"), FRAME_USER);
	CHECK(memcmp(&kernel, &user, sizeof(kernel)) != 0);
	struct color color = {0};
	CHECK(palette_kind(PALETTE_JAVA, FRAME_JIT, &color) && color.green > color.red);
	CHECK(!palette_kind(PALETTE_HOT, FRAME_JIT, &color));
	CHECK(color_parse(STR("#0aF"), &color) && color.red == 0 && color.green == 0xaa &&
	    color.blue == 0xff);
	CHECK(color_parse(STR("#102030"), &color) && color.blue == 0x30);
	CHECK(!color_parse(STR("#12345"), &color) && !color_parse(STR("red"), &color) &&
	    !color_parse(STR("#gggggg"), &color) && color.blue == 0x30);
}

/* How many colours 20,000 names have. */
static size_t
shades(enum palette palette)
{
	static bool met[1 << 24];
	char name[32];
	size_t n = 0;

	memset(met, 0, sizeof(met));
	for (int i = 0; i < 20000; i++) {
		snprintf(name, sizeof(name), "function_%d", i);
		struct color color = palette_color(palette, str_from(name), FRAME_USER);
		bool *seen = &met[color.red << 16 | color.green << 8 | color.blue];
		n += !*seen;
		*seen = true;
	}
	return n;
}

/* Many enough that neighbours differ, few enough for a browser. */
static void
many(void)
{
	const enum palette palettes[] = {PALETTE_KIND, PALETTE_HOT, PALETTE_MEM, PALETTE_IO};

	for (size_t i = 0; i < sizeof(palettes) / sizeof(*palettes); i++)
		CHECK(shades(palettes[i]) > 400 && shades(palettes[i]) <= 512);
	CHECK(shades(PALETTE_RED) >= 50);
}

int
main(void)
{
	packages();
	languages();
	own();
	many();
	return check_failed;
}
