/* output.h - standard output, or a file that appears whole or not at all.
 *
 *	struct output out;
 *	output_open(&out, path);
 *	output_write(&out, STR("hello\n"));
 *	return output_finish(&out, DIE_DONE);
 *
 * A failed write ends the program with a message and status 1; a reader that went away
 * (EPIPE) ends it silently by SIGPIPE, as `| head` wants, even where the parent ignores that.
 */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include "base/die.h"
#include "base/text.h"

struct output {
	int fd;
	const char *name;   /* for messages */
	struct text buffer; /* not written yet */
	struct text
	    target; /* the file to be, NUL-terminated; empty where fd is the output itself */
	struct text temporary; /* what it is called until it is whole */
};

/* Opens path, borrowed until output_finish; NULL or "-" is standard output.  A file is written
 * beside its place and moved there by output_finish; a device or pipe is written directly. */
void output_open(struct output *out, const char *path);

/* The same for what a program says about its work (--stats): "-" is standard error, which is
 * still there when the output is finished. */
void output_open_stats(struct output *out, const char *path);

/* Keeps what is written in buffer, where it stands until it is freed: for a picture inside a page. */
void output_open_memory(struct output *out);

/* Whether what is written would show on a terminal. */
bool output_is_terminal(const struct output *out);

/* Writes s, sooner or later. */
void output_write(struct output *out, struct str s);

/* Writes what is still in the buffer now. */
void output_flush(struct output *out);

/* Flushes, checks, closes, and moves a file into its place: the last thing in every main.
 * Returns status; with DIE_FAILED or DIE_USAGE the file is left as it was before. */
int output_finish(struct output *out, enum die_status status);

#endif
