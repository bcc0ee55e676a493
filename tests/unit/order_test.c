/* order_test.c - the order of texts, against qsort's */
#include "base/order.h"
#include "unit/check.h"

#include <stdlib.h>

enum { TEXTS = 5000 };

static int
compare(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static void
compare_all(const struct str *texts, size_t n, int line)
{
	struct str *sorted = malloc((n ? n : 1) * sizeof(*sorted));
	uint32_t *order = order_texts(texts, n);

	memcpy(sorted, texts, n * sizeof(*sorted));
	qsort(sorted, n, sizeof(*sorted), compare);
	for (size_t i = 0; i < n; i++)
		check(texts[order[i]].s == sorted[i].s, "the order of qsort", __FILE__, line);
	free(sorted);
	free(order);
}

/* Ends at each place within a word and behind it, bytes of no letters, and NULs, which are bytes. */
static void
test_few(void)
{
	static const struct str texts[] = {{"abcdefgh", 8}, {"abcdefg", 7}, {"", 0},
	    {"abcdefghijklmn", 14}, {"abcdefg\0", 8}, {"\377", 1}, {"\177", 1}, {"\0", 1},
	    {"\0\0", 2}, {"abcdefghijklmno", 15}, {"abcdef", 6}, {"abcdefghijklmn\377", 15},
	    {"b", 1}};

	for (size_t n = 0; n <= sizeof(texts) / sizeof(*texts); n++)
		compare_all(texts, n, __LINE__);
}

/* Texts of few different bytes, so that many share long beginnings; the number at the end tells them
 * apart. */
static void
test_many(void)
{
	static char room[TEXTS][64];
	struct str texts[TEXTS];
	uint32_t random = 1;

	for (size_t i = 0; i < TEXTS; i++) {
		size_t n = 0;
		for (size_t most = (random >> 8) % 40; n < most; n++) {
			random = random * 1664525 + 1013904223;
			room[i][n] = "aaab;"[(random >> 16) % 5];
		}
		random = random * 1664525 + 1013904223;
		n += (size_t)snprintf(room[i] + n, sizeof(room[i]) - n, "%zu", i);
		texts[i] = (struct str){room[i], n};
	}
	compare_all(texts, TEXTS, __LINE__);
}

int
main(void)
{
	test_few();
	test_many();
	return check_failed;
}
