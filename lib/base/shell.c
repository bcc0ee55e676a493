/* shell.c - words of a command line */
#include "base/shell.h"

static bool
is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		char c = s.s[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		if (!letter && !str_is_digit(c) && strchr("_./,:+@%-", c) == NULL)
			return false;
	}
	return s.n > 0;
}

void
shell_put(struct text *text, struct str word)
{
	if (is_plain(word)) {
		text_put(text, word);
		return;
	}
	text_put_char(text, '\'');
	for (size_t i = 0; i < word.n; i++)
		if (word.s[i] == '\'')
			text_put(text, STR("'\\''"));
		else
			text_put_char(text, word.s[i]);
	text_put_char(text, '\'');
}

void
shell_put_path(struct text *text, struct str path)
{
	if (str_starts(path, STR("-")))
		text_put(text, STR("./"));
	shell_put(text, path);
}
