/* palette.c - which colour a frame has */
#include "picture/palette.h"

#include "base/number.h"

/* Own hues, one a kind: amber, blue, bluish green, pale grey.  Chosen so that no two kinds come
 * closer than 9 (CIE 1976) for protan, deutan and tritan eyes, as Machado, Oliveira and Fernandes
 * simulate them, and near black text has a contrast of 6.8 or more. */
static const struct color_hue kinds[] = {
    [FRAME_USER] = {{240, 15, 0}, {150, 50, 1}, {60, 40, 2}},
    [FRAME_KERNEL] = {{112, 36, 1}, {156, 28, 1}, {228, 20, 0}},
    [FRAME_JIT] = {{80, 40, 1}, {184, 34, 1}, {128, 24, 0}},
    [FRAME_INLINED] = {{208, 22, 1}, {214, 20, 1}, {208, 24, 0}},
    [FRAME_WAKER] = {{240, 15, 0}, {150, 50, 1}, {60, 40, 2}},
};

static const struct color_hue plain[] = {
    [PALETTE_HOT] = {{205, 50, 0}, {60, 170, 1}, {0, 55, 2}},
    [PALETTE_MEM] = {{0, 0, 0}, {190, 50, 0}, {0, 210, 1}},
    [PALETTE_IO] = {{90, 70, 1}, {110, 70, 1}, {195, 60, 0}},
    [PALETTE_RED] = {{205, 50, 1}, {80, 90, 1}, {80, 90, 1}},
    [PALETTE_GREEN] = {{70, 70, 1}, {195, 55, 1}, {70, 70, 1}},
    [PALETTE_BLUE] = {{90, 80, 1}, {130, 70, 1}, {205, 50, 1}},
    [PALETTE_YELLOW] = {{190, 60, 1}, {180, 60, 1}, {50, 30, 1}},
    [PALETTE_PURPLE] = {{195, 55, 1}, {115, 70, 1}, {200, 50, 1}},
    [PALETTE_AQUA] = {{60, 70, 1}, {175, 60, 1}, {175, 60, 1}},
    [PALETTE_ORANGE] = {{205, 50, 1}, {120, 60, 1}, {10, 20, 1}},
    [PALETTE_WAKEUP] = {{60, 70, 1}, {175, 60, 1}, {175, 60, 1}},
};

/* Hues around the circle, light enough for black text; the package's hash picks one. */
static const struct color_hue packages[] = {
    {{226, 24, 0}, {128, 24, 0}, {112, 24, 0}},
    {{232, 22, 0}, {158, 24, 0}, {84, 24, 0}},
    {{214, 26, 0}, {188, 26, 0}, {72, 24, 0}},
    {{160, 26, 0}, {200, 28, 0}, {88, 24, 0}},
    {{104, 26, 0}, {200, 28, 0}, {132, 26, 0}},
    {{96, 26, 0}, {196, 28, 0}, {186, 26, 0}},
    {{108, 26, 0}, {176, 28, 0}, {222, 24, 0}},
    {{146, 28, 0}, {160, 28, 0}, {228, 22, 0}},
    {{186, 28, 0}, {150, 26, 0}, {222, 24, 0}},
    {{220, 26, 0}, {140, 26, 0}, {196, 26, 0}},
    {{190, 26, 0}, {176, 26, 0}, {156, 26, 0}},
    {{168, 26, 0}, {182, 26, 0}, {192, 26, 0}},
};

/* From blue over grey to yellow, in even steps of lightness. */
static const struct color safe[] = {{122, 156, 214}, {134, 166, 212}, {146, 174, 206},
    {158, 182, 198}, {170, 188, 186}, {184, 196, 174}, {198, 202, 158}, {212, 208, 140},
    {226, 214, 120}, {240, 220, 98}};

/* The bytes of one of 512 shades, which a hash picks.  Multiples of 1/g, 1/g^2 and 1/g^3, where g^4 is g + 1, without
 * their whole parts are spread evenly over the cube of three bytes, and over each alone.  Millions would
 * be told apart by no eye; tens of thousands in one picture take a browser seconds to open. */
static uint32_t
shade(uint32_t hash)
{
	uint32_t i = hash % 512;

	return (i * 53685 >> 8 & 0xff) | (i * 43978 & 0xff00) | (i * 36025 << 8 & 0xff0000);
}

static bool
holds(struct str name, const char *part)
{
	return str_find(name, str_from(part)) < name.n;
}

static bool
starts_with_any(struct str name, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts(name, str_from(words[i])))
			return true;
	return false;
}

/* Kernel orange, compiled green, inlined aqua, and of what is not marked C++ yellow; Java's own
 * names, of profilers without marks, are green too. */
static enum palette
java(struct str name, enum frame_kind kind)
{
	static const char *const roots[] = {
	    "java/", "javax/", "jdk/", "net/", "org/", "com/", "io/", "sun/"};

	if (kind == FRAME_KERNEL)
		return PALETTE_ORANGE;
	if (kind == FRAME_JIT)
		return PALETTE_GREEN;
	if (kind == FRAME_INLINED)
		return PALETTE_AQUA;
	if (starts_with_any(str_skip(name, str_starts(name, STR("L"))), roots,
		sizeof(roots) / sizeof(*roots)) ||
	    holds(name, ":::"))
		return PALETTE_GREEN;
	return holds(name, "::") ? PALETTE_YELLOW : PALETTE_RED;
}

/* Functions of a source green, built-in ones aqua. */
static enum palette
js(struct str name, enum frame_kind kind)
{
	if (kind == FRAME_KERNEL)
		return PALETTE_ORANGE;
	if (kind == FRAME_JIT)
		return str_find_char(name, '/') < name.n ? PALETTE_GREEN : PALETTE_AQUA;
	if (holds(name, "::"))
		return PALETTE_YELLOW;
	if (holds(str_skip(name, str_find_char(name, '/')), ".js"))
		return PALETTE_GREEN;
	if (str_find_char(name, ':') < name.n)
		return PALETTE_AQUA;
	return str_trim(name).n == 0 ? PALETTE_GREEN : PALETTE_RED;
}

static enum palette
perl(struct str name, enum frame_kind kind)
{
	if (holds(name, "::"))
		return PALETTE_YELLOW;
	if (holds(name, "Perl") || holds(name, ".pl"))
		return PALETTE_GREEN;
	return kind == FRAME_KERNEL ? PALETTE_ORANGE : PALETTE_RED;
}

/* Packages from elsewhere aqua, the standard library red, the interpreter's own frames yellow, the
 * rest, which is the user's, green. */
static enum palette
python(struct str name, enum frame_kind kind)
{
	if (kind == FRAME_KERNEL)
		return PALETTE_ORANGE;
	if (holds(name, "site-packages") || holds(name, "dist-packages"))
		return PALETTE_AQUA;
	if (holds(name, "/python") || holds(name, "/lib/") || holds(name, "\\python"))
		return PALETTE_RED;
	if (str_starts(name, STR("<")) || holds(name, "(<"))
		return PALETTE_YELLOW;
	return holds(name, ".py") ? PALETTE_GREEN : PALETTE_RED;
}

/* The standard crates orange, others aqua, what is no Rust yellow. */
static enum palette
rust(struct str name, enum frame_kind kind)
{
	static const char *const standard[] = {
	    "core::", "std::", "alloc::", "<core::", "<std::", "<alloc::"};

	if (starts_with_any(name, standard, sizeof(standard) / sizeof(*standard)))
		return PALETTE_ORANGE;
	(void)kind;
	return holds(name, "::") ? PALETTE_AQUA : PALETTE_YELLOW;
}

static enum palette
resolve(enum palette palette, struct str name, enum frame_kind kind)
{
	switch (palette) {
	case PALETTE_JAVA: return java(name, kind);
	case PALETTE_JS: return js(name, kind);
	case PALETTE_PERL: return perl(name, kind);
	case PALETTE_PYTHON: return python(name, kind);
	case PALETTE_RUST: return rust(name, kind);
	case PALETTE_CHAIN: return kind == FRAME_WAKER ? PALETTE_AQUA : PALETTE_BLUE;
	default: return palette;
	}
}

struct str
palette_package(struct str name)
{
	size_t tick = str_find_char(name, '`');
	size_t end = str_find_char(name, '(');
	size_t colons = str_find(name, STR("::"));
	size_t slash = str_find_char_last(str_head(name, end), '/');

	if (tick < name.n)
		return str_head(name, tick);
	/* `net/http.(*Client).Do` and `main.run`: up to the first point behind the last slash. */
	struct str last = slash < end ? str_skip(name, slash + 1) : name;
	size_t point = str_find_char(str_head(last, last.n - (name.n - end)), '.');
	if (colons == name.n && point < last.n - (name.n - end) && point > 0)
		return str_head(name, (size_t)(last.s - name.s) + point);
	if (slash < end)
		return str_head(name, slash);
	if (str_starts(name, STR("<")))
		return (struct str){0};
	return str_head(name, colons < name.n ? colons : 0);
}

static struct color
module_color(struct str name, enum frame_kind kind)
{
	struct str package = palette_package(name);
	uint32_t bytes = shade(color_hash(name));

	/* The kernel is a module; a name like foo.isra.0 in it is no package. */
	if (kind == FRAME_KERNEL && str_find_char(name, '`') == name.n)
		return color_mix(&kinds[FRAME_KERNEL], bytes);
	if (package.n == 0)
		return color_mix(&kinds[FRAME_INLINED], bytes);
	size_t hue = color_hash(package) % (sizeof(packages) / sizeof(*packages));
	return color_mix(&packages[hue], bytes);
}

struct color
palette_color(enum palette palette, struct str name, enum frame_kind kind)
{
	uint32_t hash = color_hash(name), bytes = shade(hash);

	if (palette == PALETTE_KIND)
		return color_mix(&kinds[kind], bytes);
	if (palette == PALETTE_MODULE)
		return module_color(name, kind);
	if (palette == PALETTE_SAFE)
		return safe[hash % (sizeof(safe) / sizeof(*safe))];
	return color_mix(&plain[resolve(palette, name, kind)], bytes);
}

struct color
palette_change(bool less, uint64_t change, uint64_t most)
{
	/* Light enough for black text; red against blue is told apart by all eyes. */
	static const struct color ends[] = {{238, 98, 74}, {92, 142, 240}};
	const struct color *end = &ends[less];
	/* What changed at all is told from what did not. */
	uint64_t share = change > 0 ? 40 + number_scale(change, 215, most) : 0;

	return (struct color){
	    (uint8_t)(234 - (234 - end->red) * (int)share / 255),
	    (uint8_t)(234 - (234 - end->green) * (int)share / 255),
	    (uint8_t)(234 - (234 - end->blue) * (int)share / 255),
	};
}

bool
palette_kind(enum palette palette, enum frame_kind kind, struct color *color)
{
	if (palette == PALETTE_KIND)
		*color = color_mix(&kinds[kind], 0x808080);
	else if (palette == PALETTE_JAVA)
		*color = color_mix(&plain[java(STR(""), kind)], 0x808080);
	else
		return false;
	return true;
}
