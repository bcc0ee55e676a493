/* caption.h - what the comments of a stream say about it, for the line below a picture's title.
 *
 *	struct text caption = {0};
 *	caption_put(&caption, &lines.head);	db7 · Thu Jul  9 17:14:37 2015 · cycles ·
 *						7,781 idle samples left out
 *
 * Of several streams, each different value is told once, and what was left out is summed.
 */
#ifndef PICTURE_CAPTION_H
#define PICTURE_CAPTION_H

#include "profile/head.h"

/* Between two parts of a caption. */
#define CAPTION_DOT STR(" \302\267 ")

/* Writes host, date, event, the range and expressions by which fs-slice cut it, and what fs-parse
 * left out; nothing where the head is silent. */
void caption_put(struct text *text, const struct head *head);

#endif
