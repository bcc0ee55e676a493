/* arena.c - memory of one life time */
#include "base/arena.h"

#include "base/array.h"

#include <stdlib.h>

enum { CHUNK = 64 * 1024, ALIGN = 16 };

struct arena_chunk {
	struct arena_chunk *next;
	size_t size;
};

static char *
take(struct arena *arena, size_t size)
{
	if (size > (size_t)(arena->end - arena->at)) {
		/* Chunks grow with the arena, so that a large one is few. */
		size_t room = arena->total / 4 > CHUNK ? arena->total / 4 : CHUNK;
		if (room < size)
			room = size;
		size_t whole = array_sum(room, ALIGN);
		struct arena_chunk *chunk = array_new(1, whole);
		chunk->next = arena->chunks;
		chunk->size = whole;
		arena->chunks = chunk;
		arena->total += whole;
		arena->at = (char *)chunk + ALIGN;
		arena->end = arena->at + room;
	}
	char *piece = arena->at;
	arena->at += size;
	return piece;
}

void *
arena_new(struct arena *arena, size_t size)
{
	size_t odd = (uintptr_t)arena->at % ALIGN;

	if (arena->at != NULL && odd != 0) {
		size_t pad = ALIGN - odd;
		if (pad <= (size_t)(arena->end - arena->at))
			arena->at += pad;
		else
			arena->at = arena->end;
	}
	return take(arena, array_sum(size, ALIGN - 1) / ALIGN * ALIGN);
}

struct str
arena_copy(struct arena *arena, struct str s)
{
	if (s.n == 0)
		return (struct str){"", 0};
	char *copy = take(arena, s.n);
	memcpy(copy, s.s, s.n);
	return (struct str){copy, s.n};
}

void
arena_free(struct arena *arena)
{
	while (arena->chunks != NULL) {
		struct arena_chunk *next = arena->chunks->next;
		free(arena->chunks);
		arena->chunks = next;
	}
	*arena = (struct arena){0};
}
