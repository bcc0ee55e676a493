/* color.c - colours */
#include "picture/color.h"

#include "base/number.h"

/* FNV-1a, then mixed, so that names that differ in their last byte differ in all three bytes. */
uint32_t
color_hash(struct str name)
{
	uint32_t value = 2166136261u;

	for (size_t i = 0; i < name.n; i++)
		value = (value ^ (unsigned char)name.s[i]) * 16777619u;
	value = (value ^ value >> 16) * 0x85ebca6bu;
	value = (value ^ value >> 13) * 0xc2b2ae35u;
	return value ^ value >> 16;
}

static uint8_t
channel(struct color_channel channel, uint32_t bytes)
{
	uint32_t byte = bytes >> channel.byte * 8 & 0xff;

	return (uint8_t)(channel.least + channel.span * byte / 255);
}

struct color
color_mix(const struct color_hue *hue, uint32_t bytes)
{
	return (struct color){
	    channel(hue->red, bytes), channel(hue->green, bytes), channel(hue->blue, bytes)};
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

static bool
parse_digits(struct str digits, size_t each, uint8_t *channel)
{
	uint64_t value;

	if (!number_parse_hex(digits, &value))
		return false;
	*channel = (uint8_t)(each == 1 ? value * 17 : value);
	return true;
}

bool
color_parse(struct str s, struct color *color)
{
	struct color parsed;

	if (!str_starts(s, STR("#")) || (s.n != 4 && s.n != 7))
		return false;
	size_t each = s.n / 3;
	if (!parse_digits((struct str){s.s + 1, each}, each, &parsed.red) ||
	    !parse_digits((struct str){s.s + 1 + each, each}, each, &parsed.green) ||
	    !parse_digits((struct str){s.s + 1 + 2 * each, each}, each, &parsed.blue))
		return false;
	*color = parsed;
	return true;
}
