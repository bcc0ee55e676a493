/* process.h - what processes are called, found out from the names of their threads.
 *
 *	struct process_names names = {0};
 *	while (...)
 *		process_add(&names, STR("1234"), STR("1234"), STR("java"), 1);
 *	process_put(&names, STR("1234"), &text);	java 1234
 *	process_free(&names);
 *
 * A process has the name under which its main thread, whose id is the process's, was met most often.
 * Where that was never met, it is the most frequent name of all its threads, in brackets.  Of names
 * that are as frequent, it is the first by their bytes, so that the order of samples makes no
 * difference.
 */
#ifndef ANALYSIS_PROCESS_H
#define ANALYSIS_PROCESS_H

#include "base/intern.h"
#include "base/text.h"

struct process_names {
	struct intern keys; /* of process, whether it is the main thread, and name */
	uint64_t *counts;   /* by number of key */
	size_t n, capacity;
	struct text key; /* to look one up */
};

/* Takes note of count samples of a thread. */
void process_add(
    struct process_names *names, struct str pid, struct str tid, struct str comm, uint64_t count);

/* Writes the name of a process and its id; the id alone where it was not met. */
void process_put(const struct process_names *names, struct str pid, struct text *text);

void process_free(struct process_names *names);

#endif
