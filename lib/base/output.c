/* output.c - standard output, or a file that appears whole or not at all */
#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER = 64 * 1024 };

static _Noreturn void
fail(const struct output *out)
{
	if (errno == EPIPE) {
		sigset_t pipe;
		signal(SIGPIPE, SIG_DFL);
		sigemptyset(&pipe);
		sigaddset(&pipe, SIGPIPE);
		sigprocmask(SIG_UNBLOCK, &pipe, NULL);
		raise(SIGPIPE);
	}
	die("%s: %s", out->name, strerror(errno));
}

/* Writes beside the target, with the rights that the file has or would get. */
static void
open_temporary(struct output *out, const struct stat *old)
{
	mode_t mask = umask(0);

	umask(mask);
	struct str target = text_str(&out->target);
	size_t slash = str_find_char_last(target, '/');
	text_put(&out->temporary, str_head(target, slash < target.n ? slash + 1 : 0));
	text_put(&out->temporary, STR(".fs-XXXXXX"));
	text_terminate(&out->temporary);
	/* A signal waits until it is known what is to be removed. */
	sigset_t all, before;
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &before);
	out->fd = mkstemp(out->temporary.s);
	int error = errno;
	if (out->fd >= 0)
		die_remove(out->temporary.s);
	sigprocmask(SIG_SETMASK, &before, NULL);
	if (out->fd < 0)
		die("%s: %s", out->name, strerror(error));
	fchmod(out->fd, old ? old->st_mode & 07777 : 0666 & ~mask);
}

void
output_open(struct output *out, const char *path)
{
	struct stat old;

	*out = (struct output){.fd = STDOUT_FILENO, .name = "standard output"};
	if (path == NULL || strcmp(path, "-") == 0)
		return;
	if (*path == '\0')
		die_usage("the output's name is empty");
	out->name = path;
	bool exists = stat(path, &old) == 0;
	if (exists && !S_ISREG(old.st_mode)) {
		out->fd = open(path, O_WRONLY);
		if (out->fd < 0)
			die("%s: %s", path, strerror(errno));
		return;
	}
	/* A link stays a link: it is the file behind it that is replaced. */
	char *real = exists ? realpath(path, NULL) : NULL;
	text_put(&out->target, str_from(real ? real : path));
	text_terminate(&out->target);
	free(real);
	open_temporary(out, exists ? &old : NULL);
}

void
output_open_stats(struct output *out, const char *path)
{
	if (strcmp(path, "-") != 0) {
		output_open(out, path);
		return;
	}
	*out = (struct output){.fd = dup(STDERR_FILENO), .name = "standard error"};
	if (out->fd < 0)
		die("%s: %s", out->name, strerror(errno));
}

void
output_open_memory(struct output *out)
{
	*out = (struct output){.fd = -1, .name = "memory"};
}

bool
output_is_terminal(const struct output *out)
{
	return isatty(out->fd);
}

static void
write_all(struct output *out, struct str s)
{
	while (s.n > 0) {
		ssize_t n = write(out->fd, s.s, s.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			fail(out);
		s = str_skip(s, (size_t)n);
	}
}

void
output_flush(struct output *out)
{
	write_all(out, text_str(&out->buffer));
	text_clear(&out->buffer);
}

void
output_write(struct output *out, struct str s)
{
	bool kept = out->fd < 0;

	if (!kept && out->buffer.n + s.n > BUFFER)
		output_flush(out);
	if (!kept && s.n > BUFFER)
		write_all(out, s);
	else
		text_put(&out->buffer, s);
}

int
output_finish(struct output *out, enum die_status status)
{
	bool discard = status == DIE_FAILED || status == DIE_USAGE;

	if (out->target.n > 0 && discard) {
		close(out->fd);
		unlink(out->temporary.s);
	} else {
		output_flush(out);
		if (close(out->fd) != 0)
			fail(out);
		if (out->target.n > 0 && rename(out->temporary.s, out->target.s) != 0)
			die("%s: %s", out->name, strerror(errno));
	}
	die_keep(out->temporary.s);
	text_free(&out->buffer);
	text_free(&out->target);
	text_free(&out->temporary);
	return (int)status;
}
