/* watch.c - how long something takes */
#include "base/watch.h"

#include <time.h>

nsec
watch_now(void)
{
	struct timespec time = {0};

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (nsec)time.tv_sec * NSEC_SECOND + time.tv_nsec;
}
