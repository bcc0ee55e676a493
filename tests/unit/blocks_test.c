/* blocks_test.c - blocks through workers, results in order */
#include "base/blocks.h"
#include "base/number.h"
#include "unit/check.h"

#include <stdlib.h>
#include <unistd.h>

enum { LINES = 5000, MOST_WORKERS = 8 };

struct state {
	uint64_t lines, sum;
};

struct result {
	uint64_t lines;
};

static const char facts[] = "shared";

/* Sums the numbers, and passes the lines on with a mark. */
static void
add_up(const void *what, void *state, struct block *block)
{
	struct state *mine = state;
	struct result *result = block->result;
	struct str rest = block->text, line;
	uint64_t number;

	CHECK(what == facts && result->lines == 0 && block->out.n == 0);
	while (str_line(&rest, &line)) {
		if (number_parse(line, &number))
			mine->sum += number;
		mine->lines++;
		result->lines++;
		text_put_char(&block->out, '>');
		text_put(&block->out, line);
		text_put_char(&block->out, '\n');
	}
}

struct sink {
	struct text all;
	uint64_t lines;
};

static void
collect(void *sink, const struct block *block)
{
	struct sink *into = sink;
	const struct result *result = block->result;

	text_put(&into->all, text_str(&block->out));
	into->lines += result->lines;
}

static void
write_numbers(int fd, struct text *marked)
{
	struct text text = {0};

	for (uint64_t i = 0; i < LINES; i++) {
		text_put_number(&text, i);
		text_put_char(&text, '\n');
		text_put_char(marked, '>');
		text_put_number(marked, i);
		text_put_char(marked, '\n');
	}
	CHECK(write(fd, text.s, text.n) == (ssize_t)text.n);
	text_free(&text);
}

static void
run(char *name, struct str want, int workers, size_t block_size)
{
	struct state states[MOST_WORKERS] = {{0, 0}}, all = {0, 0};
	void *handed[MOST_WORKERS];
	struct sink sink = {{0}, 0};
	struct input in;

	for (int i = 0; i < MOST_WORKERS; i++)
		handed[i] = &states[i];
	input_open(&in, &name, 1, block_size);
	CHECK(input_next(&in));
	struct blocks plan = {.input = &in,
	    .cut = input_after_last_line,
	    .work = add_up,
	    .merge = collect,
	    .facts = facts,
	    .sink = &sink,
	    .states = handed,
	    .workers = workers,
	    .result_size = sizeof(struct result)};
	blocks_run(&plan);
	for (int i = 0; i < MOST_WORKERS; i++) {
		all.lines += states[i].lines;
		all.sum += states[i].sum;
	}
	CHECK(all.lines == LINES && sink.lines == LINES);
	CHECK(all.sum == (uint64_t)LINES * (LINES - 1) / 2);
	CHECK(str_equal(text_str(&sink.all), want));
	text_free(&sink.all);
	input_close(&in);
}

int
main(void)
{
	const int workers[] = {1, 2, 8};
	const size_t sizes[] = {1, 100, 4096, 0};
	char name[] = "blocks-test.XXXXXX";
	struct text marked = {0};
	int fd = mkstemp(name);

	write_numbers(fd, &marked);
	for (size_t i = 0; i < sizeof(workers) / sizeof(*workers); i++)
		for (size_t k = 0; k < sizeof(sizes) / sizeof(*sizes); k++)
			run(name, text_str(&marked), workers[i], sizes[k]);
	int n = blocks_default_workers();
	CHECK(n >= 1 && n <= 4);
	text_free(&marked);
	close(fd);
	unlink(name);
	return check_failed;
}
