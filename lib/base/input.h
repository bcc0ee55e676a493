/* input.h - the operands of a program, piece by piece, block by block.
 *
 *	struct input in;
 *	struct str block;
 *	input_open(&in, argv + first, argc - first, 0);
 *	while (input_next(&in))
 *		while (input_block(&in, input_after_last_line, NULL, &block))
 *			... in.name, in.line
 *	input_close(&in);
 *
 * No operand, or "-", is standard input.  A block never spans two pieces.  What cannot be
 * opened or read ends the program with a message.
 */
#ifndef BASE_INPUT_H
#define BASE_INPUT_H

#include "base/text.h"

/* Where the last record of text begins, so that what stands before can be handled now; 0 where
 * no record but the first begins in it.  What facts is, the caller of input_block says. */
typedef size_t input_cut(const void *facts, struct str text);

struct input {
	char *const *operands;
	size_t n, at;     /* operands, and the one to be opened next */
	const char *name; /* of the piece being read, for messages */
	uint64_t pieces;  /* opened so far */
	uint64_t size;    /* of the piece in bytes where it is a regular file, else 0 */
	uint64_t got;     /* bytes of the piece that were read */
	bool whole;       /* it is one, read from its beginning: input_seek and input_peek work */
	int fd;
	bool ended; /* the piece's last byte has been read */
	size_t block_size;
	struct text ahead; /* given back by input_push_back */
	size_t ahead_used; /* bytes of it that were read again */
	struct text block; /* the block handed out last, and behind it the beginning of the next */
	size_t used;       /* bytes of block that were handed out */
};

enum { INPUT_BLOCK = 1024 * 1024 };

/* Borrows operands.  block_size 0 is INPUT_BLOCK; any other size gives the same results. */
void input_open(struct input *in, char *const *operands, size_t n, size_t block_size);

/* Whether the operand names a regular file, which can be read more than once. */
bool input_is_file(const char *operand);

/* Goes on to the next piece; false after the last. */
bool input_next(struct input *in);

/* Whether a read would return at once: with bytes, or because the piece is at its end. */
bool input_ready(const struct input *in);

/* Waits until input_ready or that many milliseconds are over (-1: for ever); false in the latter
 * case.  What was waited is taken off. */
bool input_wait(const struct input *in, int *milliseconds);

/* Reads up to n bytes more of the piece behind text; false when there are no more.
 * Waits for the first byte only. */
bool input_read(struct input *in, struct text *text, size_t n);

/* Whether the piece's last byte has been read. */
bool input_ended(const struct input *in);

/* Gives bytes back, to be read again before all others of the piece. */
void input_push_back(struct input *in, struct str s);

/* The next block: about block_size bytes, whole records, at the piece's end all that is left.
 * False when the piece is over.  Good until the next call.  Where input comes slowly, a block is
 * what has come; a record longer than a block makes the block longer. */
bool input_block(struct input *in, input_cut *cut, const void *facts, struct str *block);

/* The same into a text of the caller's, which it may keep as long as it likes. */
bool input_block_into(struct input *in, input_cut *cut, const void *facts, struct text *block);

/* Goes on reading at that byte of a piece that is whole. */
void input_seek(struct input *in, uint64_t offset);

/* Puts up to n bytes of a piece that is whole, from offset on, behind text: fewer only at its end.
 * What is read next is not changed by it. */
void input_peek(const struct input *in, uint64_t offset, size_t n, struct text *text);

/* Puts the last bytes of the piece, up to n, behind text; false where they are still to come from a
 * pipe.  What is read next is not changed by it. */
bool input_tail(const struct input *in, size_t n, struct text *text);

/* The cut of a format in which each line is a record. */
size_t input_after_last_line(const void *facts, struct str text);

void input_close(struct input *in);

#endif
