/* parsing.h - all pieces of a profile to lines: settled, through workers, accounted for.
 *
 *	struct parsing parsing = {.names = .., .style = .., .choice = .., .workers = 2};
 *	parsing_run(&parsing, &in, &out);
 *	account_say(&parsing.account, &parsing.choice, true);
 *	parsing_free(&parsing);
 *
 * Times of later pieces go on the axis of the first (placing.h).  What is not a profile, or holds no sample,
 * ends the program with a message.
 */
#ifndef PROFILE_PARSING_H
#define PROFILE_PARSING_H

#include "base/input.h"
#include "base/output.h"
#include "base/progress.h"
#include "profile/account.h"
#include "profile/idle.h"
#include "profile/placing.h"
#include "profile/reader.h"
#include "profile/timed_put.h"

struct parsing {
	struct name_style names;
	struct timed_style style;    /* timed and origin are the streams' */
	struct choice choice;        /* event is the first stream's */
	struct idle_more idle;       /* the user's */
	const struct reader *reader; /* the one asked for; NULL finds out */
	struct progress *progress;   /* or NULL */
	bool no_time;                /* plain lines, whatever the streams have */
	struct placing placing;      /* the user's origin and wall clock */
	uint64_t workers;
	struct account account; /* of all that was read */
	struct stream stream;   /* of the piece being read */
	uint64_t bytes;         /* written */
	bool begun;             /* a piece with samples was met */
	uint64_t empty;         /* pieces without any, and the name of the first */
	const char *first_empty;
	struct arena arena;
};

/* Reads every piece and writes its lines, with the head in front and the end line behind. */
void parsing_run(struct parsing *parsing, struct input *in, struct output *out);

void parsing_free(struct parsing *parsing);

#endif
