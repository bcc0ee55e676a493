/* distinct.c - stacks that are all different, in no order: what a flame graph of a large profile reads
 *
 *	distinct 1000000 >unsorted.folded		500 MB
 *
 * A stack is a walk through a tree, the same for the same number of stacks: a few threads, callers
 * that most of them share, and towards the leaf ever more to choose from.  Names are like those of a
 * program that has namespaces; many begin with another's.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { DEPTH_LEAST = 12, DEPTH_SPAN = 15, SHARED = 6, NAMES = 4096 };

/* As splitmix64. */
static uint64_t
next(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

/* Of so many, the first ones most. */
static uint64_t
choose(uint64_t *state, uint64_t n)
{
	uint64_t a = next(state) % n, b = next(state) % n;

	return a < b ? a : b;
}

static void
put_frame(uint64_t at)
{
	static const char *const spaces[] = {"std", "app::net", "app", "java/util", "v8::internal"};
	uint64_t name = next(&at) % NAMES;

	printf(";%s::Class%" PRIu64 "::run%" PRIu64 "%s", spaces[name % 5], name % 31, name,
	    name % 7 == 0 ? "_[k]" : "");
}

static void
put_stack(uint64_t i)
{
	uint64_t state = i, depth = DEPTH_LEAST + next(&state) % DEPTH_SPAN;
	uint64_t at = choose(&state, 8);

	printf("worker-%" PRIu64, at);
	for (uint64_t d = 0; d < depth; d++) {
		at = at * 31 + d + choose(&state, d < SHARED ? 2 : 4 * d);
		put_frame(at);
	}
	printf(" %" PRIu64 "\n", 1 + choose(&state, 9));
}

int
main(int argc, char **argv)
{
	if (argc != 2 || atol(argv[1]) <= 0)
		return 2;
	for (uint64_t i = 0, n = (uint64_t)atol(argv[1]); i < n; i++)
		put_stack(i);
	return fflush(stdout) == 0 && !ferror(stdout) ? 0 : 1;
}
