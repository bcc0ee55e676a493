/* foreign.h - files given to the wrong program, and the command that helps. */
#ifndef PROFILE_FOREIGN_H
#define PROFILE_FOREIGN_H

#include "base/str.h"

enum foreign_reader {
	FOREIGN_TO_PARSE, /* fs-parse, which reads what a profiler wrote */
	FOREIGN_TO_OURS   /* the programs that read folded lines */
};

/* Ends the program with a message where text, the first block of a piece, is the beginning of a
 * file that the reader can do nothing with: compressed, binary, a report, a picture, or, for our
 * own programs, the text of a profiler.  profile: a row of reader.h recognises the text.  Returns
 * where it may be what is wanted. */
void foreign_refuse(struct str text, const char *name, enum foreign_reader reader, bool profile);

#endif
