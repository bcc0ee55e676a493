/* die.c - messages and exit status */
#include "base/die.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The only state in lib that outlives a call. */
static const char *program = "flamescope";
static const char *volatile unfinished[DIE_MOST_REMOVED];

void
die_program(const char *name)
{
	program = name;
}

const char *
die_name(void)
{
	return program;
}

static void
say(const char *format, va_list args)
{
	va_list again;

	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	char *message = n < 0 ? NULL : malloc((size_t)n + 1);
	if (message == NULL) {
		fprintf(stderr, "%s: %s\n", program, format);
	} else {
		vsnprintf(message, (size_t)n + 1, format, again);
		for (int i = 0; i < n; i++)
			if (str_is_control(message[i]))
				message[i] = '?';
		fprintf(stderr, "%s: %s\n", program, message);
	}
	free(message);
	va_end(again);
}

static void
remove_unfinished(void)
{
	for (int i = 0; i < DIE_MOST_REMOVED; i++) {
		const char *path = unfinished[i];
		if (path != NULL)
			unlink(path);
		unfinished[i] = NULL;
	}
}

void
die(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(format, args);
	va_end(args);
	remove_unfinished();
	exit(DIE_FAILED);
}

void
die_usage(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(format, args);
	va_end(args);
	fprintf(stderr, "%s: try '%s --help'\n", program, program);
	remove_unfinished();
	exit(DIE_USAGE);
}

void
die_warn(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say(format, args);
	va_end(args);
}

static void
on_signal(int number)
{
	remove_unfinished();
	signal(number, SIG_DFL);
	raise(number);
}

/* Signals that end a process unless it says otherwise, and are no fault of its own. */
static const int deadly[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGALRM, SIGVTALRM, SIGPROF,
    SIGUSR1, SIGUSR2, SIGXCPU, SIGXFSZ};

/* A signal that the parent chose to have ignored stays ignored. */
static void
guard(int number)
{
	struct sigaction was, now = {.sa_handler = on_signal};

	if (sigaction(number, NULL, &was) == 0 && was.sa_handler == SIG_DFL)
		sigaction(number, &now, NULL);
}

void
die_remove(const char *path)
{
	int i = 0;

	while (unfinished[i] != NULL)
		if (++i == DIE_MOST_REMOVED)
			die("%s: too many files at a time", path);
	unfinished[i] = path;
	for (size_t k = 0; k < sizeof(deadly) / sizeof(*deadly); k++)
		guard(deadly[k]);
}

void
die_keep(const char *path)
{
	for (int i = 0; i < DIE_MOST_REMOVED; i++)
		if (unfinished[i] == path)
			unfinished[i] = NULL;
}
