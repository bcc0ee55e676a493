/* calendar.c - dates and times of day as people write them */
#include "base/calendar.h"

#include "base/number.h"

enum { FIRST_YEAR = 1678, LAST_YEAR = 2261 };

static bool
is_leap(int64_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
days_in(int64_t year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	return days[month - 1] + (month == 2 && is_leap(year));
}

/* Days from 1970-01-01 to the first of January. */
static int64_t
year_begins(int64_t year)
{
	int64_t before = year - 1, leaps = before / 4 - before / 100 + before / 400;

	return (year - 1970) * 365 + leaps - 477; /* leap years before 1970 */
}

int64_t
calendar_day(int64_t year, int month, int day)
{
	int64_t days = year_begins(year) + day - 1;

	for (int i = 1; i < month; i++)
		days += days_in(year, i);
	return days;
}

void
calendar_date(int64_t days, int64_t *year, int *month, int *day)
{
	/* 366 days a year never lead past the year; few steps are left. */
	*year = 1970 + days / (days < 0 ? 365 : 366) - (days < 0);
	while (year_begins(*year + 1) <= days)
		++*year;
	days -= year_begins(*year);
	for (*month = 1; days >= days_in(*year, *month); ++*month)
		days -= days_in(*year, *month);
	*day = (int)days + 1;
}

/* Takes n digits off *s, a number from low to high. */
static bool
take_number(struct str *s, size_t n, int low, int high, int *number)
{
	uint64_t value;

	if (s->n < n || !number_parse(str_head(*s, n), &value))
		return false;
	if (value < (uint64_t)low || value > (uint64_t)high)
		return false;
	*number = (int)value;
	*s = str_skip(*s, n);
	return true;
}

static bool
take_char(struct str *s, char c)
{
	if (s->n == 0 || s->s[0] != c)
		return false;
	*s = str_skip(*s, 1);
	return true;
}

static bool
take_date(struct str *s, int64_t *days)
{
	int year, month, day;

	if (!take_number(s, 4, FIRST_YEAR, LAST_YEAR, &year) || !take_char(s, '-') ||
	    !take_number(s, 2, 1, 12, &month) || !take_char(s, '-') ||
	    !take_number(s, 2, 1, days_in(year, month), &day))
		return false;
	*days = calendar_day(year, month, day);
	return true;
}

/* HH:MM[:SS[.DECIMALS]] */
static bool
take_time(struct str *s, nsec *time)
{
	int hour, minute, second;
	nsec seconds = 0;

	if (!take_number(s, 2, 0, 23, &hour) || !take_char(s, ':') ||
	    !take_number(s, 2, 0, 59, &minute))
		return false;
	if (take_char(s, ':')) {
		struct str rest = *s;
		if (!take_number(&rest, 2, 0, 59, &second))
			return false;
		size_t n = 2;
		if (take_char(&rest, '.'))
			n += 1 + str_span_digits(rest);
		if (!nsec_parse(str_head(*s, n), &seconds))
			return false;
		*s = str_skip(*s, n);
	}
	*time = (hour * 60 + minute) * 60 * NSEC_SECOND + seconds;
	return true;
}

/* Z, +HH, +HHMM, +HH:MM */
static bool
take_zone(struct str *s, nsec *zone)
{
	int hours, minutes = 0;

	*zone = 0;
	if (take_char(s, 'Z'))
		return true;
	bool west = take_char(s, '-');
	if ((!west && !take_char(s, '+')) || !take_number(s, 2, 0, 23, &hours))
		return false;
	if (s->n > 0) {
		take_char(s, ':');
		if (!take_number(s, 2, 0, 59, &minutes))
			return false;
	}
	*zone = (hours * 60 + minutes) * 60 * NSEC_SECOND;
	if (west)
		*zone = -*zone;
	return true;
}

bool
calendar_parse(struct str s, struct calendar *at)
{
	struct calendar value = {0};

	if (s.n > 4 && s.s[4] == '-') {
		value.has_day = true;
		if (!take_date(&s, &value.day) || (!take_char(&s, 'T') && !take_char(&s, ' ')))
			return false;
	}
	if (!take_time(&s, &value.time))
		return false;
	if (s.n > 0) {
		value.has_zone = true;
		if (!take_zone(&s, &value.zone))
			return false;
	}
	if (s.n > 0)
		return false;
	*at = value;
	return true;
}

static int
month_of(struct str name)
{
	static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";

	for (int i = 0; i < 12; i++)
		if (str_equal(name, (struct str){names + i * 3, 3}))
			return i + 1;
	return 0;
}

bool
calendar_parse_asctime(struct str s, struct calendar *at)
{
	struct calendar value = {.has_day = true};
	int year, day;

	if (s.n != sizeof("Sun Nov 22 12:12:29 2026") - 1 || s.s[3] != ' ' || s.s[7] != ' ')
		return false;
	int month = month_of((struct str){s.s + 4, 3});
	s = str_skip(s, 8);
	if (month == 0 || !take_number(&s, take_char(&s, ' ') ? 1 : 2, 1, 31, &day))
		return false;
	if (!take_char(&s, ' ') || !take_time(&s, &value.time) || !take_char(&s, ' ') ||
	    !take_number(&s, 4, FIRST_YEAR, LAST_YEAR, &year))
		return false;
	if (s.n > 0 || day > days_in(year, month))
		return false;
	value.day = calendar_day(year, month, day);
	*at = value;
	return true;
}

void
calendar_put(struct text *text, nsec time)
{
	int64_t days = nsec_floor(time, CALENDAR_DAY), year;
	nsec rest = time % CALENDAR_DAY + (time % CALENDAR_DAY < 0 ? CALENDAR_DAY : 0);
	int seconds = (int)(rest / NSEC_SECOND), month, day;
	struct text decimals = {0};

	calendar_date(days, &year, &month, &day);
	text_print(text, "%04d-%02d-%02dT%02d:%02d:%02d", (int)year, month, day, seconds / 3600,
	    seconds / 60 % 60, seconds % 60);
	nsec_put_short(&decimals, rest % NSEC_SECOND);
	text_put(text, str_skip(text_str(&decimals), 1)); /* `0.2`, or `0` */
	text_put_char(text, 'Z');
	text_free(&decimals);
}
