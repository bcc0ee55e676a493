/* svg.c - escaped text and lengths */
#include "picture/svg.h"

#include "picture/utf8.h"

static void
put_ascii(struct text *text, char c)
{
	switch (c) {
	case '&': text_put(text, STR("&amp;")); break;
	case '<': text_put(text, STR("&lt;")); break;
	case '>': text_put(text, STR("&gt;")); break;
	case '"': text_put(text, STR("&quot;")); break;
	case '\'': text_put(text, STR("&#39;")); break;
	default:
		if (str_is_control(c))
			text_put(text, STR("\357\277\275"));
		else
			text_put_char(text, c);
	}
}

void
svg_put_text(struct text *text, struct str s)
{
	struct str character;

	while (utf8_next(&s, &character)) {
		if (character.n == 1)
			put_ascii(text, character.s[0]);
		else if (character.n == 0)
			text_put(text, STR("\357\277\275"));
		else
			text_put(text, character);
	}
}

void
svg_put_tenths(struct text *text, uint64_t tenths)
{
	text_put_number(text, tenths / 10);
	if (tenths % 10 != 0)
		text_print(text, ".%u", (unsigned)(tenths % 10));
}

void
svg_put_script(struct text *text, struct str s)
{
	text_put(text, STR("<script><![CDATA[\n"));
	for (;;) {
		size_t at = str_find(s, STR("]]>"));
		text_put(text, str_head(s, at));
		if (at >= s.n)
			break;
		text_put(text, STR("]]]]><![CDATA[>"));
		s = str_skip(s, at + 3);
	}
	text_put(text, STR("]]></script>\n"));
}
