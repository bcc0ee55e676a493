/* scope_prune.c - a scope that takes no more than so many bytes */
#include "picture/scope_prune.h"

#include "analysis/pruning.h"
#include "base/die.h"
#include "base/number.h"

enum { TOLERANCE = 256 }; /* a page that lacks less than such a part of what it may have is full */

/* So many boxes are kept, and the page then takes so many bytes. */
struct
try {
	size_t boxes, bytes;
};

static void
say(const struct scope *scope, const struct ends *ends, struct text *pruned)
{
	if (ends->tree.left_out == 0)
		return;
	text_put(pruned, STR("Left out to keep this page small: "));
	text_put_grouped(pruned, ends->tree.left_out);
	text_put(pruned, STR(" of "));
	text_put_grouped(pruned, ends->tree.left_out + ends->tree.n - 1);
	text_put(pruned, STR(" boxes, the deep ends of the rarest stacks. All "));
	text_put(pruned, scope->unit);
	text_put(pruned, STR(" are here; the "));
	text_put_grouped(pruned, ends->tree.left_weight);
	text_put(pruned, STR(" that ended there count for the frames that called them."));
}

static size_t
draw(struct scope *scope, const struct ends *ends, struct text *page)
{
	struct text pruned = {0};

	say(scope, ends, &pruned);
	scope->pruned = text_str(&pruned);
	text_clear(page);
	scope_draw(scope, page);
	scope->pruned = (struct str){0};
	text_free(&pruned);
	return page->n;
}

/* How many boxes may do, between too few and too many: as if each took as many bytes, but well apart from
 * both. */
static size_t
guess(const struct try *few, const struct try *many, uint64_t most)
{
	size_t between = many->boxes - few->boxes, margin = between / 16 + 1;
	size_t more =
	    (size_t)number_scale(most - few->bytes, (uint32_t)between, many->bytes - few->bytes);

	more = more > between - margin ? between - margin : more;
	return few->boxes + (more < margin ? margin : more);
}

/* few fits, many does not. */
static void
narrow(struct pruning *pruning, struct scope *scope, uint64_t most, struct try few, struct try many,
    struct text *page)
{
	struct try now = few;

	while (many.boxes - few.boxes > 1 && few.bytes < most - most / TOLERANCE) {
		now.boxes = guess(&few, &many, most);
		pruning_keep(pruning, now.boxes);
		now.bytes = draw(scope, pruning->ends, page);
		*(now.bytes <= most ? &few : &many) = now;
	}
	if (now.boxes == few.boxes)
		return;
	pruning_keep(pruning, few.boxes);
	draw(scope, pruning->ends, page);
}

static _Noreturn void
refuse(const struct scope *scope, size_t bytes)
{
	struct text data = {0};

	scope_data_put(scope->data, &data);
	die("--max-size: without a single frame the page takes %zu bytes, %zu of them for what is "
	    "the "
	    "same however long it is; cut out a range with fs-slice where the rest is too much",
	    bytes, bytes - data.n);
}

void
scope_prune(struct scope *scope, struct ends *ends, uint64_t most, struct text *page)
{
	struct try few = {.boxes = 1}, many;

	ends_grow(ends, (struct calltree_least){.parts = 1});
	many = (struct try){ends->tree.n, draw(scope, ends, page)};
	if (many.bytes <= most)
		return;
	struct pruning pruning = pruning_begin(ends);
	pruning_keep(&pruning, few.boxes);
	few.bytes = draw(scope, ends, page);
	if (few.bytes > most)
		refuse(scope, few.bytes);
	narrow(&pruning, scope, most, few, many, page);
	pruning_end(&pruning);
}
