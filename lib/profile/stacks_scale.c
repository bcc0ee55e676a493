/* stacks_scale.c - weights with fractions in smaller units */
#include "profile/stacks_scale.h"

enum { MOST_DECIMALS = 9, BILLION = 1000000000 };

static uint32_t
power_of_ten(unsigned n)
{
	uint32_t power = 1;

	while (n-- > 0)
		power *= 10;
	return power;
}

/* At least so many decimals as were needed before. */
static unsigned
decimals_of(struct weight weight, unsigned before)
{
	while (weight.billionths % power_of_ten(MOST_DECIMALS - before) != 0)
		before++;
	return before;
}

static bool
fits(struct weight weight, uint32_t power)
{
	return weight.whole < UINT64_MAX / power;
}

static struct weight
multiply(struct weight weight, uint32_t power)
{
	uint64_t billionths = (uint64_t)weight.billionths * power;

	return (struct weight){weight.whole * power + billionths / BILLION, billionths % BILLION};
}

unsigned
stacks_scale(struct stacks *stacks, struct weight *further)
{
	unsigned decimals = decimals_of(*further, 0);

	for (size_t i = 0; i < stacks->n; i++) {
		const struct stacks_entry *entry = &stacks->entries[i];
		if ((entry->weight.billionths | entry->before.billionths) != 0)
			decimals = decimals_of(entry->before, decimals_of(entry->weight, decimals));
	}
	if (decimals == 0)
		return 0;
	uint32_t power = power_of_ten(decimals);
	for (; decimals > 0 &&
	     !(fits(stacks->total, power) && fits(stacks->total_before, power) &&
		 fits(*further, power));
	     decimals--)
		power /= 10;
	for (size_t i = 0; i < stacks->n; i++) {
		struct stacks_entry *entry = &stacks->entries[i];
		entry->weight = multiply(entry->weight, power);
		entry->before = multiply(entry->before, power);
	}
	stacks->total = multiply(stacks->total, power);
	stacks->total_before = multiply(stacks->total_before, power);
	*further = multiply(*further, power);
	return decimals;
}
