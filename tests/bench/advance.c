/* advance.c - a long profile from a short one: the text again and again, its times going on
 *
 *	advance MEBIBYTES <app.perf >long.perf
 *
 * Reads `perf script` text or timed folded lines, and writes at least that much.  Each time
 * around, the times are later by the whole seconds that the text spans; comments come once.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What stands before a time's whole seconds, and those. */
struct piece {
	const char *before;
	size_t n;
	unsigned long long seconds;
};

struct pieces {
	struct piece *all;
	size_t n, capacity;
};

static char *
read_all(size_t *n)
{
	size_t capacity = 1 << 20;
	char *all = malloc(capacity + 1);

	for (*n = 0; all != NULL; *n += fread(all + *n, 1, capacity - *n, stdin)) {
		if (feof(stdin)) {
			all[*n] = '\0';
			return all;
		}
		if (*n == capacity)
			all = realloc(all, (capacity *= 2) + 1);
	}
	exit(1);
}

/* Where the whole seconds of a line's time begin: the front of a timed line, or of what stands
 * before the colon in perf's `1795.456545:`; NULL where the line has no time. */
static const char *
find_time(const char *line, const char *end)
{
	if (strchr("#\t\n ", *line) != NULL)
		return NULL;
	if (*line >= '0' && *line <= '9' && memchr(line, '\t', (size_t)(end - line)))
		return line;
	for (const char *s = line; s + 8 < end; s++) {
		if (*s != '.' || strspn(s + 1, "0123456789") < 6 ||
		    s[1 + strspn(s + 1, "0123456789")] != ':')
			continue;
		while (s > line && s[-1] >= '0' && s[-1] <= '9')
			s--;
		return s;
	}
	return NULL;
}

static void
add(struct pieces *pieces, struct piece piece)
{
	if (pieces->n == pieces->capacity) {
		pieces->capacity = pieces->capacity ? pieces->capacity * 2 : 1024;
		pieces->all = realloc(pieces->all, pieces->capacity * sizeof(*pieces->all));
		if (pieces->all == NULL)
			exit(1);
	}
	pieces->all[pieces->n++] = piece;
}

/* Cuts the text at its times; what is left behind the last one is returned. */
static const char *
cut(const char *text, struct pieces *pieces)
{
	const char *from = text;

	for (const char *line = text, *end; *line; line = end) {
		end = strchr(line, '\n');
		end = end ? end + 1 : line + strlen(line);
		const char *time = find_time(line, end);
		if (time == NULL)
			continue;
		char *digits_end;
		unsigned long long seconds = strtoull(time, &digits_end, 10);
		add(pieces, (struct piece){from, (size_t)(time - from), seconds});
		from = digits_end;
	}
	return from;
}

int
main(int argc, char **argv)
{
	struct pieces pieces = {NULL, 0, 0};
	unsigned long long want = argc > 1 ? strtoull(argv[1], NULL, 10) << 20 : 0, written = 0;
	unsigned long long first, last, later = 0;
	size_t n;
	char *text = read_all(&n);

	/* Comments stand at the front, but for the one that tells the end. */
	const char *body = text, *end = strstr(text, "\n# end=");
	while (*body == '#')
		body += strcspn(body, "\n") + 1;
	fwrite(text, 1, (size_t)(body - text), stdout);
	if (end != NULL)
		text[end - text + 1] = '\0';
	const char *rest = cut(body, &pieces);
	if (pieces.n == 0)
		return 1;
	first = last = pieces.all[0].seconds;
	for (size_t i = 0; i < pieces.n; i++) {
		first = pieces.all[i].seconds < first ? pieces.all[i].seconds : first;
		last = pieces.all[i].seconds > last ? pieces.all[i].seconds : last;
	}
	for (; written < want; later += last - first + 1) {
		for (size_t i = 0; i < pieces.n; i++) {
			const struct piece *piece = &pieces.all[i];
			fwrite(piece->before, 1, piece->n, stdout);
			written += piece->n + (size_t)printf("%llu", piece->seconds + later);
		}
		written += fwrite(rest, 1, strlen(rest), stdout);
	}
	return fflush(stdout) != 0;
}
