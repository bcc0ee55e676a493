/* process.c - what processes are called */
#include "analysis/process.h"

#include "base/array.h"

#include <stdlib.h>

/* Between the parts of a key; a process's id holds none. */
enum { MAIN = '\t', OTHER = '\n' };

static void
put_key(struct text *key, struct str pid, char kind, struct str comm)
{
	text_clear(key);
	text_put(key, pid);
	text_put_char(key, kind);
	text_put(key, comm);
}

void
process_add(
    struct process_names *names, struct str pid, struct str tid, struct str comm, uint64_t count)
{
	put_key(&names->key, pid, str_equal(pid, tid) ? MAIN : OTHER, comm);
	uint32_t number = intern_add(&names->keys, text_str(&names->key));
	if (number >= names->n) {
		names->counts =
		    array_grow(names->counts, &names->capacity, number + 1, sizeof(*names->counts));
		names->counts[number] = 0;
		names->n = number + 1;
	}
	/* No sum is more than that of all samples, which is checked elsewhere. */
	names->counts[number] += count;
}

struct choice {
	struct str comm;
	bool is_main, known;
	uint64_t count;
};

/* Whether a further name goes before what is chosen. */
static bool
is_better(const struct choice *choice, struct str comm, bool is_main, uint64_t count)
{
	if (!choice->known || choice->is_main != is_main)
		return !choice->known || is_main;
	if (choice->count != count)
		return choice->count < count;
	return str_compare(comm, choice->comm) < 0;
}

static struct choice
choose(const struct process_names *names, struct str pid)
{
	struct choice choice = {0};

	for (size_t i = 0; i < names->n; i++) {
		struct str key = names->keys.texts[i];
		if (key.n <= pid.n || !str_equal(str_head(key, pid.n), pid))
			continue;
		char kind = key.s[pid.n];
		struct str comm = str_skip(key, pid.n + 1);
		if ((kind == MAIN || kind == OTHER) &&
		    is_better(&choice, comm, kind == MAIN, names->counts[i]))
			choice = (struct choice){comm, kind == MAIN, true, names->counts[i]};
	}
	return choice;
}

void
process_put(const struct process_names *names, struct str pid, struct text *text)
{
	struct choice choice = choose(names, pid);

	if (choice.known) {
		text_put(text, choice.is_main ? STR("") : STR("["));
		text_put(text, choice.comm);
		text_put(text, choice.is_main ? STR(" ") : STR("] "));
	}
	text_put(text, pid);
}

void
process_free(struct process_names *names)
{
	intern_free(&names->keys);
	free(names->counts);
	text_free(&names->key);
	*names = (struct process_names){0};
}
