/* link.h - links out of a picture, to what was made of its ranges.
 *
 *	link_put(&svg, STR("flame-{start}-{end}.svg"), STR("34.2"), STR("34.28"));
 *	... what is linked
 *	text_put(&svg, STR("</a>"));
 */
#ifndef PICTURE_LINK_H
#define PICTURE_LINK_H

#include "base/text.h"

/* Opens an element `a`.  In the template, {start} and {end} stand for the two; bytes of theirs that
 * are no letter, digit or one of - . _ ~ + @ are written %XX, so that they are part of a file's name
 * and nothing else. */
void link_put(struct text *svg, struct str template, struct str start, struct str end);

#endif
