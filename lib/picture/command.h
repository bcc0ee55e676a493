/* command.h - the command that cuts a selection out of a profile and draws it.
 *
 *	command_put_before(&text, &keep, &drop);	fs-slice --keep 'gc'
 *	... START END
 *	command_put_after(&text, operands, n);		 'my run.fs' | fs-fold | fs-svg > flame.svg
 *
 * Words are quoted for a POSIX shell.
 */
#ifndef PICTURE_COMMAND_H
#define PICTURE_COMMAND_H

#include "base/opts.h"
#include "base/text.h"

/* Writes what stands before the times, the blank included; REGEX stands for an expression that a
 * page cannot show. */
void
command_put_before(struct text *text, const struct opt_list *keep, const struct opt_list *drop);

/* Writes what follows them: the files, or FILE where there are none, and for standard input or a
 * name that a page cannot show. */
void command_put_after(struct text *text, char *const *operands, size_t n);

#endif
