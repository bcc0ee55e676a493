/* stream.c - what a whole profile says */
#include "profile/stream.h"

void
stream_free(struct stream *stream)
{
	head_free(&stream->facts);
	arena_free(&stream->arena);
	*stream = (struct stream){0};
}
