/* screen.h - what a terminal can show: how much of it, in which colours and characters.
 *
 *	const struct screen_env env = {.columns = getenv("COLUMNS"), .term = getenv("TERM"), ..};
 *	struct screen screen = screen_find(STDOUT_FILENO, &env, SCREEN_AUTO);
 *	if (screen.color == SCREEN_PLAIN)
 *		...
 *
 * The environment is the program's to read; NULL is a variable that is not set.
 */
#ifndef BASE_SCREEN_H
#define BASE_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

enum {
	SCREEN_COLUMNS = 80, /* where nobody knows better */
	SCREEN_COLUMNS_LEAST = 40,
	SCREEN_COLUMNS_MOST = 10000,
};

/* When to use colours; in the order of the words auto|always|never. */
enum screen_wish { SCREEN_AUTO, SCREEN_ALWAYS, SCREEN_NEVER };

enum screen_color { SCREEN_PLAIN, SCREEN_256, SCREEN_TRUE };

struct screen_env {
	const char *columns, *term, *colorterm, *no_color, *lc_all, *lc_ctype, *lang;
};

struct screen {
	uint32_t columns; /* SCREEN_COLUMNS_LEAST to _MOST */
	uint32_t lines;   /* 0 where fd is no terminal, or one that does not tell */
	enum screen_color color;
	bool utf8;
};

/* What fd shows.  Its width is what the terminal says, else COLUMNS, else 80.  By itself it has
 * colours where it is a terminal, not a dumb one, and NO_COLOR is not set or empty
 * (https://no-color.org); 24 bits of them where COLORTERM says so.  Its characters are those of
 * the locale. */
struct screen screen_find(int fd, const struct screen_env *env, enum screen_wish wish);

#endif
