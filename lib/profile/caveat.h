/* caveat.h - where a picture of what was kept would mislead, a line on stderr each.
 *
 * The thresholds, and why they are what they are, are in caveat.c and fs-parse(1).
 */
#ifndef PROFILE_CAVEAT_H
#define PROFILE_CAVEAT_H

#include "profile/account.h"
#include "profile/timed_put.h"

void caveat_say(const struct account *account, const struct timed_style *style);

#endif
