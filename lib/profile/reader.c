/* reader.c - the table of profile formats */
#include "profile/reader.h"

#include "base/die.h"
#include "profile/foreign.h"
#include "profile/perf.h"

enum { FIRST_READ = 64 * 1024, MOST_READ = 1024 * 1024, WAIT_MILLISECONDS = 1000 };

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

const struct reader *
reader_named(const char *name)
{
	struct text names = {0};

	for (size_t i = 0; i < sizeof(readers) / sizeof(*readers); i++) {
		if (strcmp(readers[i]->name, name) == 0)
			return readers[i];
		text_print(&names, "%s%s", i ? ", " : "", readers[i]->name);
	}
	die_usage("no format '%s'; there are: %s", name, text_terminate(&names));
}

/* Doubles text.  *patience is the milliseconds that may be spent waiting once there is some text: a
 * producer that writes now and then would else be waited for at each of its lines. */
static enum reader_coming
read_more(struct input *in, struct text *text, int *patience)
{
	size_t want = text->n * 2 > FIRST_READ ? text->n * 2 : FIRST_READ;

	for (bool some = text->n > 0; text->n < want; some = true) {
		if (some && !input_wait(in, patience))
			return READER_LATER;
		if (!input_read(in, text, want - text->n))
			return READER_OVER;
	}
	return READER_SOON;
}

/* Has the row that recognises text settle the stream, as far as text goes. */
static enum reader_settled
settle(struct stream *stream, struct text *text, enum reader_coming coming,
    struct tally_block *skipped)
{
	enum reader_settled settled = READER_SKIP;
	size_t used = 0;

	if (stream->reader == NULL)
		stream->reader = reader_find(text_str(text));
	/* Much may stand before the first sample: it is let go piece by piece, not kept.  And what no
	 * row recognises is to be accounted for, too. */
	if (stream->reader == NULL && (coming == READER_OVER || text->n >= MOST_READ))
		stream->reader = readers[0];
	if (stream->reader == NULL)
		return READER_NONE;
	while (settled == READER_SKIP) {
		settled = stream->reader->settle(stream, text_str(text), coming, skipped, &used);
		if (settled == READER_SKIP)
			text_drop(text, used);
	}
	return settled;
}

bool
reader_settle(struct input *in, struct stream *stream, struct tally_block *skipped)
{
	struct text text = {0};
	enum reader_settled settled;
	int patience = WAIT_MILLISECONDS, for_ever = -1;

	do {
		enum reader_coming coming = read_more(in, &text, &patience);
		if (stream->reader == NULL)
			foreign_refuse(text_str(&text), in->name, FOREIGN_TO_PARSE,
			    reader_find(text_str(&text)) != NULL);
		settled = settle(stream, &text, coming, skipped);
		/* A live producer may be slow to begin. */
		if (settled == READER_NONE && coming != READER_OVER && text.n < MOST_READ) {
			input_wait(in, &for_ever);
			patience = WAIT_MILLISECONDS;
			settled = READER_MORE;
		}
	} while (settled == READER_MORE);
	input_push_back(in, text_str(&text));
	text_free(&text);
	return settled == READER_DONE;
}
