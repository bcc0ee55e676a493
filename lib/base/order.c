/* order.c - a quicksort of texts that looks at seven bytes at a time
 *
 * Beside each text's place stand seven bytes of it, at one depth for all of a part, as a number; a part in
 * which these are the same goes on seven bytes deeper, and only then are its texts looked at again.
 * (Bentley and Sedgewick, 1997, and as profile/stacks_sort.c does with frames.)
 */
#include "base/order.h"

#include "base/array.h"

#include <stdlib.h>

enum { BYTES = 7, MORE = BYTES + 1, FEW = 12 };

struct item {
	uint64_t
	    word; /* the bytes, the first highest, and in the lowest how many there are, or MORE */
	uint32_t text;
};

/* What is still to be sorted. */
struct part {
	size_t begin, n, depth;
	bool read; /* the words of that depth are there */
};

struct sort {
	const struct str *texts;
	struct item *items;
	struct part *parts;
	size_t n, capacity;
	uint64_t random; /* the same on every run */
};

static uint64_t
read_word(struct str text, size_t depth)
{
	size_t left = text.n - depth;
	uint64_t word = 0;

	for (size_t i = 0; i < BYTES; i++)
		word = word << 8 | (i < left ? (unsigned char)text.s[depth + i] : 0);
	return word << 8 | (left > BYTES ? MORE : left);
}

static void
read_words(const struct sort *sort, const struct part *part)
{
	struct item *items = sort->items + part->begin;

	for (size_t i = 0; i < part->n; i++)
		items[i].word = read_word(sort->texts[items[i].text], part->depth);
}

static void
push(struct sort *sort, struct part part)
{
	if (part.n < 2)
		return;
	if (sort->n == sort->capacity)
		sort->parts =
		    array_grow(sort->parts, &sort->capacity, sort->n + 1, sizeof(*sort->parts));
	sort->parts[sort->n++] = part;
}

static void
swap(struct item *a, struct item *b)
{
	struct item saved = *a;

	*a = *b;
	*b = saved;
}

/* A word such that about as many are less as are more. */
static uint64_t
pick(struct sort *sort, const struct part *part)
{
	uint64_t words[3];

	for (size_t i = 0; i < 3; i++) {
		sort->random = sort->random * 6364136223846793005u + 1442695040888963407u;
		words[i] = sort->items[part->begin + (size_t)(sort->random >> 33) % part->n].word;
	}
	uint64_t least = words[0] < words[1] ? words[0] : words[1];
	uint64_t most = words[0] < words[1] ? words[1] : words[0];
	return words[2] < least ? least : words[2] > most ? most : words[2];
}

/* Goes on with a part in which all words are the same, where there is more behind them. */
static void
go_on(struct sort *sort, size_t begin, size_t n, size_t depth)
{
	if (n > 1 && (sort->items[begin].word & 0xff) == MORE)
		push(sort, (struct part){begin, n, depth + BYTES, false});
}

/* Puts a few in order, and goes on with those that are the same. */
static void
sort_few(struct sort *sort, struct part part)
{
	struct item *items = sort->items + part.begin;
	size_t first = 0;

	for (size_t i = 1; i < part.n; i++)
		for (size_t j = i; j > 0 && items[j].word < items[j - 1].word; j--)
			swap(&items[j], &items[j - 1]);
	for (size_t i = 1; i <= part.n; i++)
		if (i == part.n || items[i].word != items[first].word) {
			go_on(sort, part.begin + first, i - first, part.depth);
			first = i;
		}
}

/* Less than the middle, equal, and more. */
static void
divide(struct sort *sort, struct part part)
{
	struct item *items = sort->items + part.begin;
	uint64_t middle = pick(sort, &part);
	size_t less = 0, more = part.n;

	for (size_t i = 0; i < more;) {
		if (items[i].word < middle)
			swap(&items[i++], &items[less++]);
		else if (items[i].word > middle)
			swap(&items[i], &items[--more]);
		else
			i++;
	}
	push(sort, (struct part){part.begin, less, part.depth, true});
	push(sort, (struct part){part.begin + more, part.n - more, part.depth, true});
	go_on(sort, part.begin + less, more - less, part.depth);
}

uint32_t *
order_texts(const struct str *texts, size_t n)
{
	struct sort sort = {.texts = texts, .items = array_new(n, sizeof(*sort.items))};
	uint32_t *order = array_new(n, sizeof(*order));

	for (size_t i = 0; i < n; i++)
		sort.items[i].text = (uint32_t)i;
	push(&sort, (struct part){.n = n});
	while (sort.n > 0) {
		struct part part = sort.parts[--sort.n];
		if (!part.read)
			read_words(&sort, &part);
		if (part.n <= FEW)
			sort_few(&sort, part);
		else
			divide(&sort, part);
	}
	for (size_t i = 0; i < n; i++)
		order[i] = sort.items[i].text;
	free(sort.items);
	free(sort.parts);
	return order;
}
