/* ends.h - the distinct stacks of one or more profiles, and the boxes that they end on.
 *
 *	struct ends ends = {0};
 *	ends_add(&ends, &STR("app;main;run"), &weight, &stack, 1);
 *	...
 *	ends_grow(&ends, (struct calltree_least){.parts = 1});
 *	... ends.tree.boxes[ends.box[stack]]		run
 *	ends_free(&ends);
 *
 * Where some boxes are too light to be kept, what ends on them ends on the box that carries them: so
 * the rarest stacks lose their deep ends.
 */
#ifndef ANALYSIS_ENDS_H
#define ANALYSIS_ENDS_H

#include "analysis/calltree.h"

struct ends_sum {
	uint64_t weight, samples;
};

struct ends {
	struct intern texts;   /* of the stacks */
	struct ends_sum *sums; /* of each */
	size_t capacity;
	uint64_t total;
	uint64_t grown;       /* what total was when all below was made */
	uint32_t *order;      /* the stacks by the bytes of their texts */
	struct stacks stacks; /* the same, with their weights */
	struct calltree tree;
	uint32_t *box; /* of each stack; 0, the root, for one that has lost all its frames */
};

/* The numbers of up to INTERN_MOST stacks, to each of which a sample of that weight is added; the sum
 * of all has to fit 64 bits. */
void ends_add(struct ends *ends, const struct str *stacks, const uint64_t *weights,
    uint32_t *numbers, size_t n);

/* Makes stacks, tree and box of what was added so far. */
void ends_grow(struct ends *ends, struct calltree_least least);

/* The same but for box. */
void ends_grow_tree(struct ends *ends, struct calltree_least least);

void ends_free(struct ends *ends);

#endif
