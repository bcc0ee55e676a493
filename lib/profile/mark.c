/* mark.c - the mark that tells a frame's kind */
#include "profile/mark.h"

struct str
mark_split(struct str name, enum frame_kind *kind)
{
	*kind = FRAME_USER;
	if (name.n < 4 || !str_starts(str_skip(name, name.n - 4), STR("_[")) ||
	    name.s[name.n - 1] != ']')
		return name;
	switch (name.s[name.n - 2]) {
	case 'k': *kind = FRAME_KERNEL; break;
	case 'j': *kind = FRAME_JIT; break;
	case 'i': *kind = FRAME_INLINED; break;
	case 'w': *kind = FRAME_WAKER; break;
	default: return name;
	}
	return str_head(name, name.n - 4);
}
