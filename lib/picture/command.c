/* command.c - the command that cuts a selection out of a profile */
#include "picture/command.h"

#include "base/shell.h"
#include "picture/utf8.h"

/* Whether a page can show s such that it can be copied from it. */
static bool
is_showable(struct str s)
{
	struct str character;

	while (utf8_next(&s, &character))
		if (character.n == 0 || str_is_control(character.s[0]))
			return false;
	return true;
}

static void
put_expressions(struct text *text, struct str option, const struct opt_list *list)
{
	for (size_t i = 0; i < list->n; i++) {
		struct str expression = str_from(list->items[i]);
		text_put(text, option);
		shell_put(text, is_showable(expression) ? expression : STR("REGEX"));
		text_put_char(text, ' ');
	}
}

void
command_put_before(struct text *text, const struct opt_list *keep, const struct opt_list *drop)
{
	text_put(text, STR("fs-slice "));
	put_expressions(text, STR("--keep="), keep);
	put_expressions(text, STR("--drop="), drop);
}

void
command_put_after(struct text *text, char *const *operands, size_t n)
{
	if (n == 0)
		text_put(text, STR(" FILE"));
	for (size_t i = 0; i < n; i++) {
		struct str name = str_from(operands[i]);
		text_put_char(text, ' ');
		if (str_equal(name, STR("-")) || !is_showable(name)) {
			text_put(text, STR("FILE"));
			continue;
		}
		shell_put_path(text, name);
	}
	text_put(text, STR(" | fs-fold | fs-svg > flame.svg"));
}
