/* window_test.c - ranges of time */
#include "profile/window.h"

#include "unit/check.h"

static struct text text;

/* The spans of some pairs, between blanks, as window_put writes them. */
static struct str
spans(const char *pairs, bool except)
{
	struct str rest = str_from(pairs), pair;
	struct window window = {0};

	while (str_field(&rest, ' ', &pair))
		window_add_pair(&window, pair);
	window_settle(&window, &(struct span_stream){.origin = 100 * NSEC_SECOND}, except);
	text_clear(&text);
	window_put(&text, &window);
	window_free(&window);
	return text_str(&text);
}

static void
unions(void)
{
	CHECK_STR(spans("1,2", false), "1,2");
	CHECK_STR(spans("5,6 1,2", false), "1,2 5,6");
	CHECK_STR(spans("1,3 2,4", false), "1,4");
	CHECK_STR(spans("1,9 2,3 4,5", false), "1,9");
	CHECK_STR(spans("1,2 2,3", false), "1,3");
	CHECK_STR(spans("1,1", false), "none");
	CHECK_STR(spans("1,1 4,5", false), "4,5");
	CHECK_STR(spans("start,2 3,end", false), "start,2 3,end");
	CHECK_STR(spans("@134.2,+80ms", false), "34.2,34.28");
	CHECK_STR(spans("@99,0.5", false), "-1,0.5");
}

static void
complements(void)
{
	CHECK_STR(spans("1,2", true), "start,1 2,end");
	CHECK_STR(spans("start,2", true), "2,end");
	CHECK_STR(spans("start,2 5,end", true), "2,5");
	CHECK_STR(spans("start,end", true), "none");
	CHECK_STR(spans("1,1", true), "start,end");
	CHECK_STR(spans("5,6 1,2", true), "start,1 2,5 6,end");
}

static void
borders(void)
{
	struct window window = {0};

	window_add_pair(&window, STR("1,2"));
	window_add_pair(&window, STR("5,6"));
	window_settle(&window, &(struct span_stream){0}, false);
	for (int again = 0; again < 2; again++) {
		CHECK(!window_holds(&window, NSEC_SECOND - 1));
		CHECK(window_holds(&window, NSEC_SECOND));
		CHECK(window_holds(&window, 2 * NSEC_SECOND - 1));
		CHECK(!window_holds(&window, 2 * NSEC_SECOND));
		CHECK(!window_holds(&window, 5 * NSEC_SECOND - 1));
		CHECK(window_holds(&window, 5 * NSEC_SECOND));
		CHECK(!window_holds(&window, 6 * NSEC_SECOND));
		CHECK(!window_holds(&window, 1000 * NSEC_SECOND));
		CHECK(window_holds(&window, 2 * NSEC_SECOND - 1));
		CHECK(!window_holds(&window, -NSEC_SECOND));
	}
	window_free(&window);
}

int
main(void)
{
	unions();
	complements();
	borders();
	text_free(&text);
	return check_failed;
}
