/* input_test.c - operands, piece by piece, block by block */
#include "base/input.h"
#include "unit/check.h"

#include <stdlib.h>
#include <unistd.h>

/* A file of that text; the caller frees and unlinks its name. */
static char *
file_of(struct str s)
{
	char *name = strdup("input-test.XXXXXX");
	int fd = mkstemp(name);

	CHECK(fd >= 0 && write(fd, s.s, s.n) == (ssize_t)s.n);
	close(fd);
	return name;
}

/* Whatever the size of a block: whole lines, none over the end of a piece, all bytes. */
static void
blocks(size_t block_size)
{
	struct str texts[] = {
	    STR("one\ntwo\nthree four five six\n\nno newline"), STR(""), STR("2nd piece\nof it\n")};
	char *names[3];
	struct input in;
	struct str block;
	size_t pieces = 0;

	for (size_t i = 0; i < 3; i++)
		names[i] = file_of(texts[i]);
	input_open(&in, names, 3, block_size);
	for (; input_next(&in); pieces++) {
		struct text all = {0};
		CHECK(in.size == texts[pieces].n && strcmp(in.name, names[pieces]) == 0);
		while (input_block(&in, input_after_last_line, NULL, &block)) {
			text_put(&all, block);
			CHECK(all.n == texts[pieces].n || str_ends(block, STR("\n")));
		}
		CHECK(str_equal(text_str(&all), texts[pieces]));
		text_free(&all);
	}
	CHECK(pieces == 3 && in.pieces == 3);
	input_close(&in);
	for (size_t i = 0; i < 3; i++) {
		unlink(names[i]);
		free(names[i]);
	}
}

/* Blocks handed to the caller stay good while further ones are read. */
static void
kept(void)
{
	char *name = file_of(STR("a\nbb\nccc\ndddd\n"));
	struct input in;
	struct text first = {0}, second = {0};

	input_open(&in, &name, 1, 4);
	CHECK(input_next(&in));
	CHECK(input_block_into(&in, input_after_last_line, NULL, &first));
	CHECK(input_block_into(&in, input_after_last_line, NULL, &second));
	CHECK_STR(text_str(&first), "a\n");
	CHECK_STR(text_str(&second), "bb\n");
	CHECK(input_block_into(&in, input_after_last_line, NULL, &first));
	CHECK_STR(text_str(&first), "ccc\n");
	input_close(&in);
	text_free(&first);
	text_free(&second);
	unlink(name);
	free(name);
}

static void
pushed_back(void)
{
	char *name = file_of(STR("0123456789"));
	struct input in;
	struct text text = {0};

	input_open(&in, &name, 1, 0);
	CHECK(input_next(&in) && input_read(&in, &text, 4));
	input_push_back(&in, text_str(&text));
	text_clear(&text);
	CHECK(input_ready(&in));
	CHECK(input_read(&in, &text, 2) && str_equal(text_str(&text), STR("01")));
	input_push_back(&in, STR("01"));
	text_clear(&text);
	while (input_read(&in, &text, 100))
		;
	CHECK_STR(text_str(&text), "0123456789");
	input_close(&in);
	text_free(&text);
	unlink(name);
	free(name);
}

/* A producer that pauses is not waited for: a block is what has come. */
static void
live(void)
{
	int ends[2];
	struct input in;
	struct str block;

	CHECK(pipe(ends) == 0 && dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
	input_open(&in, NULL, 0, 0);
	CHECK(input_next(&in) && strcmp(in.name, "standard input") == 0);
	int milliseconds = 5;
	CHECK(!input_ready(&in) && !input_wait(&in, &milliseconds) && milliseconds == 0);
	CHECK(write(ends[1], "a\nhal", 5) == 5);
	CHECK(input_ready(&in) && input_block(&in, input_after_last_line, NULL, &block));
	CHECK_STR(block, "a\n");
	CHECK(!input_ready(&in));
	CHECK(write(ends[1], "f\nend", 5) == 5);
	CHECK(input_block(&in, input_after_last_line, NULL, &block));
	CHECK_STR(block, "half\n");
	close(ends[1]);
	CHECK(input_block(&in, input_after_last_line, NULL, &block));
	CHECK_STR(block, "end");
	CHECK(!input_block(&in, input_after_last_line, NULL, &block) && !input_next(&in));
	input_close(&in);
}

static size_t looked; /* bytes that a cut was handed, again and again */

static size_t
cut_nowhere(const void *facts, struct str text)
{
	(void)facts;
	looked += text.n;
	return 0;
}

/* A pipe gives little at a time; a record without an end in sight is not looked through for each
 * bit. */
static void
long_record(void)
{
	enum { BITS = 4096, BIT = 4096 };
	static char bit[BIT];
	int ends[2];
	struct input in;
	struct str block;

	CHECK(pipe(ends) == 0);
	if (fork() == 0) {
		close(ends[0]);
		for (int i = 0; i < BITS; i++)
			if (write(ends[1], bit, BIT) != BIT)
				_exit(1);
		_exit(0);
	}
	CHECK(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO);
	close(ends[0]);
	close(ends[1]);
	input_open(&in, NULL, 0, 0);
	CHECK(input_next(&in) && input_block(&in, cut_nowhere, NULL, &block));
	CHECK(block.n == (size_t)BITS * BIT && looked < 20 * block.n);
	input_close(&in);
}

int
main(void)
{
	for (size_t size = 1; size < 60; size++)
		blocks(size);
	blocks(0);
	kept();
	pushed_back();
	live();
	long_record();
	return check_failed;
}
