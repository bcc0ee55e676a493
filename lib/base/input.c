/* input.c - the operands of a program, piece by piece, block by block */
#include "base/input.h"

#include "base/die.h"
#include "base/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_BLOCK = 64 * 1024 * 1024, LONG = 64 * 1024 };

void
input_open(struct input *in, char *const *operands, size_t n, size_t block_size)
{
	*in = (struct input){.operands = operands, .n = n, .fd = -1};
	in->block_size = block_size ? block_size : INPUT_BLOCK;
	if (in->block_size > MOST_BLOCK)
		in->block_size = MOST_BLOCK;
}

static void
close_piece(struct input *in)
{
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	in->fd = -1;
	text_clear(&in->ahead);
	in->ahead_used = 0;
	text_clear(&in->block);
	in->used = 0;
}

/* A shell may hand over standard input read to its middle. */
static void
check_kind(struct input *in)
{
	struct stat about;

	if (fstat(in->fd, &about) != 0)
		die("%s: %s", in->name, strerror(errno));
	if (S_ISDIR(about.st_mode))
		die("%s: %s", in->name, strerror(EISDIR));
	in->size = S_ISREG(about.st_mode) ? (uint64_t)about.st_size : 0;
	in->whole = in->size > 0 && lseek(in->fd, 0, SEEK_CUR) == 0;
}

bool
input_is_file(const char *operand)
{
	struct stat about;

	return strcmp(operand, "-") != 0 && stat(operand, &about) == 0 && S_ISREG(about.st_mode);
}

bool
input_next(struct input *in)
{
	const char *operand = "-";

	if (in->at >= in->n && (in->at > 0 || in->n > 0))
		return false;
	close_piece(in);
	if (in->at < in->n)
		operand = in->operands[in->at];
	in->at++;
	in->pieces++;
	in->got = 0;
	in->ended = false;
	if (strcmp(operand, "-") == 0) {
		in->name = "standard input";
		in->fd = STDIN_FILENO;
	} else {
		in->name = operand;
		in->fd = open(operand, O_RDONLY);
		if (in->fd < 0)
			die("%s: %s", operand, strerror(errno));
	}
	check_kind(in);
	return true;
}

static bool
poll_for(const struct input *in, int milliseconds)
{
	struct pollfd poll_in = {.fd = in->fd, .events = POLLIN};

	if (in->ahead.n > in->ahead_used || in->ended)
		return true;
	return poll(&poll_in, 1, milliseconds) != 0;
}

bool
input_wait(const struct input *in, int *milliseconds)
{
	nsec start = watch_now();
	bool ready = poll_for(in, *milliseconds);
	nsec waited = (watch_now() - start) / 1000000;

	if (*milliseconds > 0)
		*milliseconds = waited < *milliseconds ? *milliseconds - (int)waited : 0;
	return ready;
}

bool
input_ready(const struct input *in)
{
	return poll_for(in, 0);
}

bool
input_ended(const struct input *in)
{
	return in->ended && in->ahead.n == in->ahead_used;
}

static bool
read_some(struct input *in, struct text *text, size_t n)
{
	ssize_t got;

	do
		got = read(in->fd, text_reserve(text, n), n);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		die("%s: %s", in->name, strerror(errno));
	text->n += (size_t)got;
	in->got += (uint64_t)got;
	in->ended = got == 0;
	return got > 0;
}

bool
input_read(struct input *in, struct text *text, size_t n)
{
	size_t want = text->n + n;

	struct str ahead = str_skip(text_str(&in->ahead), in->ahead_used);
	if (ahead.n > 0) {
		size_t given = n < ahead.n ? n : ahead.n;
		text_put(text, str_head(ahead, given));
		in->ahead_used += given;
		return true;
	}
	if (in->ended || !read_some(in, text, n))
		return false;
	while (text->n < want && input_ready(in) && read_some(in, text, want - text->n))
		;
	return true;
}

void
input_push_back(struct input *in, struct str s)
{
	struct text whole = {0};

	text_put(&whole, s);
	text_put(&whole, str_skip(text_str(&in->ahead), in->ahead_used));
	text_free(&in->ahead);
	in->ahead = whole;
	in->ahead_used = 0;
}

bool
input_block(struct input *in, input_cut *cut, const void *facts, struct str *block)
{
	size_t size = in->block_size, tried = 0;

	text_drop(&in->block, in->used);
	in->used = 0;
	for (;;) {
		size_t had = in->block.n;
		if (had < size && !input_read(in, &in->block, size - had)) {
			in->used = in->block.n;
			break;
		}
		/* A pipe gives little at a time: what holds no end of a record is not looked through again
		 * for each bit. */
		if (tried >= LONG && in->block.n < size && in->block.n - tried < tried / 8)
			continue;
		tried = in->block.n;
		in->used = cut(facts, text_str(&in->block));
		if (in->used > 0)
			break;
		/* A record longer than the block.  Doubling keeps this linear. */
		size = in->block.n > size / 2 ? size * 2 : size;
	}
	*block = str_head(text_str(&in->block), in->used);
	return in->used > 0;
}

bool
input_block_into(struct input *in, input_cut *cut, const void *facts, struct text *block)
{
	struct str text;

	text_clear(block);
	if (!input_block(in, cut, facts, &text))
		return false;
	/* The bytes change hands; only the beginning of the next record is copied. */
	struct text filled = in->block;
	in->block = *block;
	text_clear(&in->block);
	text_put(&in->block, str_skip(text_str(&filled), text.n));
	in->used = 0;
	*block = filled;
	block->n = text.n;
	return true;
}

void
input_seek(struct input *in, uint64_t offset)
{
	text_clear(&in->ahead);
	in->ahead_used = 0;
	text_clear(&in->block);
	in->used = 0;
	in->ended = false;
	if (lseek(in->fd, (off_t)offset, SEEK_SET) < 0)
		die("%s: %s", in->name, strerror(errno));
}

void
input_peek(const struct input *in, uint64_t offset, size_t n, struct text *text)
{
	while (n > 0) {
		ssize_t got = pread(in->fd, text_reserve(text, n), n, (off_t)offset);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			die("%s: %s", in->name, strerror(errno));
		if (got == 0)
			break;
		text->n += (size_t)got;
		offset += (uint64_t)got;
		n -= (size_t)got;
	}
}

bool
input_tail(const struct input *in, size_t n, struct text *text)
{
	struct str left = str_skip(text_str(&in->ahead), in->ahead_used);

	if (in->whole)
		input_peek(in, in->size > n ? in->size - n : 0, n, text);
	else if (in->ended)
		text_put(text, left.n > n ? str_skip(left, left.n - n) : left);
	return in->whole || in->ended;
}

size_t
input_after_last_line(const void *facts, struct str text)
{
	size_t newline = str_find_char_last(text, '\n');

	(void)facts;
	return newline < text.n ? newline + 1 : 0;
}

void
input_close(struct input *in)
{
	close_piece(in);
	text_free(&in->ahead);
	text_free(&in->block);
}
