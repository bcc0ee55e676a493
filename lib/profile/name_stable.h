/* name_stable.h - names without what changes from build to build or from run to run. */
#ifndef PROFILE_NAME_STABLE_H
#define PROFILE_NAME_STABLE_H

#include "base/text.h"

/* Writes name, which is precise already and may be a part of one, without the marks of GCC's and LLVM's clones (.isra.N
 * .constprop.N .part.N .cold .llvm.N), the hash of Rust's legacy mangling, the numbers of Java's
 * lambdas and generated accessors, and the tier marks of V8. */
void name_stable_put(struct text *text, struct str name);

#endif
