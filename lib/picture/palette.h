/* palette.h - which colour a frame has.
 *
 *	struct color color = palette_color(PALETTE_KIND, STR("do_idle"), FRAME_KERNEL);
 *
 * A colour depends on the palette, the frame's name and its kind alone: the same name has the same
 * colour in every graph, every run and on every machine.  Text in black can be read on all of them.
 *
 * `kind` is our own, as are `module` and `safe`; the others look, and choose by names and marks, as
 * the palettes of those names in flamegraph.pl and inferno do.
 */
#ifndef PICTURE_PALETTE_H
#define PICTURE_PALETTE_H

#include "picture/color.h"
#include "profile/name.h"

/* In the order of PALETTE_NAMES. */
enum palette {
	PALETTE_KIND, /* user, kernel, JIT-compiled, inlined: hues that colour-blind eyes tell apart */
	PALETTE_MODULE, /* a hue for each module or package, a shade for each name in it */
	PALETTE_SAFE,   /* from blue to yellow, which all eyes tell apart */
	PALETTE_HOT,
	PALETTE_MEM,
	PALETTE_IO,
	PALETTE_RED,
	PALETTE_GREEN,
	PALETTE_BLUE,
	PALETTE_AQUA,
	PALETTE_YELLOW,
	PALETTE_PURPLE,
	PALETTE_ORANGE,
	PALETTE_WAKEUP,
	PALETTE_CHAIN,
	PALETTE_JAVA,
	PALETTE_JS,
	PALETTE_PERL,
	PALETTE_PYTHON,
	PALETTE_RUST
};

#define PALETTE_NAMES                                                                             \
	"kind|module|safe|hot|mem|io|red|green|blue|aqua|yellow|purple|orange|wakeup|chain|java|" \
	"js|perl|python|rust"

/* name without its mark. */
struct color palette_color(enum palette palette, struct str name, enum frame_kind kind);

/* The colour that stands for all of a kind, for a legend; false where the palette does not tell
 * kinds apart. */
bool palette_kind(enum palette palette, enum frame_kind kind, struct color *color);

/* The colour of a change: from white to red for change of most, or, where it is less, blue. */
struct color palette_change(bool less, uint64_t change, uint64_t most);

/* What a name belongs to, borrowed from it: libc.so of libc.so`read, org/foo of org/foo/Bar::run,
 * net/http of net/http.(*Client).Do, ns of ns::f; empty where it tells nothing. */
struct str palette_package(struct str name);

#endif
