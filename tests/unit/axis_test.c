/* axis_test.c - several streams on one axis of time */
#include "profile/axis.h"
#include "unit/check.h"

/* One stream's head; NULL leaves a comment out. */
static void
head(struct axis *axis, const char *origin, const char *wall, const char *hostname)
{
	axis_comment(axis, STR("fs-folded"), STR("1"));
	if (origin)
		axis_comment(axis, STR("origin"), str_from(origin));
	if (wall)
		axis_comment(axis, STR("wall"), str_from(wall));
	if (hostname)
		axis_comment(axis, STR("hostname"), str_from(hostname));
}

static bool
lands(struct axis *axis, nsec time, nsec want)
{
	return axis_place(axis, &time) && time == want;
}

static void
by_origin(void)
{
	struct axis axis = {0};

	CHECK(lands(&axis, 5, 5)); /* no head at all */
	head(&axis, "100", NULL, "db1");
	CHECK(lands(&axis, 5, 5));
	head(&axis, "107", NULL, "db1");
	CHECK(lands(&axis, 5, 7 * NSEC_SECOND + 5));
	head(&axis, "90", NULL, "db1");
	CHECK(lands(&axis, 5, -10 * NSEC_SECOND + 5)); /* against the first, not the last */
	head(&axis, "90", NULL, "db2");
	CHECK(!lands(&axis, 5, 5));
	axis_free(&axis);
}

static void
by_wall(void)
{
	struct axis axis = {0};

	head(&axis, "100", "1436462077.000123", "db1");
	CHECK(lands(&axis, 5, 5));
	/* The wall decides, whatever host and origin say. */
	head(&axis, "3", "1436462078.000124", "db2");
	CHECK(lands(&axis, 5, NSEC_SECOND + 1000 + 5));
	head(&axis, "101", NULL, "db1");
	CHECK(lands(&axis, 5, NSEC_SECOND + 5));
	head(&axis, NULL, NULL, "db1");
	CHECK(!lands(&axis, 5, 5));
	axis_free(&axis);
}

/* Parts of one text: the first alone says where it is from. */
static void
parts(void)
{
	struct axis axis = {0};

	head(&axis, "100", "1436462077", "db1");
	head(&axis, "100", NULL, NULL);
	CHECK(lands(&axis, 5, 5));
	head(&axis, "101", NULL, NULL);
	CHECK(!lands(&axis, 5, 5));
	axis_free(&axis);
	head(&axis, "100", NULL, NULL);
	head(&axis, "101", NULL, NULL);
	CHECK(lands(&axis, 5, NSEC_SECOND + 5));
	axis_free(&axis);
}

/* A stream that counts in seconds since 1970 shares no clock with one that does not. */
static void
other_clock(void)
{
	struct axis axis = {0};

	head(&axis, "1436462077", "1436462077", NULL);
	head(&axis, "1849", NULL, NULL);
	CHECK(!lands(&axis, 5, 5));
	head(&axis, "1436462079", "1436462079", NULL);
	CHECK(lands(&axis, 5, 2 * NSEC_SECOND + 5));
	axis_free(&axis);
	head(&axis, "1849", NULL, NULL);
	head(&axis, "1436462077", "1436462077", NULL);
	CHECK(!lands(&axis, 5, 5));
	axis_free(&axis);
}

/* What is roughly known puts nothing anywhere. */
static void
roughly(void)
{
	struct axis axis = {0};

	head(&axis, "100", NULL, "db1");
	axis_comment(&axis, STR("wall-about"), STR("1436462077.5"));
	CHECK(axis.first.has_about && axis.first.about == 1436462077500000000);
	head(&axis, "100", NULL, "db2");
	axis_comment(&axis, STR("wall-about"), STR("1436462077.5"));
	CHECK(!lands(&axis, 5, 5));
	axis_free(&axis);
}

int
main(void)
{
	by_origin();
	by_wall();
	parts();
	other_clock();
	roughly();
	return check_failed;
}
