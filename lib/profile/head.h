/* head.h - the comments of a stream of folded lines: `# KEY="VALUE"`.
 *
 *	struct head head = {0};
 *	if (head_parse(line, &key, &value))
 *		head_add(&head, key, value);
 *	... head_get(&head, STR("hostname"))
 *	head_free(&head);
 *
 * The grammar, and what each key means, is fs-folded(5).  {0} is an empty head.
 */
#ifndef PROFILE_HEAD_H
#define PROFILE_HEAD_H

#include "base/arena.h"
#include "base/text.h"

#define HEAD_VERSION "1"

struct head_field {
	struct str key, value;
};

struct head {
	struct arena arena;
	struct head_field *fields; /* in the order they came */
	size_t n, capacity;
};

/* Whether line is a comment of ours; key and value borrow from it. */
bool head_parse(struct str line, struct str *key, struct str *value);

/* Writes one comment line.  Control bytes in value become blanks. */
void head_put(struct text *text, struct str key, struct str value);

/* Copies a field in, though one of that key be there. */
void head_add(struct head *head, struct str key, struct str value);

/* The value of the first field of that key, borrowed from head; {0} where there is none. */
struct str head_get(const struct head *head, struct str key);

/* What is wrong with a further comment: a version that is not known, or weights of another kind, since
 * samples and periods do not add up; NULL where nothing is. */
const char *head_find_fault(const struct head *head, struct str key, struct str value);

/* The value of one word of an `end` comment, `kept=6620 idle=7811 ..`; {0} where it has none. */
struct str head_word(struct str end, struct str name);

void head_free(struct head *head);

#endif
