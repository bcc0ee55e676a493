/* caption.h - what the comments of a stream say about it, for the line below a picture's title.
 *
 *	struct text caption = {0};
 *	caption_put(&caption, &lines.head);	db7 · cycles · 7,781 idle samples left out ·
 *						Thu Jul  9 17:14:37 2015
 *
 * Of several streams, each different value is told once, up to eight of them, and what was left
 * out is summed.
 */
#ifndef PICTURE_CAPTION_H
#define PICTURE_CAPTION_H

#include "profile/head.h"

/* Between two parts of a caption. */
#define CAPTION_DOT STR(" \302\267 ")

/* Writes what files the samples are from, without the directories and cut where they are long, the first
 * few of them; nothing for standard input alone. */
void caption_put_source(struct text *text, char *const *operands, size_t n);

/* Writes host, event, what fs-parse left out, the range and expressions by which fs-slice cut it,
 * and the date; nothing where the head is silent. */
void caption_put(struct text *text, const struct head *head);

/* Writes what the wall clock showed at second 0, or, where a range was cut out, when it began; nothing
 * where the heads do not tell it, or tell it of several streams. */
void caption_put_wall(struct text *text, const struct head *head);

/* What a weight is called: samples, or by the event where the head says that weights are periods.
 * Borrowed from head. */
struct str caption_unit(const struct head *head);

#endif
