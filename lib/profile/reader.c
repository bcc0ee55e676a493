/* reader.c - the table of profile formats */
#include "profile/reader.h"

#include "profile/foreign.h"
#include "profile/perf.h"

enum { FIRST_READ = 64 * 1024, WAIT_MILLISECONDS = 1000 };

static const struct reader *const readers[] = {
    &perf_reader,
};

const struct reader *
reader_find(struct str text)
{
	for (size_t i = 0; i < sizeof(readers) / sizeof(*readers); i++)
		if (readers[i]->recognise(text))
			return readers[i];
	return NULL;
}

/* Doubles text; false where no more comes, or not within a second. */
static bool
read_more(struct input *in, struct text *text)
{
	size_t want = text->n > FIRST_READ ? text->n : FIRST_READ;
	size_t had = text->n;

	while (text->n - had < want) {
		if (had > 0 && !input_wait(in, WAIT_MILLISECONDS))
			return false;
		if (!input_read(in, text, want - (text->n - had)))
			return false;
	}
	return true;
}

bool
reader_settle(struct input *in, struct stream *stream, struct tally_block *skipped)
{
	struct text text = {0};
	enum reader_settled settled = READER_MORE;
	bool more = read_more(in, &text);
	size_t used = 0;

	foreign_refuse(text_str(&text), in->name, FOREIGN_TO_PARSE);
	stream->reader = reader_find(text_str(&text));
	while (stream->reader != NULL && settled != READER_DONE && settled != READER_NONE) {
		settled = stream->reader->settle(stream, text_str(&text), !more, skipped, &used);
		if (settled == READER_MORE)
			more = read_more(in, &text);
		if (settled == READER_SKIP)
			text_drop(&text, used);
	}
	input_push_back(in, text_str(&text));
	text_free(&text);
	return settled == READER_DONE;
}
