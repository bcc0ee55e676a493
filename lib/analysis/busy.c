/* busy.c - what a cell counts when all that can be busy is */
#include "analysis/busy.h"

#include "base/number.h"

enum { MOST = 10000000 }; /* samples a second, and CPUs: beyond that, no head is to be believed */

static bool
find_number(const struct head *head, struct str key, uint64_t *number)
{
	return number_parse(head_get(head, key), number) && *number > 0 && *number <= MOST;
}

const char *
busy_find(const struct head *head, enum counting_by by, nsec length, uint64_t *most)
{
	bool single = by == COUNTING_THREAD || by == COUNTING_CPU;
	uint64_t rate, cpus = 1;

	if (str_equal(head_get(head, STR("weight")), STR("period")))
		return "how many samples there are: its counts are periods";
	if (!find_number(head, STR("rate"), &rate))
		return "the rate (rate=)";
	if (!single && !find_number(head, STR("cpus"), &cpus))
		return "how many CPUs there are (cpus=)";
	/* The length in microseconds, so that no product is too large. */
	uint64_t samples = rate * cpus, micros = (uint64_t)length / 1000;
	uint64_t whole = samples / 1000000 * micros, rest = samples % 1000000 * micros;
	*most = whole + (rest + 999999) / 1000000;
	return NULL;
}
