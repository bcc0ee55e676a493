/* mark.h - the mark at the end of a frame's name that tells its kind: `_[k]`, `_[j]`, `_[i]`, `_[w]`.
 *
 *	enum frame_kind kind;
 *	struct str shown = mark_split(name, &kind);
 *
 * What the marks mean is in fs-folded(5).
 */
#ifndef PROFILE_MARK_H
#define PROFILE_MARK_H

#include "base/str.h"
#include "profile/name.h"

/* The name without its mark, and the kind the mark tells: FRAME_USER where there is none. */
struct str mark_split(struct str name, enum frame_kind *kind);

#endif
