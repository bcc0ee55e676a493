/* timed.c - timed folded lines */
#include "profile/timed.h"

#include "profile/head.h"

/* How many bytes of line are a time; 0 where it does not begin with one. */
static size_t
span_time(struct str line)
{
	size_t n = line.n > 0 && line.s[0] == '-', digits = str_span_digits(str_skip(line, n));

	if (digits == 0)
		return 0;
	n += digits;
	if (n < line.n && line.s[n] == '.') {
		digits = str_span_digits(str_skip(line, n + 1));
		n += digits > 0 ? 1 + digits : 0;
	}
	return n < line.n && str_is_blank(line.s[n]) ? n : 0;
}

static enum timed_kind
parse_comment(struct str line, struct timed *timed)
{
	if (head_parse(line, &timed->key, &timed->value))
		return TIMED_COMMENT;
	/* A thread may be called `#1`: a comment of another tool has no count. */
	return folded_parse(line, &timed->folded) ? TIMED_PLAIN : TIMED_BLANK;
}

enum timed_kind
timed_parse(struct str line, struct timed *timed)
{
	timed->time = 0;
	timed->keys = (struct str){0};
	size_t usual = nsec_take(line, &timed->time);
	/* Every other form is for span_time and nsec_parse. */
	if (usual == line.n || !str_is_blank(line.s[usual]))
		usual = 0;
	size_t time = usual ? usual : span_time(line);
	size_t tab = time > 0 ? time + str_find_char(str_skip(line, time), '\t') : line.n;
	if (tab < line.n) {
		if (!usual && !nsec_parse(str_head(line, time), &timed->time))
			return TIMED_BROKEN;
		timed->keys = str_head(str_skip(line, time), tab - time);
		return folded_parse(str_skip(line, tab + 1), &timed->folded) ? TIMED_SAMPLE
									     : TIMED_BROKEN;
	}
	timed->time = 0;
	if (str_trim(line).n == 0)
		return TIMED_BLANK;
	if (line.s[0] == '#')
		return parse_comment(line, timed);
	return folded_parse(line, &timed->folded) ? TIMED_PLAIN : TIMED_BROKEN;
}

struct str
timed_key(struct str keys, struct str name)
{
	return head_word(keys, name);
}
