/* heatmap_titles.c - the title of a heat map, and what stands below it */
#include "picture/heatmap_titles.h"

#include "picture/caption.h"
#include "picture/heatmap_words.h"
#include "picture/plot.h"
#include "picture/svg.h"
#include "picture/utf8.h"

#include <inttypes.h>

enum {
	MARGIN = 24,
	TITLE = 18, /* size of the title's letters */
	TITLE_Y = 30,
	LETTER = 12, /* and of the others' */
	FIRST_Y = 50,
};

/* How many columns of letters of that size have room. */
static size_t
room(uint64_t page_width, int size)
{
	uint64_t width = page_width < PLOT_PAGE ? page_width : PLOT_PAGE;

	return (width - 2 * MARGIN) * 100 / ((uint64_t)size * 61);
}

/* One line of text, cut to the room; whole in its tooltip then. */
static void
put_line(uint64_t page_width, uint64_t y, int size, const char *attributes, struct str line,
    struct text *svg)
{
	size_t columns = room(page_width, size);

	text_print(svg, "<text x=\"%d\" y=\"%" PRIu64 "\" font-size=\"%d\" %s>", MARGIN, y, size,
	    attributes);
	if (utf8_columns(line) <= columns) {
		svg_put_text(svg, line);
	} else {
		text_put(svg, STR("<title>"));
		svg_put_text(svg, line);
		text_put(svg, STR("</title>"));
		svg_put_text(svg, utf8_fit(line, columns - 2));
		text_put(svg, STR(".."));
	}
	text_put(svg, STR("</text>\n"));
}

/* Takes the parts off *rest that one line has room for, the first of them in any case; false where
 * nothing is left. */
static bool
take_line(struct str *rest, size_t columns, struct str *line)
{
	struct str dot = CAPTION_DOT;
	size_t end = 0;

	for (size_t at = 0; at < rest->n; at += dot.n) {
		at += str_find(str_skip(*rest, at), dot);
		if (end > 0 && utf8_columns(str_head(*rest, at)) > columns)
			break;
		end = at;
	}
	*line = str_head(*rest, end);
	*rest = str_skip(*rest, rest->n - end > dot.n ? end + dot.n : rest->n);
	return end > 0;
}

static size_t
count_lines(struct str text, size_t columns)
{
	struct str line;
	size_t n = 0;

	while (take_line(&text, columns, &line))
		n++;
	return n;
}

size_t
heatmap_titles_lines(const struct heatmap *map, const struct heat *heat, uint64_t page_width)
{
	struct text account = {0};
	size_t columns = room(page_width, LETTER);

	heatmap_words_account(map, heat, &account);
	size_t n = count_lines(text_str(&account), columns) + count_lines(map->subtitle, columns);
	text_free(&account);
	return n;
}

void
heatmap_titles_draw(const struct heatmap *map, const struct heat *heat, uint64_t page_width,
    const struct paper *paper, struct text *svg)
{
	struct text account = {0}, quiet = {0};
	uint64_t y = FIRST_Y;
	struct str line;

	heatmap_words_account(map, heat, &account);
	text_print(&quiet, "class=\"quiet\" fill=\"%s\"", paper->quiet);
	put_line(page_width, TITLE_Y, TITLE, "font-weight=\"600\"", map->title, svg);
	struct str texts[] = {text_str(&account), map->subtitle};
	for (int i = 0; i < 2; i++)
		while (take_line(&texts[i], room(page_width, LETTER), &line)) {
			put_line(page_width, y, LETTER, text_terminate(&quiet), line, svg);
			y += HEATMAP_TITLES_LINE;
		}
	text_free(&account);
	text_free(&quiet);
}
