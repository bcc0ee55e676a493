/* reader.h - the table of profile formats.
 *
 *	struct stream stream = {0};
 *	if (!reader_settle(&in, &stream, &skipped))
 *		... no sample in it
 *	... blocks of the piece, cut by stream.reader->cut(&stream, text):
 *	struct reading reading = {.stream = &stream, .rest = block, .memo = &memo, .block = &result};
 *	while (stream.reader->next(&reading, &sample))
 *		...
 *
 * A format is a row.  Its functions work on plain memory and keep nothing between calls but what
 * is in a reading: what the whole text says, and no single record can, is found once by settle
 * and then constant.  So no result depends on where a block ends or on the number of threads.
 */
#ifndef PROFILE_READER_H
#define PROFILE_READER_H

#include "base/input.h"
#include "profile/stack.h"
#include "profile/sample.h"
#include "profile/stream.h"
#include "profile/tally.h"
#include "profile/thread.h"

/* One block being read by one worker. */
struct reading {
	const struct stream *stream;
	struct str rest;             /* of the block */
	struct frame_memo *memo;     /* the worker's */
	struct stack_memo *stacks;   /* the same */
	struct thread_memo *threads; /* the same, or NULL */
	struct tally_block *block;   /* lines are counted here */
	const struct frame **frames; /* room for a stack, kept by the worker from block to block */
	size_t capacity;
};

/* What of the text is still to come. */
enum reader_coming {
	READER_SOON,
	READER_LATER, /* more, but not soon: what can be settled is to be settled */
	READER_OVER
};

enum reader_settled {
	READER_MORE, /* more text is needed: at least twice as much, unless it has ended */
	READER_SKIP, /* *used bytes hold no sample and were taken in; go on behind them */
	READER_DONE, /* the stream is settled; its first sample stands at the front of text */
	READER_NONE  /* no sample, as far as text goes */
};

struct reader {
	const char *name;
	/* Whether text, the beginning of a piece, is of this format. */
	bool (*recognise)(struct str text);
	/* Finds out about the stream from its beginning; the same whatever length text has, as long as
	 * it is asked again for more.  Lines that are taken in before the first sample are counted in
	 * *skipped. */
	enum reader_settled (*settle)(struct stream *stream, struct str text,
	    enum reader_coming coming, struct tally_block *skipped, size_t *used);
	/* An input_cut; facts is the settled stream. */
	input_cut *cut;
	/* The next sample of the block; false at its end. */
	bool (*next)(struct reading *reading, struct sample *sample);
};

/* The row of that name; where there is none, the program ends with a message that lists them. */
const struct reader *reader_named(const char *name);

/* The row whose own text is; NULL where none says so. */
const struct reader *reader_find(struct str text);

/* Settles the open piece by the row that recognises it; what was read for that is read again.
 * *skipped tells of the lines before the first sample, which are not.  False where no row
 * recognises it or it holds no sample. */
bool reader_settle(struct input *in, struct stream *stream, struct tally_block *skipped);

#endif
