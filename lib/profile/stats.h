/* stats.h - the exact account of a reading, for scripts: KEY<TAB>VALUE, a line each.
 *
 * The keys are documented in fs-parse(1); a key whose value the text does not tell is left out.
 */
#ifndef PROFILE_STATS_H
#define PROFILE_STATS_H

#include "profile/account.h"

void stats_put(struct text *text, const struct account *account);

#endif
