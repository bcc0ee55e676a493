/* reader.h - the table of profile formats. */
#ifndef PROFILE_READER_H
#define PROFILE_READER_H

#include "base/str.h"

struct reader;

/* The row whose own text is; NULL where none says so. */
const struct reader *reader_find(struct str text);
#endif
