/* perf_lost.c - the lines in which perf says that it lost something */
#include "profile/perf_lost.h"

#include "base/number.h"

/* Takes the digits at the front of *s, and then what must stand behind them. */
static bool
take_number(struct str *s, uint64_t *number, struct str behind)
{
	size_t digits = str_span_digits(*s);

	if (!number_parse(str_head(*s, digits), number) ||
	    !str_starts(str_skip(*s, digits), behind))
		return false;
	*s = str_skip(*s, digits + behind.n);
	return true;
}

static bool
read_record(struct str line, struct tally_lost *lost)
{
	struct str events = STR("PERF_RECORD_LOST lost ");
	struct str samples = STR("PERF_RECORD_LOST_SAMPLES lost ");
	size_t at = str_find(line, STR("PERF_RECORD_LOST"));
	struct str record = str_skip(line, at), number;

	if (str_starts(record, events)) {
		number = str_skip(record, events.n);
		return take_number(&number, &lost->events, STR(""));
	}
	if (!str_starts(record, samples))
		return false;
	number = str_skip(record, samples.n);
	return take_number(&number, &lost->samples, STR(""));
}

/* What perf calls processed holds what was lost. */
static uint64_t
share(uint64_t processed, uint64_t percent, uint64_t hundredths)
{
	if (percent > 100 || hundredths > 99)
		return 0;
	uint64_t parts = percent * 100 + hundredths;
	return processed / 10000 * parts + processed % 10000 * parts / 10000;
}

static bool
read_message(struct str line, struct tally_lost *lost)
{
	uint64_t processed, n, hundredths;
	struct str s = line;

	if (!str_starts(s, STR("Processed ")))
		return false;
	s = str_skip(s, strlen("Processed "));
	struct str samples = s;
	if (take_number(&s, &processed, STR(" events and lost ")) &&
	    take_number(&s, &n, STR(" chunks!"))) {
		lost->chunks = n;
		return true;
	}
	if (!take_number(&samples, &processed, STR(" samples and lost ")) ||
	    !take_number(&samples, &n, STR(".")) || !take_number(&samples, &hundredths, STR("%!")))
		return false;
	lost->samples = share(processed, n, hundredths);
	return true;
}

bool
perf_lost_read(struct str line, struct tally_lost *lost)
{
	return read_record(line, lost) || read_message(line, lost);
}
