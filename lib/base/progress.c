/* progress.c - how far a program is */
#include "base/progress.h"

#include "base/die.h"
#include "base/number.h"
#include "base/watch.h"

#include <stdio.h>
#include <unistd.h>

enum { SECONDS_ON_TERMINAL = 1, SECONDS_ELSEWHERE = 10 };

void
progress_open(struct progress *progress)
{
	*progress = (struct progress){.terminal = isatty(STDERR_FILENO)};
	progress->start = progress->shown = watch_now();
}

static void
put_rate(struct text *text, uint64_t bytes, nsec span)
{
	/* In tenths of a megabyte a second. */
	uint64_t rate = span > 0 ? number_scale(bytes, 10000, (uint64_t)span) : 0;

	text_put_grouped(text, bytes);
	text_put(text, STR(" bytes, "));
	nsec_put(text, span, 1);
	text_print(text, " s, %u.%u MB/s", (unsigned)(rate / 10), (unsigned)(rate % 10));
}

/* On a terminal the line before is drawn over, and the last one ends it. */
static void
show(const struct progress *progress, struct text *text, bool last)
{
	const char *begin = progress->terminal ? "\r\033[K" : "";
	const char *end = progress->terminal && !last ? "" : "\n";

	fprintf(stderr, "%s%s: %s%s", begin, die_name(), text_terminate(text), end);
	fflush(stderr);
	text_free(text);
}

void
progress_step(struct progress *progress, uint64_t got, uint64_t size)
{
	int seconds = progress->terminal ? SECONDS_ON_TERMINAL : SECONDS_ELSEWHERE;
	struct text text = {0};
	nsec time = watch_now();

	if (time - progress->shown < seconds * NSEC_SECOND)
		return;
	progress->shown = time;
	put_rate(&text, progress->before + got, time - progress->start);
	if (size > 0)
		text_print(
		    &text, ", %u%%", (unsigned)number_scale(got < size ? got : size, 100, size));
	show(progress, &text, false);
}

void
progress_end_piece(struct progress *progress, uint64_t got)
{
	progress->before += got;
}

void
progress_close(struct progress *progress)
{
	struct text text = {0};

	put_rate(&text, progress->before, watch_now() - progress->start);
	show(progress, &text, true);
}
