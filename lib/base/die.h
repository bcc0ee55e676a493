/* die.h - messages, exit status, and the one way to end in failure.
 *
 *	die_program("fs-fold");
 *	die("%s: %s", path, strerror(errno));		fs-fold: x.fs: No such file or directory
 *
 * Messages go to stderr as `program: where: what`, control bytes from the input shown as `?`.
 * Only programs, option parsing, memory, failed input and output and our own broken grammar
 * end a process; everything else returns false.
 */
#ifndef BASE_DIE_H
#define BASE_DIE_H

#include "base/str.h"

enum die_status {
	DIE_DONE = 0,   /* all went well */
	DIE_FAILED = 1, /* could not: unreadable, nothing understood, write failed, no memory */
	DIE_USAGE = 2,  /* wrong command line */
	DIE_NO = 3      /* the answer is no: a gate that was asked for tripped */
};

/* Names the program in every message; name is kept, not copied. */
void die_program(const char *name);

/* That name. */
const char *die_name(void);

_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A wrong command line: status 2, and where to find help. */
_Noreturn void die_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* The message alone; the program goes on. */
void die_warn(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Has path removed should the program end in failure or by a signal;
 * path must stay until die_keep takes that back.  There may be DIE_MOST_REMOVED at a time. */
void die_remove(const char *path);
void die_keep(const char *path);

enum { DIE_MOST_REMOVED = 4 };

#endif
