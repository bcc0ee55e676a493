/* terminal_ink.c - coloured text for a terminal */
#include "picture/terminal_ink.h"

#include "picture/utf8.h"

enum { ALIKE = 40 };

/* The nearest of the cube's steps, 0, 95, 135, .. 255. */
static unsigned
step(unsigned value)
{
	return value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40;
}

/* Of two lesser channels that are much alike, neither may be raised alone: red would turn brown. */
static unsigned
nearest(const unsigned channel[3], int strongest)
{
	static const unsigned place[] = {36, 6, 1};
	int a = (strongest + 1) % 3, b = (strongest + 2) % 3;
	unsigned low = channel[a], high = channel[b];

	if (low + ALIKE > high && high + ALIKE > low)
		low = high = (low + high) / 2;
	return 16 + place[strongest] * step(channel[strongest]) + place[a] * step(low) +
	    place[b] * step(high);
}

unsigned
terminal_ink_256(uint32_t color)
{
	const unsigned channel[] = {color >> 16 & 0xff, color >> 8 & 0xff, color & 0xff};
	int most = 0, least = 0;

	for (int i = 1; i < 3; i++) {
		most = channel[i] > channel[most] ? i : most;
		least = channel[i] < channel[least] ? i : least;
	}
	/* Greys are 8, 18, .. 238; darker and lighter ones are in the cube.  A faint red must not
	 * become one. */
	unsigned dark = channel[least], light = channel[most];
	if (light - dark <= 16 && dark >= 4 && light < 243)
		return 232 + ((dark + light) / 2 - 3) / 10;
	return nearest(channel, most);
}

/* What is 38 of letters is 48 of what is behind them. */
static void
put_color(struct terminal_ink *ink, int which, int32_t color)
{
	uint32_t bits = (uint32_t)color;

	if (color < 0)
		text_print(ink->text, "\033[%dm", which + 1);
	else if (ink->screen->color == SCREEN_TRUE)
		text_print(ink->text, "\033[%d;2;%u;%u;%um", which, bits >> 16 & 0xff,
		    bits >> 8 & 0xff, bits & 0xff);
	else
		text_print(ink->text, "\033[%d;5;%um", which, terminal_ink_256(bits));
}

void
terminal_ink_set(struct terminal_ink *ink, int32_t pen, int32_t paper)
{
	if (ink->screen->color == SCREEN_PLAIN)
		return;
	if (pen != ink->pen)
		put_color(ink, 38, pen);
	if (paper != ink->paper)
		put_color(ink, 48, paper);
	ink->pen = pen;
	ink->paper = paper;
}

void
terminal_ink_bold(struct terminal_ink *ink, bool bold)
{
	if (ink->screen->color != SCREEN_PLAIN)
		text_put(ink->text, bold ? STR("\033[1m") : STR("\033[0m"));
}

/* Whether the screen shows a character, given as utf8_next does, which leaves out those that could
 * turn it. */
static bool
is_shown(const struct terminal_ink *ink, struct str character)
{
	if (character.n == 0)
		return false;
	if (character.n == 1)
		return !str_is_control(character.s[0]);
	return ink->screen->utf8;
}

void
terminal_ink_put(struct terminal_ink *ink, struct str s)
{
	struct str character;

	while (utf8_next(&s, &character)) {
		if (is_shown(ink, character))
			text_put(ink->text, character);
		else
			text_put_char(ink->text, str_equal(character, STR("\302\267")) ? '-' : '?');
	}
}

bool
terminal_ink_shows(const struct terminal_ink *ink, struct str s)
{
	struct str character;

	while (utf8_next(&s, &character))
		if (!is_shown(ink, character))
			return false;
	return true;
}
