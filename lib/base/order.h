/* order.h - the order of many texts by their bytes.
 *
 *	uint32_t *order = order_texts(texts, n);
 *	... texts[order[0]] is the first
 *	free(order);
 *
 * As qsort with str_compare would have it, but that texts are looked at a few bytes at a time: those that
 * share long beginnings are not gone over from the front again and again.
 */
#ifndef BASE_ORDER_H
#define BASE_ORDER_H

#include "base/str.h"

/* The places of n texts, less than 2^32, of which no two are the same; to be freed by the caller. */
uint32_t *order_texts(const struct str *texts, size_t n);

#endif
