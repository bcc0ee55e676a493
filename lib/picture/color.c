/* color.c - the colours of frames */
#include "picture/color.h"

/* A channel goes from least to least + span; which of three bytes of the name's hash says where. */
struct channel {
	uint8_t least, span, byte;
};

struct hue {
	struct channel red, green, blue;
};

/* Own hues, one a kind: amber, blue, bluish green, pale grey.  Chosen so that no two kinds come
 * closer than 9 (CIE 1976) for protan, deutan and tritan eyes, as Machado, Oliveira and Fernandes
 * simulate them, and near black text has a contrast of 6.8 or more. */
static const struct hue kinds[] = {
    [FRAME_USER] = {{240, 15, 0}, {150, 50, 1}, {60, 40, 2}},
    [FRAME_KERNEL] = {{112, 36, 1}, {156, 28, 1}, {228, 20, 0}},
    [FRAME_JIT] = {{80, 40, 1}, {184, 34, 1}, {128, 24, 0}},
    [FRAME_INLINED] = {{208, 22, 1}, {214, 20, 1}, {208, 24, 0}},
};

static const struct hue plain[] = {
    [COLOR_HOT] = {{205, 50, 0}, {60, 170, 1}, {0, 55, 2}},
    [COLOR_MEM] = {{0, 0, 0}, {190, 50, 0}, {0, 210, 1}},
    [COLOR_IO] = {{90, 70, 1}, {110, 70, 1}, {195, 60, 0}},
    [COLOR_RED] = {{205, 50, 1}, {80, 90, 1}, {80, 90, 1}},
    [COLOR_GREEN] = {{70, 70, 1}, {195, 55, 1}, {70, 70, 1}},
    [COLOR_BLUE] = {{90, 80, 1}, {130, 70, 1}, {205, 50, 1}},
    [COLOR_YELLOW] = {{190, 60, 1}, {180, 60, 1}, {50, 30, 1}},
    [COLOR_PURPLE] = {{195, 55, 1}, {115, 70, 1}, {200, 50, 1}},
    [COLOR_AQUA] = {{60, 70, 1}, {175, 60, 1}, {175, 60, 1}},
    [COLOR_ORANGE] = {{205, 50, 1}, {120, 60, 1}, {10, 20, 1}},
};

/* FNV-1a, then mixed, so that names that differ in their last byte differ in all three bytes. */
static uint32_t
hash(struct str name)
{
	uint32_t value = 2166136261u;

	for (size_t i = 0; i < name.n; i++)
		value = (value ^ (unsigned char)name.s[i]) * 16777619u;
	value = (value ^ value >> 16) * 0x85ebca6bu;
	value = (value ^ value >> 13) * 0xc2b2ae35u;
	return value ^ value >> 16;
}

static uint8_t
channel(struct channel channel, uint32_t bytes)
{
	uint32_t byte = bytes >> channel.byte * 8 & 0xff;

	return (uint8_t)(channel.least + channel.span * byte / 255);
}

static struct color
mix(const struct hue *hue, uint32_t bytes)
{
	return (struct color){
	    channel(hue->red, bytes), channel(hue->green, bytes), channel(hue->blue, bytes)};
}

/* The palette of that name: kernel orange, JIT green, inlined aqua, C++ yellow, the rest red. */
static const struct hue *
java_hue(struct str name, enum frame_kind kind)
{
	switch (kind) {
	case FRAME_KERNEL: return &plain[COLOR_ORANGE];
	case FRAME_JIT: return &plain[COLOR_GREEN];
	case FRAME_INLINED: return &plain[COLOR_AQUA];
	case FRAME_USER: break;
	}
	return &plain[str_find(name, STR("::")) < name.n ? COLOR_YELLOW : COLOR_RED];
}

static const struct hue *
find_hue(enum color_palette palette, struct str name, enum frame_kind kind)
{
	if (palette == COLOR_KIND)
		return &kinds[kind];
	return palette == COLOR_JAVA ? java_hue(name, kind) : &plain[palette];
}

struct color
color_frame(enum color_palette palette, struct str name, enum frame_kind kind)
{
	return mix(find_hue(palette, name, kind), hash(name));
}

bool
color_kind(enum color_palette palette, enum frame_kind kind, struct color *color)
{
	if (palette != COLOR_KIND && palette != COLOR_JAVA)
		return false;
	*color = mix(find_hue(palette, STR(""), kind), 0x808080);
	return true;
}

void
color_put(struct text *text, struct color color)
{
	static const char digits[] = "0123456789abcdef";
	uint8_t channels[] = {color.red, color.green, color.blue};

	text_put_char(text, '#');
	for (size_t i = 0; i < 3; i++) {
		text_put_char(text, digits[channels[i] >> 4]);
		text_put_char(text, digits[channels[i] & 15]);
	}
}
