/* calltree_least.c - which boxes are too narrow */
#include "analysis/calltree_least.h"

#include "base/decimal.h"
#include "base/number.h"

bool
calltree_least_parse(struct str s, uint32_t tenths, struct calltree_least *least)
{
	bool is_percent = str_ends(s, STR("%"));
	uint32_t parts = is_percent ? 100 * 1000 : tenths * 100;
	uint64_t billionths;

	s.n -= is_percent;
	if (!decimal_parse(s, &billionths))
		return false;
	uint64_t thousandths = billionths / 1000000;
	if (thousandths > parts)
		return false;
	*least = (struct calltree_least){.parts = parts, .least = (uint32_t)thousandths};
	return true;
}

uint64_t
calltree_least_weight(struct calltree_least least, uint64_t total)
{
	uint64_t low = 1, high = total;

	while (low < high) {
		uint64_t middle = low + (high - low) / 2;
		if (number_scale(middle, least.parts, total) >= least.least)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}
