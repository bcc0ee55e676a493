/* screen.c - what a terminal can show */
#include "base/screen.h"

#include "base/number.h"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct str
value(const char *variable)
{
	return variable != NULL ? str_from(variable) : STR("");
}

/* The first that is set and not empty tells the characters. */
static bool
is_utf8(const struct screen_env *env)
{
	struct str locale = value(env->lc_all);

	if (locale.n == 0)
		locale = value(env->lc_ctype);
	if (locale.n == 0)
		locale = value(env->lang);
	return str_holds_nocase(locale, STR("utf-8")) || str_holds_nocase(locale, STR("utf8"));
}

static bool
is_colored(int fd, const struct screen_env *env, enum screen_wish wish)
{
	if (wish != SCREEN_AUTO)
		return wish == SCREEN_ALWAYS;
	struct str term = value(env->term);
	return isatty(fd) && value(env->no_color).n == 0 && term.n > 0 &&
	    !str_equal(term, STR("dumb"));
}

static uint32_t
columns(uint64_t told)
{
	if (told < SCREEN_COLUMNS_LEAST)
		return SCREEN_COLUMNS_LEAST;
	return told < SCREEN_COLUMNS_MOST ? (uint32_t)told : SCREEN_COLUMNS_MOST;
}

struct screen
screen_find(int fd, const struct screen_env *env, enum screen_wish wish)
{
	struct screen screen = {.columns = SCREEN_COLUMNS, .utf8 = is_utf8(env)};
	struct str depth = value(env->colorterm);
	struct winsize size = {0};
	uint64_t told;

	if (number_parse(value(env->columns), &told) && told > 0)
		screen.columns = columns(told);
	if (ioctl(fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
		screen.columns = columns(size.ws_col);
		screen.lines = size.ws_row;
	}
	if (is_colored(fd, env, wish))
		screen.color = str_equal(depth, STR("truecolor")) || str_equal(depth, STR("24bit"))
		    ? SCREEN_TRUE
		    : SCREEN_256;
	return screen;
}
