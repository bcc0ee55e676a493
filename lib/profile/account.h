/* account.h - what is said about a profile: the head and end of its stream, and notes on stderr. */
#ifndef PROFILE_ACCOUNT_H
#define PROFILE_ACCOUNT_H

#include "profile/choice.h"
#include "profile/stream.h"
#include "profile/survey.h"

struct account {
	struct tally tally;
	struct survey survey;
	struct tally_block lines; /* of all pieces */
	const char *odd_name; /* the piece of the first line not understood, and its number there */
	uint64_t odd_line;
	bool timed, chains;
	bool axis; /* the samples have times, written or not */
};

/* Adds a piece that was read to its end. */
void account_add_piece(struct account *account, const char *name, const struct tally_block *lines);

/* Writes the comments in front of a timed stream. */
void account_put_head(
    struct text *text, const struct stream *stream, const struct choice *choice, bool period);

/* Writes the comment behind it, which vouches for bytes before it. */
void account_put_end(struct text *text, const struct account *account, uint64_t bytes);

/* Says on stderr, a line each, what is odd or was left out.  counted: say also what was kept. */
void account_say(const struct account *account, const struct choice *choice, bool counted);

/* Of that, how many lines were not understood, where there are any. */
void account_say_odd(const struct account *account);

/* Ends the program where samples were read but none is of an event that was asked for. */
void account_check_events(const struct account *account, const struct choice *choice);

#endif
