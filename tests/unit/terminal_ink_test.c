/* terminal_ink_test.c - colours for a terminal of 256 */
#include "picture/terminal_ink.h"
#include "unit/check.h"

/* The colours that xterm's 256 have in its manual's formula. */
static void
own_colors(void)
{
	static const uint32_t cube[] = {0x00, 0x5f, 0x87, 0xaf, 0xd7, 0xff};

	for (unsigned red = 0; red < 6; red++)
		for (unsigned green = 0; green < 6; green++)
			for (unsigned blue = 0; blue < 6; blue++) {
				uint32_t color = cube[red] << 16 | cube[green] << 8 | cube[blue];
				bool grey = red == green && green == blue;
				CHECK((grey && red > 0 && red < 5) ||
				    terminal_ink_256(color) == 16 + 36 * red + 6 * green + blue);
			}
	for (unsigned grey = 0; grey < 24; grey++)
		CHECK(terminal_ink_256((8 + 10 * grey) * 0x10101) == 232 + grey);
}

/* Red is red, however dark or pale. */
static void
hues(void)
{
	CHECK(terminal_ink_256(0x45201d) == 52);
	CHECK(terminal_ink_256(0xb03526) == 124);
	CHECK(terminal_ink_256(0xff8a66) == 210);
	CHECK(terminal_ink_256(0x1d2024) == 234);
}

int
main(void)
{
	own_colors();
	hues();
	return check_failed;
}
