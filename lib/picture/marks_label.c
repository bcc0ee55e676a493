/* marks_label.c - the labels of marked ranges */
#include "picture/marks_label.h"

#include "base/array.h"
#include "picture/caption.h"
#include "picture/svg.h"
#include "picture/utf8.h"

#include <inttypes.h>
#include <stdlib.h>

enum { HEIGHT = 13, SPACE = 4 };

void
marks_label_put(const struct named_range *range, struct text *text)
{
	text_put(text, range->third);
	if (range->last.n == 0 || str_equal(range->last, range->third))
		return;
	text_put(text, CAPTION_DOT);
	text_put(text, range->last);
}

static bool
is_free(const struct marks_labels *labels, struct marks_box box)
{
	for (size_t i = 0; i < labels->n; i++) {
		const struct marks_box *taken = &labels->boxes[i];
		if (box.left < taken->right && taken->left < box.right && box.top < taken->bottom &&
		    taken->top < box.bottom)
			return false;
	}
	return true;
}

/* Two threads that do the same at the same time need one label. */
static bool
is_told(const struct marks_labels *labels, const struct named_range *range)
{
	for (size_t i = 0; i < labels->n; i++) {
		const struct named_range *other = labels->boxes[i].range;
		if (other->begin < range->end && range->begin < other->end &&
		    str_equal(other->third, range->third) && str_equal(other->last, range->last))
			return true;
	}
	return false;
}

/* The place-th place for a label that is so wide, beside the range's last cell; false where it would
 * leave the plot. */
static bool
find_box(const struct plot *plot, const struct marks_span *span, uint64_t width, int place,
    struct marks_box *box)
{
	uint64_t left = plot->left + span->right * plot->width / plot->columns;
	uint64_t right = plot->left + (span->right + 1) * plot->width / plot->columns;
	uint64_t rows = plot->grid->rows, bottom = plot->top + plot->height;
	uint64_t top = bottom - (span->high + 1) * plot->height / rows;
	uint64_t middle = top + plot->height / rows / 2;

	box->left = place == 0 ? right + SPACE : place == 1 ? left - SPACE - width : left;
	box->top = place < 2 ? middle - HEIGHT / 2
	    : place == 2     ? top - HEIGHT - 2
			     : top + plot->height / rows + 2;
	box->right = box->left + width;
	box->bottom = box->top + HEIGHT;
	return box->left >= plot->left && box->left < box->right &&
	    box->right <= plot->left + plot->width && box->top >= plot->top - HEIGHT &&
	    box->bottom <= bottom + 2;
}

void
marks_label_draw(struct marks_labels *labels, const struct named_range *range,
    const struct marks_span *span, struct text *svg)
{
	struct text label = {0};
	struct marks_box box;
	int place = 0;

	marks_label_put(range, &label);
	uint64_t width = utf8_columns(text_str(&label)) * PLOT_LABEL_WIDTH;
	while (place < 4 &&
	    !(find_box(labels->plot, span, width, place, &box) && is_free(labels, box)))
		place++;
	if (label.n > 0 && place < 4 && !is_told(labels, range)) {
		if (labels->n == labels->capacity)
			labels->boxes = array_grow(labels->boxes, &labels->capacity, labels->n + 1,
			    sizeof(*labels->boxes));
		box.range = range;
		labels->boxes[labels->n++] = box;
		/* An edge of the paper's colour keeps it legible on the cells. */
		text_print(svg,
		    "<text class=\"halo\" x=\"%" PRIu64 "\" y=\"%" PRIu64
		    "\" fill=\"%s\" stroke=\"%s\" stroke-width=\"3\" stroke-linejoin=\"round\" "
		    "paint-order=\"stroke\"%s",
		    place == 1 ? box.right : box.left, box.bottom - 3, labels->paper->text,
		    labels->paper->page, place == 1 ? " text-anchor=\"end\">" : ">");
		svg_put_text(svg, text_str(&label));
		text_put(svg, STR("</text>\n"));
	}
	text_free(&label);
}

void
marks_label_free(struct marks_labels *labels)
{
	free(labels->boxes);
	*labels = (struct marks_labels){0};
}
