/* scope_options.h - what the user asks of a scope.
 *
 *	struct scope_options options = {0};
 *	struct opt table[SCOPE_OPTIONS_MOST];
 *	scope_options_table(&options, table);
 *	... opts_parse
 *	scope_options_check(&options);
 *	...
 *	scope_options_free(&options);
 *
 * docs/fs-scope.1 says what they mean.  What makes no sense ends the program as a wrong command line.
 */
#ifndef PICTURE_SCOPE_OPTIONS_H
#define PICTURE_SCOPE_OPTIONS_H

#include "base/opts.h"

enum { SCOPE_OPTIONS_MOST = 24 };

struct scope_options {
	const char *output, *title, *subtitle, *before, *ranges;
	const char *column, *most; /* as told; NULL: not told */
	nsec length;               /* the former, checked */
	uint64_t most_bytes;       /* the latter; UINT64_MAX where it was not told */
	uint64_t rows, block_size;
	int palette;
	bool local, quiet;
	struct opt_list keep, drop;
};

void scope_options_table(struct scope_options *options, struct opt *table);

/* Checks what the table cannot, and sets what was not told. */
void scope_options_check(struct scope_options *options);

void scope_options_free(struct scope_options *options);

#endif
