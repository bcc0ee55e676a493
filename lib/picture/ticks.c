/* ticks.c - round numbers for the axes of time */
#include "picture/ticks.h"

#define MILLISECOND (NSEC_SECOND / 1000)
#define MINUTE (60 * NSEC_SECOND)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* The first of n ascending steps that is long enough; 0 where none is. */
static nsec
first_of(const nsec *steps, size_t n, nsec span, uint64_t most)
{
	for (size_t i = 0; i < n; i++)
		if ((uint64_t)(span / steps[i]) <= most)
			return steps[i];
	return 0;
}

nsec
ticks_step_decimal(nsec span, uint64_t most)
{
	nsec step = 0;

	for (nsec unit = MILLISECOND; step == 0 && unit < NSEC_MAX / 50; unit *= 10) {
		const nsec steps[] = {unit, 2 * unit, 5 * unit};
		step = first_of(steps, 3, span, most);
	}
	return step ? step : span;
}

nsec
ticks_step(nsec span, uint64_t most)
{
	static const nsec steps[] = {10 * NSEC_SECOND, 15 * NSEC_SECOND, 30 * NSEC_SECOND, MINUTE,
	    2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR,
	    6 * HOUR, 12 * HOUR, DAY};
	nsec step = ticks_step_decimal(span, most);

	/* Up to ten seconds, the two are the same. */
	if (step > steps[0])
		step = first_of(steps, sizeof(steps) / sizeof(*steps), span, most);
	return step ? step : span;
}

void
ticks_put(struct text *text, nsec offset, nsec step)
{
	static const struct unit {
		nsec length;
		const char *name;
	} units[] = {{HOUR, " h"}, {MINUTE, " min"}, {NSEC_SECOND, " s"}, {MILLISECOND, " ms"}};
	size_t i = 0;

	while (i < 3 && step < units[i].length)
		i++;
	text_put_number(text, (uint64_t)(offset / units[i].length));
	text_put(text, str_from(units[i].name));
}
