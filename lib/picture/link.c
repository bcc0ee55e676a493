/* link.c - links out of a picture */
#include "picture/link.h"

#include "picture/svg.h"

static bool
is_plain(char c)
{
	return str_is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    str_find_char(STR("-._~+@"), c) < STR("-._~+@").n;
}

static void
put_encoded(struct text *text, struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		if (is_plain(s.s[i]))
			text_put_char(text, s.s[i]);
		else
			text_print(text, "%%%02X", (unsigned)(unsigned char)s.s[i]);
	}
}

void
link_put(struct text *svg, struct str template, struct str start, struct str end)
{
	struct text target = {0};

	while (template.n > 0) {
		size_t brace = str_find_char(template, '{');
		text_put(&target, str_head(template, brace));
		template = str_skip(template, brace);
		if (str_starts(template, STR("{start}"))) {
			put_encoded(&target, start);
			template = str_skip(template, 7);
		} else if (str_starts(template, STR("{end}"))) {
			put_encoded(&target, end);
			template = str_skip(template, 5);
		} else if (template.n > 0) {
			text_put_char(&target, '{');
			template = str_skip(template, 1);
		}
	}
	text_put(svg, STR("<a href=\""));
	svg_put_text(svg, text_str(&target));
	text_put(svg, STR("\">"));
	text_free(&target);
}
