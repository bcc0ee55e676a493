/* opts.c - a program's options */
#include "base/opts.h"

#include "base/array.h"
#include "base/die.h"
#include "base/number.h"
#include "base/output.h"

#include <stdlib.h>

enum { HELP_COLUMN = 30, HELP_WIDTH = 90 };

/* A long choice of words goes on below.  Returns where the last line starts. */
static size_t
put_argument(struct text *text, size_t start, struct str argument)
{
	struct str word;

	for (bool first = true; str_field(&argument, '|', &word); first = false) {
		if (!first)
			text_put_char(text, '|');
		if (text->n - start + word.n >= HELP_WIDTH) {
			text_put(text, STR("\n        "));
			start = text->n - 8;
		}
		text_put(text, word);
	}
	return start;
}

static void
put_option(struct text *text, const struct opt *opt)
{
	size_t start = text->n;

	if (opt->letter)
		text_print(text, "  -%c, --%s", opt->letter, opt->name);
	else
		text_print(text, "      --%s", opt->name);
	if (opt->arg)
		text_put_char(text, opt->letter ? ' ' : '=');
	if (opt->arg)
		start = put_argument(text, start, str_from(opt->arg));
	if (text->n - start >= HELP_COLUMN) {
		text_put_char(text, '\n');
		start = text->n;
	}
	text_print(text, "%*s%s\n", (int)(HELP_COLUMN - (text->n - start)), "", opt->help);
}

static _Noreturn void
help(const struct opts *opts)
{
	static const struct opt own[] = {
	    {0, "help", NULL, OPT_FLAG, NULL, "print this and exit"},
	    {0, "version", NULL, OPT_FLAG, NULL, "print the version and exit"},
	};
	struct text text = {0};
	struct str usages = str_from(opts->operands), usage;
	struct output out;
	const char *before = "usage:";

	while (str_line(&usages, &usage)) {
		text_print(&text, "%s %s [OPTION...] %.*s\n", before, opts->program, (int)usage.n,
		    usage.s);
		before = "      ";
	}
	text_print(&text, "%s\n\n", opts->summary);
	for (const struct opt *opt = opts->table; opt->name; opt++)
		if (opt->help)
			put_option(&text, opt);
	put_option(&text, &own[0]);
	put_option(&text, &own[1]);
	output_open(&out, NULL);
	output_write(&out, text_str(&text));
	text_free(&text);
	exit(output_finish(&out, DIE_DONE));
}

static _Noreturn void
version(const struct opts *opts)
{
	struct text text = {0};
	struct output out;

	text_print(&text, "%s %s\n", opts->program, OPTS_VERSION);
	output_open(&out, NULL);
	output_write(&out, text_str(&text));
	text_free(&text);
	exit(output_finish(&out, DIE_DONE));
}

static int
choice(const struct opt *opt, const char *argument)
{
	struct str words = str_from(opt->arg), word;

	for (int i = 0; str_field(&words, '|', &word); i++)
		if (str_equal(word, str_from(argument)))
			return i;
	die_usage("--%s: '%s' is none of %s", opt->name, argument, opt->arg);
}

static void
add(struct opt_list *list, const char *item)
{
	if (list->n == list->capacity)
		list->items =
		    array_grow(list->items, &list->capacity, list->n + 1, sizeof(*list->items));
	list->items[list->n++] = item;
}

static void
set(const struct opt *opt, const char *argument)
{
	switch (opt->kind) {
	case OPT_FLAG:
	case OPT_WHOLE: *(bool *)opt->value = true; break;
	case OPT_UNFLAG: *(bool *)opt->value = false; break;
	case OPT_TEXT: *(const char **)opt->value = argument; break;
	case OPT_CHOICE: *(int *)opt->value = choice(opt, argument); break;
	case OPT_LIST:
	case OPT_PAIR: add(opt->value, argument); break;
	case OPT_ACCEPTED: break;
	case OPT_COUNT:
		if (!number_parse(str_from(argument), opt->value) || *(uint64_t *)opt->value == 0)
			die_usage("--%s: '%s' is not a whole number above 0", opt->name, argument);
		break;
	}
}

/* The other item of a pair: what follows the comma of the first, or, taken from *next, an argument.
 * Returns how many arguments that is. */
static int
set_other(const struct opt *opt, const char *argument, char *const *next)
{
	const char *comma = strchr(argument, ',');

	if (opt->kind != OPT_PAIR)
		return 0;
	if (comma == NULL && *next == NULL)
		die_usage("--%s wants %s", opt->name, opt->arg);
	add(opt->value, comma != NULL ? comma + 1 : *next);
	return comma == NULL;
}

/* The option that name, or its unambiguous beginning, means. */
static const struct opt *
find(const struct opts *opts, struct str name)
{
	const struct opt *found = NULL;

	if (str_equal(name, STR("help")))
		help(opts);
	if (str_equal(name, STR("version")))
		version(opts);
	for (const struct opt *opt = opts->table; opt->name; opt++) {
		if (str_equal(str_from(opt->name), name))
			return opt;
		if (name.n == 0 || opt->kind == OPT_WHOLE || !str_starts(str_from(opt->name), name))
			continue;
		/* Two spellings of one option are no doubt. */
		if (found != NULL && found->value == opt->value && found->kind == opt->kind &&
		    opt->value != NULL)
			continue;
		if (found != NULL)
			die_usage(
			    "--%.*s: --%s or --%s?", (int)name.n, name.s, found->name, opt->name);
		found = opt;
	}
	if (found == NULL && name.n > 0 && str_starts(STR("help"), name))
		help(opts);
	if (found == NULL && name.n > 0 && str_starts(STR("version"), name))
		version(opts);
	if (found == NULL)
		die_usage("no option --%.*s", (int)name.n, name.s);
	return found;
}

/* Handles argv[i], a long option; returns how many arguments it took. */
static int
parse_long(const struct opts *opts, char **argv, int i, int argc)
{
	struct str word = str_from(argv[i] + 1 + (argv[i][1] == '-'));
	size_t equals = str_find_char(word, '=');
	const struct opt *opt = find(opts, str_head(word, equals));

	if (opt->arg == NULL && equals < word.n)
		die_usage("--%s takes no value", opt->name);
	if (opt->arg == NULL || equals < word.n) {
		const char *argument = equals < word.n ? word.s + equals + 1 : "";
		set(opt, argument);
		return 1 + set_other(opt, argument, argv + i + 1);
	}
	if (i + 1 >= argc)
		die_usage("--%s wants %s", opt->name, opt->arg);
	set(opt, argv[i + 1]);
	return 2 + set_other(opt, argv[i + 1], argv + i + 2);
}

/* The same for joined letters, the last of which may take the rest or the next argument. */
static int
parse_letters(const struct opts *opts, char **argv, int i, int argc)
{
	for (const char *letter = argv[i] + 1; *letter; letter++) {
		const struct opt *opt = opts->table;
		while (opt->name && opt->letter != *letter)
			opt++;
		if (opt->name == NULL)
			die_usage("no option -%c", *letter);
		if (opt->arg == NULL) {
			set(opt, "");
			continue;
		}
		if (letter[1]) {
			set(opt, letter + 1);
			return 1 + set_other(opt, letter + 1, argv + i + 1);
		}
		if (i + 1 >= argc)
			die_usage("-%c wants %s", *letter, opt->arg);
		set(opt, argv[i + 1]);
		return 2 + set_other(opt, argv[i + 1], argv + i + 2);
	}
	return 1;
}

/* Whether a word that begins with a dash names one option, and not a letter or some. */
static bool
is_long(const struct opts *opts, const char *word)
{
	struct str name = str_head(str_from(word + 1), strcspn(word + 1, "="));
	bool letter = false, beginning = false;

	if (word[1] == '-')
		return true;
	if (!opts->one_dash || name.n == 0)
		return false;
	for (const struct opt *opt = opts->table; opt->name; opt++) {
		if (name.n > 1 && str_equal(str_from(opt->name), name))
			return true;
		letter |= opt->letter == word[1];
		beginning |= str_starts(str_from(opt->name), name);
	}
	return beginning && !letter;
}

static bool
is_option(const struct opts *opts, const char *word)
{
	if (word[0] != '-' || word[1] == '\0')
		return false;
	return !(opts->times && (str_is_digit(word[1]) || word[1] == '.'));
}

int
opts_parse(const struct opts *opts, int argc, char **argv)
{
	int operands = 0;

	die_program(opts->program);
	for (int i = 1; i < argc;) {
		if (!is_option(opts, argv[i])) {
			argv[++operands] = argv[i++];
		} else if (strcmp(argv[i], "--") == 0) {
			while (++i < argc)
				argv[++operands] = argv[i];
		} else if (is_long(opts, argv[i])) {
			i += parse_long(opts, argv, i, argc);
		} else {
			i += parse_letters(opts, argv, i, argc);
		}
	}
	return operands;
}
