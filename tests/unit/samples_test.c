/* samples_test.c - samples in few bytes, their order and their beat; numbers as characters */
#include "analysis/ranking.h"
#include "analysis/rhythm.h"
#include "analysis/samples.h"
#include "base/digits.h"
#include "unit/check.h"

static void
test_digits(void)
{
	static const uint64_t numbers[] = {
	    0, 45, 46, 2161, 2162, 99497, 99498, UINT32_MAX, (uint64_t)1 << 53, UINT64_MAX};
	static const unsigned lengths[] = {1, 1, 2, 2, 3, 3, 4, 6, 10, 12};
	struct text text = {0};

	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		text_clear(&text);
		digits_put(&text, numbers[i]);
		CHECK(text.n == digits_length(numbers[i]));
		CHECK(i > 6 || text.n == lengths[i]);
		CHECK(i < 9 || text.n == lengths[i]);
		for (size_t j = 0; j < text.n; j++)
			CHECK(text.s[j] > ' ' && text.s[j] < 0x7f && text.s[j] != '<' &&
			    text.s[j] != '\\');
	}
	text_clear(&text);
	digits_put(&text, 46);
	digits_put(&text, 45);
	CHECK_STR(text_str(&text), "P!O");
	for (size_t i = 0; i < 8; i++) {
		char copied[DIGITS_MOST];
		struct digits digits = digits_make((uint32_t)numbers[i]);
		text_clear(&text);
		digits_put(&text, numbers[i]);
		CHECK(digits_copy(copied, &digits) == copied + text.n);
		CHECK(memcmp(copied, text.s, text.n) == 0);
	}
	CHECK(digits_fold(0) == 0 && digits_fold(-1) == 1 && digits_fold(1) == 2);
	CHECK(digits_fold(INT64_MIN) == UINT64_MAX);
	text_free(&text);
}

static const struct samples_one all[] = {
    {5, 1, 2, 1},
    {-7, UINT32_MAX, 0, UINT64_MAX - 9},
    {5, 2, 2, 3},
    {NSEC_MAX, 3, UINT32_MAX, 1},
    {NSEC_MIN, 4, 1, 2},
    {5, 3, 1, 1},
};

static void
test_order(void)
{
	static const size_t order[] = {4, 1, 0, 2, 5, 3};
	struct samples samples = {0};
	struct samples_one one;
	size_t n = 0;

	for (size_t i = 0; i < 6; i++)
		CHECK(samples_add(&samples, all[i]));
	CHECK(samples.late && samples.weighted && samples.n == 6);
	CHECK(samples.first == NSEC_MIN && samples.last == NSEC_MAX && samples.unit == 1);
	/* The sum is full but for one. */
	CHECK(!samples_add(&samples, (struct samples_one){0, 0, 0, 5}));
	CHECK(samples.n == 6 && samples.total == UINT64_MAX - 1);
	struct samples_walk walk = samples_begin(&samples);
	for (; samples_next(&walk, &one); n++) {
		const struct samples_one *want = &all[order[n < 6 ? n : 0]];
		CHECK(one.time == want->time && one.stack == want->stack && one.key == want->key &&
		    one.weight == want->weight);
	}
	CHECK(n == 6 && !samples.late);
	samples_free(&samples);
}

/* Two CPUs that beat every 10,101 microseconds, one of them late by one now and then. */
static void
test_rhythm(void)
{
	static const uint32_t lanes[] = {0, 1};
	struct samples samples = {0};
	struct samples_one one;

	for (uint32_t i = 0; i < 1000; i++)
		for (uint32_t cpu = 0; cpu < 2; cpu++)
			samples_add(&samples,
			    (struct samples_one){
				.time = ((nsec)i * 10101 + 3000 * cpu + (i % 7 == 0)) * 1000,
				.key = cpu,
				.weight = 1,
			    });
	struct rhythm rhythm = rhythm_find(&samples, lanes, 2);
	CHECK(samples.unit == 1000 && !samples.weighted);
	CHECK(rhythm.period >= 10100 && rhythm.period <= 10102);
	struct samples_walk walk = samples_begin(&samples);
	for (size_t i = 0; samples_next(&walk, &one); i++) {
		uint64_t code = rhythm_code(&rhythm, lanes[one.key], one.time);
		CHECK(i < 2 || code <= 4);
	}
	rhythm_free(&rhythm);
	samples_free(&samples);
}

/* The number of each of some steps, in a lane of a period of 1,000 units. */
static void
test_codes(void)
{
	static const struct {
		uint64_t step, code;
	} cases[] = {{1000, 0}, {999, 1}, {1001, 2}, {1022, 44}, {977, 45}, {1023, 46}, {976, 47},
	    {0, 2 * 46 * 42 + 46 + 21}, {1500, 2 * 46 * 20 + 46 + 34}, {2000, 92}, {1999, 93},
	    {2022, 92 + 44}, {1977, 92 + 45}, {24000, 23 * 92}};
	uint64_t last = 0;
	struct rhythm rhythm = {.unit = 1, .period = 1000, .last = &last};
	nsec time = 0;

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		time += (nsec)cases[i].step;
		CHECK(rhythm_code(&rhythm, 0, time) == cases[i].code);
	}
	rhythm.period = 0;
	CHECK(rhythm_code(&rhythm, 0, time + 1000) == 2000);
}

static void
test_ranking(void)
{
	static const uint64_t counts[] = {3, 0, UINT64_MAX, 3, 0};
	static const uint32_t order[] = {2, 0, 3, 1, 4};
	struct ranking ranking = ranking_make(counts, 5);

	CHECK(ranking.met == 3 && ranking.n == 5);
	for (uint32_t i = 0; i < 5; i++)
		CHECK(ranking.order[i] == order[i] && ranking.rank[order[i]] == i);
	ranking_free(&ranking);
	/* More of them than a byte counts, and counts that differ in one byte or another. */
	uint64_t many[1000];
	for (uint64_t i = 0; i < 1000; i++)
		many[i] = (i * 7919 % 13) << (i % 8 * 8);
	ranking = ranking_make(many, 1000);
	for (size_t i = 1; i < 1000; i++) {
		uint32_t a = ranking.order[i - 1], b = ranking.order[i];
		CHECK(many[a] > many[b] || (many[a] == many[b] && a < b));
	}
	ranking_free(&ranking);
}

int
main(void)
{
	test_digits();
	test_order();
	test_rhythm();
	test_codes();
	test_ranking();
	return check_failed;
}
