/* arena.h - memory of one life time: many small pieces, freed together.
 *
 *	struct arena arena = {0};
 *	struct str name = arena_copy(&arena, borrowed);
 *	...
 *	arena_free(&arena);
 *
 * {0} is an empty arena.  Pieces never move.  Running out of memory ends the program.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/str.h"

struct arena {
	struct arena_chunk *chunks;
	char *at, *end;
	size_t total; /* bytes taken from the system */
};

/* size bytes, aligned for any type, not cleared. */
void *arena_new(struct arena *arena, size_t size);

/* A copy of s; its bytes live as long as the arena. */
struct str arena_copy(struct arena *arena, struct str s);

void arena_free(struct arena *arena);

#endif
