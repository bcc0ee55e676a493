/* name.h - what a frame is, and what of its names every label (label.h) needs. */
#ifndef PROFILE_NAME_H
#define PROFILE_NAME_H

#include "base/text.h"

enum frame_kind {
	FRAME_USER,
	FRAME_KERNEL,
	FRAME_JIT,
	FRAME_INLINED, /* into the frame next towards the root */
	FRAME_WAKER    /* it woke what it stands on, in the chain graphs of other tools */
};

/* What a frame's name says about idleness (idle.h). */
enum frame_idle { FRAME_BUSY, FRAME_IDLE, FRAME_INTERRUPT };

struct frame {
	struct str label;   /* as we write it: tidied, marked, several joined by `;` root first */
	struct str symbol;  /* as the profiler wrote it; empty where it has no column of symbols */
	struct str name;    /* the same without the offset */
	struct str module;  /* the file it is from; empty where not told */
	struct str address; /* hexadecimal digits; empty where not told */
	struct str source;  /* FILE:LINE; empty where not told */
	enum frame_kind kind;
	enum frame_idle idle;
	bool unknown;  /* it has no symbol */
	uint8_t lines; /* of the text that tell it */
};

enum name_tidy { NAME_PRECISE, NAME_FLAMEGRAPH, NAME_STABLE, NAME_NONE };

struct name_style {
	enum name_tidy tidy;
	bool kernel, jit, inlined; /* marks _[k] _[j] _[i] are written */
	bool addresses;            /* an unresolved frame tells its address */
	bool modules;              /* MODULE` before a name */
	bool sources;              /* :FILE:LINE behind it */
};

/* Sets the marks that letters ask for: any of k, j and i, or `none`.  False, and *style as it was,
 * for anything else. */
bool name_marks(struct name_style *style, struct str letters);

/* What a module is called: the last part of its path, without brackets and ` (deleted)`; empty
 * where it is not known, or tells that the frame is inlined. */
struct str name_module(struct str module);

/* Whether the profiler found no symbol for the frame, or printed none. */
bool name_is_unknown(const struct frame *frame);

/* Whether the module is a /tmp/perf-N.map, in which a JIT tells its symbols. */
bool name_is_perf_map(struct str module);

/* The kind that a module's name tells. */
enum frame_kind name_kind(struct str module);

/* Writes any text so that it can stand as a frame: `;` becomes `:`, control bytes a blank, and
 * nothing `[unknown]`. */
void name_put_clean(struct text *text, struct str s);

#endif
