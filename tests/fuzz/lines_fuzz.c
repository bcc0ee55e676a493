/* lines_fuzz.c - any bytes as lines of our own: timed, folded, comments
 *
 * Must hold: what is read lies within the line, and what is read, written again and read again, is
 * the same.
 */
#include "profile/head.h"
#include "profile/timed.h"

#include <stdio.h>
#include <stdlib.h>

#define MUST(what) ((what) ? (void)0 : fail(#what, __LINE__))

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static _Noreturn void
fail(const char *what, int line)
{
	fprintf(stderr, "line %d: %s does not hold\n", line, what);
	abort();
}

static bool
lies_in(struct str part, struct str line)
{
	return part.n == 0 || (part.s >= line.s && part.s + part.n <= line.s + line.n);
}

static bool
is_tame(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (str_is_control(s.s[i]))
			return false;
	return true;
}

static void
check_folded(const struct folded *folded, struct str line)
{
	struct text text = {0};
	struct folded again;

	MUST(folded->stack.n > 0 && lies_in(folded->stack, line));
	if (folded->weight.billionths == 0) {
		folded_put(&text, folded, false);
		MUST(folded_parse(str_head(text_str(&text), text.n - 1), &again));
		MUST(str_equal(again.stack, folded->stack));
		MUST(again.weight.whole == folded->weight.whole && again.weight.billionths == 0);
	}
	text_free(&text);
}

static void
check_time(const struct timed *timed, struct str line)
{
	struct text text = {0};
	nsec again;

	MUST(lies_in(timed->keys, line));
	nsec_put(&text, timed->time, 9);
	MUST(nsec_parse(text_str(&text), &again) && again == timed->time);
	text_free(&text);
}

static void
check_comment(const struct timed *timed, struct str line)
{
	struct text text = {0};
	struct str key, value;

	MUST(timed->key.n > 0 && lies_in(timed->key, line) && lies_in(timed->value, line));
	head_put(&text, timed->key, timed->value);
	MUST(head_parse(str_head(text_str(&text), text.n - 1), &key, &value));
	MUST(str_equal(key, timed->key));
	MUST(value.n == timed->value.n && is_tame(value));
	text_free(&text);
}

/* One line in memory of its own size, so that reading past it is seen. */
static void
check_line(struct str line)
{
	struct timed timed = {0};
	enum timed_kind kind = timed_parse(line, &timed);

	if (kind == TIMED_SAMPLE || kind == TIMED_PLAIN)
		check_folded(&timed.folded, line);
	if (kind == TIMED_SAMPLE)
		check_time(&timed, line);
	if (kind == TIMED_COMMENT)
		check_comment(&timed, line);
	MUST(kind != TIMED_END);
	timed_key(timed.keys, STR("tid"));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str rest = {(const char *)data, n}, line;

	while (str_line(&rest, &line)) {
		char *copy = malloc(line.n + !line.n);
		memcpy(copy, line.s, line.n);
		check_line((struct str){copy, line.n});
		free(copy);
	}
	return 0;
}
