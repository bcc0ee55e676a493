/* shell.h - words of a command line that a reader can paste into a shell.
 *
 *	shell_put(&text, STR("my app.perf"));	'my app.perf'
 *
 * By the quoting of the POSIX shell: what holds nothing that means something to it is put as it is,
 * all else between single quotes.
 */
#ifndef BASE_SHELL_H
#define BASE_SHELL_H

#include "base/text.h"

void shell_put(struct text *text, struct str word);

/* The same for the name of a file: one that begins with `-` must not be taken for an option. */
void shell_put_path(struct text *text, struct str path);

#endif
