/* utf8.h - characters of a text that may be UTF-8, and the columns they take.
 *
 * The width table is shared with the scripts in our pages: what fits a box is told by the same
 * numbers in both.  A column is 0.61 em of a monospace font; wide East Asian characters and
 * emoji take two, combining marks none.
 */
#ifndef PICTURE_UTF8_H
#define PICTURE_UTF8_H

#include "base/str.h"

/* Takes the next character off *rest.  An empty *character stands for one byte that is no part
 * of valid UTF-8, or for a character that XML forbids (surrogates, U+FFFE, U+FFFF).  False at the
 * end. */
bool utf8_next(struct str *rest, struct str *character);

/* Columns that s takes when drawn; what utf8_next gives as empty counts one (it is drawn as U+FFFD). */
size_t utf8_columns(struct str s);

/* The longest beginning of s, whole characters, that takes at most that many columns. */
struct str utf8_fit(struct str s, size_t room);

/* The longest end of s that does. */
struct str utf8_fit_end(struct str s, size_t room);

#endif
