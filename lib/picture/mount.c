/* mount.c - what stands around the boxes of a picture */
#include "picture/mount.h"

#include "base/opts.h"
#include "picture/svg.h"
#include "picture/utf8.h"

/* In pixels. */
enum {
	FONT = 12,
	FONT_TITLE = 17,
	TITLE_LINE = 27, /* base lines */
	SUBTITLE_LINE = 46,
	DETAILS_LINE = 13, /* from the bottom */
	BUTTONS = 330,     /* kept free of the title for the script's buttons */
	MATCHED = 260,     /* and of the subtitle for what a search says */
	LEGEND_BOX = 12,
	LEGEND_GAP = 18
};

static const char style[] =
    "#boxes path:hover{stroke-opacity:.7}\n"
    "@media (prefers-color-scheme:dark){\n"
    "svg{background:#17191c}#back,.sticky{fill:#17191c}#title,#details{fill:#e8eaed}.quiet{fill:#"
    "9aa0a6}\n"
    "#labels [opacity]{fill:#fff}#view{opacity:.92}#edges "
    "path:not(.new){stroke:#17191c}.new{stroke:#fff}}\n"
    "</style>\n";

/* How many columns fit what reserved leaves of a line.  A letter of a sans-serif font is narrower
 * on average than a column of a monospace one. */
static uint32_t
columns_of(const struct mount *mount, uint32_t font, uint32_t reserved)
{
	uint32_t taken = 2 * MOUNT_MARGIN + reserved;

	return mount->width > taken ? (mount->width - taken) * 100 / (55 * font) : 0;
}

/* A line of text, cut where it would not fit; whole in its tooltip then. */
static void
put_line(struct text *text, struct str line, uint32_t columns)
{
	if (utf8_columns(line) <= columns) {
		svg_put_text(text, line);
		return;
	}
	text_put(text, STR("<title>"));
	svg_put_text(text, line);
	text_put(text, STR("</title>"));
	svg_put_text(text, utf8_fit(line, columns > 2 ? columns - 2 : 0));
	text_put(text, STR(".."));
}

static void
put_svg(const struct mount *mount, struct text *text)
{
	text_put(text, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg width=\""));
	if (mount->fluid)
		text_put(text, STR("100%"));
	else
		text_put_number(text, mount->width);
	text_put(text, STR("\" height=\""));
	text_put_number(text, mount->height);
	text_print(text, "\" viewBox=\"0 0 %u ", mount->width);
	text_put_number(text, mount->height);
	text_put(text,
	    STR("\" preserveAspectRatio=\"xMidYMin meet\" xmlns=\"http://www.w3.org/2000/svg\""
		" font-family=\"" SVG_SANS "\" font-size=\"12\">\n"));
}

void
mount_put_head(const struct mount *mount, struct text *text)
{
	put_svg(mount, text);
	text_put(text, STR("<title>"));
	svg_put_text(text, mount->title);
	text_put(text, STR("</title>\n"));
	text_put(text, STR("<desc>"));
	const struct str parts[] = {mount->subtitle, mount->told, mount->notes};
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		svg_put_text(text, parts[i]);
		text_put(text, parts[i].n > 0 ? STR("\n") : STR(""));
	}
	text_put(text, STR("fs-svg " OPTS_VERSION "</desc>\n<style>\n"));
	text_put(text, str_from(style));
	text_put(text, STR("<rect id=\"back\" width=\"100%\" height=\"100%\" fill=\""));
	color_put(text, mount->background);
	text_put(text, STR("\"/>\n"));
	text_print(text,
	    "<text id=\"title\" x=\"%d\" y=\"%d\" font-size=\"%d\" font-weight=\"600\" "
	    "fill=\"#202124\">",
	    MOUNT_MARGIN, TITLE_LINE, FONT_TITLE);
	put_line(text, mount->title, columns_of(mount, FONT_TITLE, BUTTONS));
	text_print(text, "</text>\n<text class=\"quiet\" x=\"%d\" y=\"%d\" fill=\"#5f6368\">",
	    MOUNT_MARGIN, SUBTITLE_LINE);
	put_line(text, mount->subtitle, columns_of(mount, FONT, MATCHED));
	text_put(text, STR("</text>\n"));
}

/* Makes room for an item on the left of those that are there; where it begins. */
static uint32_t
next_legend(struct mount *mount, struct str word)
{
	/* What a word takes at most: 0.61 em a column. */
	uint32_t width = LEGEND_BOX + 5 + (uint32_t)utf8_columns(word) * FONT * 61 / 100;

	mount->legend += width + (mount->legend > 0 ? LEGEND_GAP : 0);
	uint32_t taken = MOUNT_MARGIN + mount->legend;
	return mount->width > taken ? mount->width - taken : 0;
}

static void
put_legend_word(const struct mount *mount, struct text *text, struct str word, uint32_t x)
{
	text_print(
	    text, "\"/>\n<text class=\"quiet\" fill=\"#5f6368\" x=\"%u\" y=\"", x + LEGEND_BOX + 5);
	text_put_number(text, mount->height - DETAILS_LINE);
	text_put(text, STR("\">"));
	svg_put_text(text, word);
	text_put(text, STR("</text>\n"));
}

void
mount_put_legend(struct mount *mount, struct text *text, struct str word, struct color color)
{
	uint32_t x = next_legend(mount, word);

	text_print(text, "<rect x=\"%u\" y=\"", x);
	text_put_number(text, mount->height - DETAILS_LINE - 10);
	text_put(text, STR("\" width=\"12\" height=\"12\" fill=\""));
	color_put(text, color);
	put_legend_word(mount, text, word, x);
}

void
mount_put_legend_edge(
    struct mount *mount, struct text *text, struct str word, struct color fill, struct color edge)
{
	uint32_t x = next_legend(mount, word);

	text_print(text, "<rect class=\"new\" x=\"%u\" y=\"", x + 1);
	text_put_number(text, mount->height - DETAILS_LINE - 9);
	text_put(text, STR("\" width=\"10\" height=\"10\" stroke-width=\"2\" fill=\""));
	color_put(text, fill);
	text_put(text, STR("\" stroke=\""));
	color_put(text, edge);
	put_legend_word(mount, text, word, x);
}

void
mount_put_details(const struct mount *mount, struct text *text, struct str line)
{
	uint32_t columns = columns_of(mount, FONT, mount->legend + LEGEND_GAP);

	text_print(text, "<text id=\"details\" data-columns=\"%u\" fill=\"#202124\" x=\"%d\" y=\"",
	    columns, MOUNT_MARGIN);
	text_put_number(text, mount->height - DETAILS_LINE);
	text_put(text, STR("\">"));
	put_line(text, line, columns);
	text_put(text, STR("</text>\n"));
}
