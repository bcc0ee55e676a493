/* match.c - regular expressions on borrowed text */
#include "base/match.h"

#include "base/die.h"

void
match_open(struct match *match, const char *expression, const char *option)
{
	int error = regcomp(&match->regex, expression, REG_EXTENDED | REG_NOSUB);

	if (error != 0) {
		char why[256];
		regerror(error, &match->regex, why, sizeof(why));
		die_usage("%s: '%s': %s", option, expression, why);
	}
	match->text = (struct text){0};
}

bool
match_text(struct match *match, struct str s)
{
	text_clear(&match->text);
	text_put(&match->text, s);
	text_terminate(&match->text);
	for (size_t i = str_find_char(s, '\0'); i < s.n; i++)
		if (match->text.s[i] == '\0')
			match->text.s[i] = ' ';
	return regexec(&match->regex, match->text.s, 0, NULL, 0) == 0;
}

void
match_close(struct match *match)
{
	regfree(&match->regex);
	text_free(&match->text);
}
