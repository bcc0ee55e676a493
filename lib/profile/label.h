/* label.h - the label that a frame is written with. */
#ifndef PROFILE_LABEL_H
#define PROFILE_LABEL_H

#include "profile/name.h"

/* Writes the label of a frame by the rules of docs/design.md, "Names".  Nothing is written for a
 * frame that the style leaves out.  What must not stand in a folded line never does. */
void label_put(struct text *text, const struct name_style *style, const struct frame *frame);

#endif
