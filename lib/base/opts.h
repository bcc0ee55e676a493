/* opts.h - a program's options, as one table that is both the parser and --help.
 *
 *	bool verbose = false;
 *	const struct opt table[] = {
 *	    {'v', "verbose", NULL, OPT_FLAG, &verbose, "say more"},
 *	    {0},
 *	};
 *	const struct opts opts = {"fs-x", "[FILE...]", "one line of what it does", table};
 *	int n = opts_parse(&opts, argc, argv);		operands: argv[1] to argv[n]
 *
 * Options may stand anywhere before `--`, long ones may be cut to an unambiguous beginning (two names
 * of one value are one option),  * take their value after `=` or as the next argument; letters may be joined.  --help and
 * --version are built in.  A wrong command line ends the program with status 2.
 */
#ifndef BASE_OPTS_H
#define BASE_OPTS_H

#include "base/nsec.h"

#define OPTS_VERSION "0.1.0"

enum opt_kind {
	OPT_FLAG,   /* bool: set */
	OPT_WHOLE,  /* bool: set; a beginning of the name does not mean this one */
	OPT_UNFLAG, /* bool: cleared */
	OPT_TEXT,   /* const char *: the argument */
	OPT_COUNT,  /* uint64_t: a whole number above 0 */
	OPT_CHOICE, /* int: which word of arg, `a|b|c`, was given, from 0 */
	OPT_LIST,   /* struct opt_list: the arguments in their order */
	OPT_PAIR,   /* struct opt_list: two more items, from `A B` or from `A,B`; in the latter case
	                 the first goes on behind its comma */
	OPT_ACCEPTED, /* nothing: taken, without effect */
};

struct opt_list {
	const char **items;
	size_t n, capacity;
};

struct opt {
	char letter;      /* or 0 */
	const char *name; /* without dashes; NULL ends the table */
	const char *arg;  /* what --help calls the argument; NULL where there is none */
	enum opt_kind kind;
	void *value;
	const char *help; /* one line; NULL hides the option from --help */
};

struct opts {
	const char *program;
	const char *operands; /* for the usage line; lines after the first are further usages */
	const char *summary;
	const struct opt *table;
	bool times; /* an operand may be a negative time: -0.5 is no option */
	/* A name may have one dash, as Perl's programs take it: a whole one, or one whose first letter
	   is no option. */
	bool one_dash;
};

/* Parses argv, whose operands then stand at argv[1] and after, in their order.  Returns how many.
 * Also names the program for its messages. */
int opts_parse(const struct opts *opts, int argc, char **argv);

#endif
