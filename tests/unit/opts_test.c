/* opts_test.c - options as a table */
#include "base/opts.h"
#include "unit/check.h"

struct values {
	bool flag, clear;
	const char *text;
	uint64_t count;
	int choice;
	struct opt_list list, pairs;
};

/* Parses the words; operands then stand behind argv[0]. */
static int
parse(struct values *values, char **argv, int argc)
{
	const struct opt table[] = {
	    {'f', "flag", NULL, OPT_FLAG, &values->flag, "set"},
	    {0, "unflag", NULL, OPT_UNFLAG, &values->clear, "clear"},
	    {'t', "text", "TEXT", OPT_TEXT, &values->text, "text"},
	    {'n', "count", "N", OPT_COUNT, &values->count, "count"},
	    {0, "choice", "one|two|three", OPT_CHOICE, &values->choice, "choice"},
	    {'l', "list", "ITEM", OPT_LIST, &values->list, "list"},
	    {'p', "pair", "A,B", OPT_PAIR, &values->pairs, "pair"},
	    {'x', "accepted", "X", OPT_ACCEPTED, NULL, NULL},
	    {0},
	};
	const struct opts opts = {"fs-x", "[FILE...]", "Test.", table, true, true};

	return opts_parse(&opts, argc, argv);
}

#define WORDS(...)                        \
	(char *[])                        \
	{                                 \
		"fs-x", __VA_ARGS__, NULL \
	}
#define COUNT(...) (int)(sizeof((char *[]){"fs-x", __VA_ARGS__}) / sizeof(char *))
#define PARSE(values, ...) parse(values, argv = WORDS(__VA_ARGS__), COUNT(__VA_ARGS__))

static void
forms(void)
{
	struct values v = {.clear = true};
	char **argv;

	CHECK(PARSE(&v, "a", "-ft", "x", "b", "--unflag", "-n7", "--choice=two", "c") == 3);
	CHECK(v.flag && !v.clear && strcmp(v.text, "x") == 0 && v.count == 7 && v.choice == 1);
	CHECK(strcmp(argv[1], "a") == 0 && strcmp(argv[2], "b") == 0 && strcmp(argv[3], "c") == 0);
	CHECK(PARSE(&v, "--text", "--flag", "--tex=") == 0 && strcmp(v.text, "") == 0);
	CHECK(PARSE(&v, "-text", "z", "-choice=one", "-unf", "-cou", "3", "-fn4") == 0);
	CHECK(strcmp(v.text, "z") == 0 && v.choice == 0 && v.count == 4);
	CHECK(PARSE(&v, "-tex") == 0 && strcmp(v.text, "ex") == 0);
	CHECK(PARSE(&v, "-x", "y", "--accepted=z", "--choice", "three") == 0 && v.choice == 2);
	v.list = (struct opt_list){0};
	CHECK(PARSE(&v, "-l", "1", "--list=2", "-l3") == 0 && v.list.n == 3);
	CHECK(strcmp(v.list.items[0], "1") == 0 && strcmp(v.list.items[2], "3") == 0);
}

static void
operands(void)
{
	struct values v = {0};
	char **argv;

	CHECK(PARSE(&v, "--", "-f", "--flag") == 2 && !v.flag);
	CHECK(strcmp(argv[1], "-f") == 0 && strcmp(argv[2], "--flag") == 0);
	CHECK(PARSE(&v, "-", "-0.5", "-.5", "-f") == 3 && v.flag);
	CHECK(strcmp(argv[1], "-") == 0 && strcmp(argv[2], "-0.5") == 0);
	CHECK(PARSE(&v, "") == 1 && argv[1][0] == '\0');
}

static void
pairs(void)
{
	static const char *const want[] = {"1", "2", "3,4", "4", "5", "6", "7,8", "8", "9", "-f"};
	struct values v = {0};
	char **argv;

	CHECK(PARSE(&v, "--pair", "1", "2", "a", "--pair=3,4", "b", "--pair=5", "6", "-p7,8", "-p",
		  "9", "-f", "c") == 3);
	CHECK(v.pairs.n == 10 && !v.flag && strcmp(argv[3], "c") == 0);
	for (size_t i = 0; i < 10 && i < v.pairs.n; i++)
		CHECK(strcmp(v.pairs.items[i], want[i]) == 0);
}

int
main(void)
{
	forms();
	operands();
	pairs();
	return check_failed;
}
