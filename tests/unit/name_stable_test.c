/* name_stable_test.c - names without what changes from build to build */
#include "profile/name_precise.h"
#include "profile/name_stable.h"

#include "unit/check.h"

static struct text text;

static struct str
stable(const char *name)
{
	text_clear(&text);
	name_stable_put(&text, str_from(name));
	return text_str(&text);
}

/* Of a whole symbol, in a style of names. */
static struct str
tidy(enum name_tidy tidy, const char *name)
{
	struct name_style style = {.tidy = tidy};
	struct frame frame = {
	    .symbol = str_from(name), .name = str_from(name), .module = STR("/tmp/perf-12.map")};

	text_clear(&text);
	name_precise_put(&text, &style, &frame);
	return text_str(&text);
}

static void
clones(void)
{
	CHECK_STR(stable("f.isra.0"), "f");
	CHECK_STR(stable("f.constprop.12"), "f");
	CHECK_STR(stable("f.part.3"), "f");
	CHECK_STR(stable("f.cold"), "f");
	CHECK_STR(stable("f.cold.7"), "f");
	CHECK_STR(stable("f.llvm.10487281939482733191"), "f");
	CHECK_STR(stable("f.isra.0.constprop.1.part.2.cold"), "f");
	CHECK_STR(stable("f.cold.part.0"), "f");
	/* No clones. */
	CHECK_STR(stable("main.part"), "main.part");
	CHECK_STR(stable("main.llvm"), "main.llvm");
	CHECK_STR(stable("f.isra"), "f.isra");
	CHECK_STR(stable("f.constprop.x"), "f.constprop.x");
	CHECK_STR(stable("f_cold"), "f_cold");
	CHECK_STR(stable("f.0"), "f.0");
	CHECK_STR(stable(".cold"), ".cold");
	CHECK_STR(stable(".isra.0"), ".isra.0");
	CHECK_STR(stable("12"), "12");
}

static void
hashes(void)
{
	CHECK_STR(stable("core::fmt::write::h0123456789abcdef"), "core::fmt::write");
	CHECK_STR(stable("a::h0123456789abcdef"), "a");
	CHECK_STR(stable("a::h0123456789abcdef.llvm.42"), "a");
	CHECK_STR(stable("<a as b>::c::h0123456789abcdef.cold"), "<a as b>::c");
	CHECK_STR(stable("a::h0123456789abcde"), "a::h0123456789abcde");
	CHECK_STR(stable("a::h0123456789abcdefa"), "a::h0123456789abcdefa");
	CHECK_STR(stable("a::h0123456789abcdeg"), "a::h0123456789abcdeg");
	CHECK_STR(stable("a::g0123456789abcdef"), "a::g0123456789abcdef");
	CHECK_STR(stable("::h0123456789abcdef"), "::h0123456789abcdef");
}

static void
lambdas(void)
{
	CHECK_STR(stable("org.foo.Bar$$Lambda$12.run"), "org.foo.Bar$$Lambda.run");
	CHECK_STR(stable("org.foo.Bar$$Lambda$12/0x08.run"), "org.foo.Bar$$Lambda.run");
	CHECK_STR(stable("org.foo.Bar$$Lambda$12/1234567890.run"), "org.foo.Bar$$Lambda.run");
	CHECK_STR(stable("org.foo.Bar$$Lambda/0x00007f0001003000.add"), "org.foo.Bar$$Lambda.add");
	CHECK_STR(stable("org.foo.Bar$$Lambda+0x00007f0001003000.add"), "org.foo.Bar$$Lambda.add");
	CHECK_STR(stable("org/foo/Bar$$Lambda$12.0x08::run"), "org/foo/Bar$$Lambda::run");
	CHECK_STR(stable("org/foo/Bar$$Lambda$12::add"), "org/foo/Bar$$Lambda::add");
	CHECK_STR(stable("Bar$$Lambda$7ad16f47b695d909.run"), "Bar$$Lambda.run");
	CHECK_STR(
	    stable("long Demo$$Lambda$2/0x00007ff580002000.apply"), "long Demo$$Lambda.apply");
	CHECK_STR(stable("Bar$$Lambda$12/0x08"), "Bar$$Lambda");
	CHECK_STR(stable("Bar$$Lambda"), "Bar$$Lambda");
	CHECK_STR(stable("A$$Lambda$1.f(LB$$Lambda$2/0x1f:)V"), "A$$Lambda.f(LB$$Lambda:)V");
	/* A method's name, and a word, though they begin like numbers. */
	CHECK_STR(stable("Bar$$Lambda.add"), "Bar$$Lambda.add");
	CHECK_STR(stable("Bar$$Lambda$12.face"), "Bar$$Lambda.face");
	CHECK_STR(stable("-$$Lambda$Activity$x.run"), "-$$Lambda$Activity$x.run");
	CHECK_STR(stable("Bar$$Lambda$add_1.run"), "Bar$$Lambda$add_1.run");
}

static void
accessors(void)
{
	CHECK_STR(stable("jdk.internal.reflect.GeneratedMethodAccessor12.invoke"),
	    "jdk.internal.reflect.GeneratedMethodAccessor.invoke");
	CHECK_STR(stable("sun/reflect/GeneratedMethodAccessor1::invoke"),
	    "sun/reflect/GeneratedMethodAccessor::invoke");
	CHECK_STR(stable("sun.reflect.GeneratedMethodAccessor12.add"),
	    "sun.reflect.GeneratedMethodAccessor.add");
	CHECK_STR(stable("a.GeneratedConstructorAccessor3.newInstance"),
	    "a.GeneratedConstructorAccessor.newInstance");
	CHECK_STR(stable("a.GeneratedSerializationConstructorAccessor9.newInstance"),
	    "a.GeneratedSerializationConstructorAccessor.newInstance");
	CHECK_STR(stable("a.GeneratedMethodAccessor12"), "a.GeneratedMethodAccessor");
	CHECK_STR(stable("A$$Lambda$1.f(LGeneratedMethodAccessor2:)"),
	    "A$$Lambda.f(LGeneratedMethodAccessor:)");
	CHECK_STR(stable("a.GeneratedMethodAccessor.invoke"), "a.GeneratedMethodAccessor.invoke");
}

static void
tiers(void)
{
	CHECK_STR(stable("LazyCompile:~f /a.js:1"), "LazyCompile:f /a.js:1");
	CHECK_STR(stable("LazyCompile:*f /a.js:1"), "LazyCompile:f /a.js:1");
	CHECK_STR(stable("Function:~f /a.js:1"), "Function:f /a.js:1");
	CHECK_STR(stable("Function:^f /a.js:1"), "Function:f /a.js:1");
	CHECK_STR(stable("JS:+f /a.js:1"), "JS:f /a.js:1");
	CHECK_STR(stable("JS:~ /a.js:1"), "JS: /a.js:1");
	CHECK_STR(stable("Eval:~ /a.js:1"), "Eval: /a.js:1");
	CHECK_STR(stable("Script:~ /a.js:1"), "Script: /a.js:1");
	CHECK_STR(stable("JS:f /a.js:1"), "JS:f /a.js:1");
	CHECK_STR(stable("JS:~"), "JS:~");
	CHECK_STR(stable("JS:"), "JS:");
	CHECK_STR(stable("Builtin:~f"), "Builtin:~f");
	CHECK_STR(stable("JSON:~f"), "JSON:~f");
}

/* Lorg/foo/Bar;::run is org/foo/Bar::run, and the class has its numbers. */
static void
descriptors(void)
{
	CHECK_STR(tidy(NAME_STABLE, "Lorg/foo/Bar$$Lambda$12;::run"), "org/foo/Bar$$Lambda::run");
	CHECK_STR(tidy(NAME_STABLE, "Lorg/foo/Bar$$Lambda$12/0x0000000800066840;::run"),
	    "org/foo/Bar$$Lambda::run");
	CHECK_STR(tidy(NAME_STABLE, "Lorg/foo/Bar$$Lambda$12/1234567890;::run"),
	    "org/foo/Bar$$Lambda::run");
	CHECK_STR(tidy(NAME_STABLE, "Lorg/foo/Bar$$Lambda$12.0x0000000800066840;::run"),
	    "org/foo/Bar$$Lambda::run");
	CHECK_STR(tidy(NAME_STABLE, "Lsun/reflect/GeneratedMethodAccessor12;::invoke"),
	    "sun/reflect/GeneratedMethodAccessor::invoke");
	CHECK_STR(tidy(NAME_STABLE, "La/A$$Lambda$1;::f->La/B$$Lambda$2;::g"),
	    "a/A$$Lambda::f;a/B$$Lambda::g");
	CHECK_STR(tidy(NAME_STABLE, "Lorg/foo/Bar;::run"), "org/foo/Bar::run");
	CHECK_STR(
	    tidy(NAME_PRECISE, "Lorg/foo/Bar$$Lambda$12;::run"), "org/foo/Bar$$Lambda$12::run");
}

int
main(void)
{
	clones();
	hashes();
	lambdas();
	accessors();
	tiers();
	descriptors();
	text_free(&text);
	return check_failed;
}
