/* advance.c - a long profile from a short one: its samples again and again, their times going on
 *
 *	advance MEBIBYTES <app.perf >long.perf
 *
 * Reads `perf script` text or timed folded lines, and writes whole samples, that many mebibytes and
 * no more than the last one over.  Each time around, the times are later by the whole seconds that
 * the text spans; comments come once.  A text without times cannot go on: status 1 and a message.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The lines of one sample, and where in them the whole seconds of its time stand. */
struct sample {
	const char *text, *time, *after, *end;
	unsigned long long seconds;
};

struct samples {
	struct sample *all;
	size_t n, capacity;
};

static void
die(int status, const char *message)
{
	fprintf(stderr, "advance: %s\n", message);
	exit(status);
}

static char *
read_all(size_t *n)
{
	size_t capacity = 1 << 20;
	char *all = malloc(capacity + 1);

	for (*n = 0; all != NULL; *n += fread(all + *n, 1, capacity - *n, stdin)) {
		if (feof(stdin) || ferror(stdin)) {
			all[*n] = '\0';
			return all;
		}
		if (*n == capacity)
			all = realloc(all, (capacity *= 2) + 1);
	}
	die(1, "no memory");
	return NULL;
}

static const char *
line_end(const char *line, const char *end)
{
	const char *newline = memchr(line, '\n', (size_t)(end - line));

	return newline ? newline + 1 : end;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Where the whole seconds of a line's time begin: the front of a timed line, or of what stands
 * before the colon in perf's `1795.456545:`; NULL where the line has no time.  What begins with a
 * blank may be a header, one whose thread's name is right-aligned; a tab begins a frame. */
static const char *
find_time(const char *line, const char *end)
{
	if (*line == '\t')
		return NULL;
	if (is_digit(*line) && memchr(line, '\t', (size_t)(end - line)))
		return line;
	for (const char *s = line + 1; s < end; s++) {
		if (*s != '.' || !is_digit(s[-1]))
			continue;
		size_t decimals = strspn(s + 1, "0123456789");
		if (decimals < 6 || s[1 + decimals] != ':')
			continue;
		while (s > line && is_digit(s[-1]))
			s--;
		return s;
	}
	return NULL;
}

static struct sample *
add(struct samples *samples)
{
	if (samples->n == samples->capacity) {
		samples->capacity = samples->capacity ? samples->capacity * 2 : 1024;
		samples->all = realloc(samples->all, samples->capacity * sizeof(*samples->all));
		if (samples->all == NULL)
			die(1, "no memory");
	}
	return &samples->all[samples->n++];
}

/* Cuts the text before each line that has a time. */
static struct samples
cut(const char *text, const char *end)
{
	struct samples samples = {NULL, 0, 0};
	struct sample *last = NULL;

	for (const char *line = text, *next; line < end; line = next) {
		next = line_end(line, end);
		const char *time = find_time(line, next);
		if (time == NULL)
			continue;
		if (last != NULL)
			last->end = line;
		last = add(&samples);
		*last = (struct sample){
		    line, time, time + strspn(time, "0123456789"), end, strtoull(time, NULL, 10)};
	}
	return samples;
}

/* The whole seconds from the first to the last, both counted. */
static unsigned long long
span(const struct samples *samples)
{
	unsigned long long first = samples->all[0].seconds, last = first;

	for (size_t i = 1; i < samples->n; i++) {
		unsigned long long seconds = samples->all[i].seconds;
		first = seconds < first ? seconds : first;
		last = seconds > last ? seconds : last;
	}
	return last - first + 1;
}

static size_t
put(const char *text, const char *end)
{
	return fwrite(text, 1, (size_t)(end - text), stdout);
}

static size_t
put_sample(const struct sample *sample, unsigned long long later)
{
	size_t written = put(sample->text, sample->time);

	written += (size_t)printf("%llu", sample->seconds + later);
	return written + put(sample->after, sample->end);
}

int
main(int argc, char **argv)
{
	unsigned long long want = argc == 2 ? strtoull(argv[1], NULL, 10) << 20 : 0;
	unsigned long long written = 0, later = 0;
	size_t n;

	if (want == 0)
		die(2, "usage: advance MEBIBYTES <profile");
	char *text = read_all(&n);
	const char *body = text, *end = text + n, *last = strstr(text, "\n# end=");
	/* Comments stand at the front, but for the one that tells the end. */
	while (body < end && *body == '#' && find_time(body, line_end(body, end)) == NULL)
		body = line_end(body, end);
	if (last != NULL)
		end = last + 1;
	struct samples samples = cut(body, end);
	if (samples.n == 0)
		die(1, "no line has a time");
	put(text, body);
	for (size_t i = 0; written < want; i++) {
		if (i == samples.n) {
			i = 0;
			later += span(&samples);
		}
		written += put_sample(&samples.all[i], later);
	}
	if (fflush(stdout) != 0 || ferror(stdout))
		die(1, "cannot write");
	return 0;
}
