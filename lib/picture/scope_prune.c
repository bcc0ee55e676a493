/* scope_prune.c - a scope that takes no more than so many bytes */
#include "picture/scope_prune.h"

#include "base/die.h"

#include <inttypes.h>

enum { PARTS = 1 << 30, ALL_BUT_ROOT = PARTS };

static void
say(const struct scope *scope, const struct ends *ends, struct text *pruned)
{
	text_clear(pruned);
	if (ends->tree.left_out == 0)
		return;
	text_put(pruned, STR("Left out to keep this page small: "));
	text_put_grouped(pruned, ends->tree.left_out);
	text_put(pruned, STR(" of the rarest frames' boxes and all on them; the "));
	text_put_grouped(pruned, ends->tree.left_weight);
	text_put_char(pruned, ' ');
	text_put(pruned, scope->unit);
	text_put(pruned, STR(" that ended there count for the frames that called them"));
}

/* Draws the page without boxes that weigh less than so many parts of all. */
static void
draw(struct scope *scope, struct ends *ends, uint32_t least, struct text *page)
{
	struct text pruned = {0};

	ends_grow(ends, (struct calltree_least){.parts = PARTS, .least = least});
	say(scope, ends, &pruned);
	scope->pruned = text_str(&pruned);
	text_clear(page);
	scope_draw(scope, page);
	scope->pruned = (struct str){0};
	text_free(&pruned);
}

void
scope_prune(struct scope *scope, struct ends *ends, uint64_t most, struct text *page)
{
	uint32_t kept = 0, fits = 1;

	draw(scope, ends, 0, page);
	if (page->n <= most)
		return;
	/* The least that fits lies between the last that does not and the first that does. */
	for (;; fits = fits < ALL_BUT_ROOT / 8 ? fits * 8 : ALL_BUT_ROOT) {
		draw(scope, ends, fits, page);
		if (page->n <= most)
			break;
		if (fits == ALL_BUT_ROOT)
			die("--max-size: what cannot be left out takes %zu bytes: cut out a range "
			    "with fs-slice",
			    page->n);
		kept = fits;
	}
	while (fits - kept > 1 && fits - kept > kept / 16) {
		uint32_t middle = kept + (fits - kept) / 2;
		draw(scope, ends, middle, page);
		if (page->n <= most)
			fits = middle;
		else
			kept = middle;
	}
	draw(scope, ends, fits, page);
}
