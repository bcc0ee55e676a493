/* scope.h - the whole scope as one self-contained page.
 *
 *	struct scope scope = {.title = STR("Profile"), .map = text_str(&svg), .data = &data};
 *	struct text page = {0};
 *	scope_draw(&scope, &page);
 *
 * Without scripts it shows the pictures it was given; with them, scope.js takes their place, and
 * counts anew for whatever is selected.  All text may hold any bytes.
 */
#ifndef PICTURE_SCOPE_H
#define PICTURE_SCOPE_H

#include "picture/axes_clock.h"
#include "picture/scope_data.h"
#include "profile/named.h"

struct scope {
	struct str title, subtitle;
	struct str unit;                      /* what weights are: samples */
	struct str maps[SCOPE_DATA_PROFILES]; /* heat maps, as SVG, of the profiles of data */
	struct str flame;                     /* the flame graph of all of the first */
	nsec column;                          /* of the heat map at first */
	uint32_t rows;                        /* the same */
	struct str before, after;             /* the times, in the command (command.h) */
	struct str old;                       /* after them, of the profile before; empty: none */
	const struct named *ranges;           /* to choose from, settled */
	struct axes_clock clocks[SCOPE_DATA_PROFILES]; /* of the profiles of data */
	struct str pruned;                             /* what the data leave out; empty: nothing */
	const struct scope_data *data;
};

/* Writes the page behind what is in text. */
void scope_draw(const struct scope *scope, struct text *text);

#endif
