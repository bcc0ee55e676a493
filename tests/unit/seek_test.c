/* seek_test.c - which files vouch for their order, and what is passed over in them */
#include "profile/seek.h"

#include "unit/check.h"

#include <stdlib.h>
#include <unistd.h>

enum { SAMPLES = 40000 };

/* Writes a file of the body and then the end; returns its name. */
static char *
write_file(struct str body, struct str end)
{
	static char path[] = "seek_test.XXXXXX";

	memcpy(path, "seek_test.XXXXXX", sizeof(path));
	int fd = mkstemp(path);
	CHECK(fd >= 0);
	CHECK(write(fd, body.s, body.n) == (ssize_t)body.n);
	CHECK(write(fd, end.s, end.n) == (ssize_t)end.n);
	close(fd);
	return path;
}

/* What seek_begin makes of it. */
static struct seek
begin(struct str body, struct str end, bool sorted)
{
	char *operand = write_file(body, end);
	struct window window = {0};
	struct seek seek = {0};
	struct lines lines;
	struct timed timed;

	window_settle(&window, &(struct span_stream){0}, true);
	lines_open(&lines, &operand, 1, 0);
	while (lines_next(&lines, &timed) != TIMED_SAMPLE)
		;
	CHECK(seek_begin(&seek, &lines, &window, timed.time, sorted));
	lines_close(&lines);
	window_free(&window);
	unlink(operand);
	return seek;
}

static bool
vouches(struct str body, struct str end)
{
	struct seek seek = begin(body, end, false);
	bool on = seek.on;

	seek_free(&seek);
	return on;
}

static void
vouching(void)
{
	struct str body = STR("# fs-folded=\"1\"\n1.0\ta 1\n2.0\ta 1\n"); /* 32 bytes */
	struct seek seek = begin(body, STR("# end=\"disorder=0.003 bytes=32\"\n"), false);

	CHECK(body.n == 32);
	CHECK(seek.on && seek.vouched && seek.slack == 3000000 && seek.end == 32);
	seek_free(&seek);
	CHECK(!vouches(body, STR("")));
	CHECK(!vouches(body, STR("# end=\"disorder=0.003 bytes=31\"\n")));
	CHECK(!vouches(body, STR("# end=\"disorder=0.003 bytes=33\"\n")));
	CHECK(!vouches(body, STR("# end=\"bytes=32\"\n")));
	CHECK(!vouches(body, STR("# end=\"disorder=-1 bytes=32\"\n")));
	CHECK(!vouches(body, STR("# end=\"disorder=0.003\"\n")));
	CHECK(!vouches(body, STR("# begin=\"disorder=0.003 bytes=32\"\n")));
	CHECK(!vouches(body, STR("# end=\"disorder=0.003 bytes=32\"\n3.0\ta 1\n")));
	CHECK(!vouches(body, STR("# end=\"disorder=0.003 bytes=32\"")));
	seek = begin(body, STR(""), true);
	CHECK(seek.on && !seek.vouched && seek.slack == 0 && seek.end == 32);
	seek_free(&seek);
}

/* Samples a millisecond apart, the stack of some longer than what is read at a time. */
static void
put_samples(struct text *body)
{
	for (int i = 0; i < SAMPLES; i++) {
		nsec_put(body, (nsec)i * 1000000, 3);
		text_put(body, STR("\tmain"));
		for (int k = 0; k < (i % 5000 == 4999 ? 50000 : 3); k++)
			text_put(body, STR(";frame"));
		text_put(body, STR(" 1\n"));
	}
}

/* How many samples are read, and how many of them belong to the window. */
static void
walk(char *operand, struct window *window, int *read, int *held)
{
	struct seek seek = {0};
	struct lines lines;
	struct timed timed;
	uint64_t piece = 0;

	*read = *held = 0;
	lines_open(&lines, &operand, 1, 4096);
	while (lines_next(&lines, &timed) == TIMED_SAMPLE) {
		++*read;
		if (piece++ == 0)
			CHECK(seek_begin(&seek, &lines, window, timed.time, true));
		CHECK(seek_check(&seek, timed.time));
		if (window_holds(window, timed.time))
			++*held;
		else if (seek_may_leave(&seek, timed.time))
			CHECK(seek_leave(&seek, &lines, window, timed.time));
	}
	lines_close(&lines);
	seek_free(&seek);
}

static void
passing_over(void)
{
	struct text body = {0};
	struct window window = {0};
	int read, held;

	put_samples(&body);
	char *operand = write_file(text_str(&body), STR(""));
	window_add_pair(&window, STR("5.5,5.6"));
	window_add_pair(&window, STR("20,20.003"));
	window_add_pair(&window, STR("39.999,end"));
	window_settle(&window, &(struct span_stream){0}, false);
	walk(operand, &window, &read, &held);
	CHECK(held == 100 + 3 + 1);
	/* Three times what is sooner read than searched, and not 40,000. */
	CHECK(read > held && read < 15000);
	window_free(&window);
	unlink(operand);
	text_free(&body);
}

int
main(void)
{
	vouching();
	passing_over();
	return check_failed;
}
