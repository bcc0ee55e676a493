/* html.c - data inside pages */
#include "picture/html.h"

#include "picture/utf8.h"

/* How many bytes at the front of s stand for themselves. */
static size_t
span_plain(struct str s)
{
	size_t n = 0;

	while (n < s.n && s.s[n] >= ' ' && s.s[n] < 0x7f && s.s[n] != '<' && s.s[n] != '\\')
		n++;
	return n;
}

void
html_put_line(struct text *text, struct str s)
{
	struct str character;
	size_t plain = span_plain(s);

	text_put(text, str_head(s, plain));
	s = str_skip(s, plain);
	while (utf8_next(&s, &character)) {
		if (character.n == 0 || str_is_control(character.s[0]))
			text_put(text, STR("\357\277\275"));
		else if (character.s[0] == '<')
			text_put(text, STR("\\("));
		else if (character.s[0] == '\\')
			text_put(text, STR("\\\\"));
		else
			text_put(text, character);
	}
	text_put_char(text, '\n');
}

void
html_put_script(struct text *text, struct str script)
{
	bool comment = false;
	struct str line;

	while (str_line(&script, &line)) {
		line = str_trim(line);
		comment |= str_starts(line, STR("/*"));
		if (line.n > 0 && !comment && !str_starts(line, STR("//"))) {
			text_put(text, line);
			text_put_char(text, '\n');
		}
		/* A comment at the end of a line of code ends there. */
		if (str_ends(line, STR("*/")))
			comment = false;
	}
}
