/* label.c - the label that a frame is written with */
#include "profile/label.h"

#include "profile/name_flamegraph.h"
#include "profile/name_precise.h"

static void
put_name(struct text *text, const struct name_style *style, const struct frame *frame)
{
	/* FlameGraph knows no text without symbols. */
	if (style->tidy == NAME_FLAMEGRAPH && frame->symbol.n > 0)
		name_flamegraph_put(text, style, frame);
	else
		name_precise_put(text, style, frame);
}

void
label_put(struct text *text, const struct name_style *style, const struct frame *frame)
{
	struct str module = name_module(frame->module);
	size_t start = text->n;

	if (style->modules && module.n > 0 && !name_is_unknown(frame)) {
		name_put_clean(text, module);
		text_put_char(text, '`');
	}
	size_t prefixed = text->n;
	put_name(text, style, frame);
	if (text->n == prefixed)
		text->n = start;
}
