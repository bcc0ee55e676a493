/* die.c - messages and exit status */
#include "base/die.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The only state in lib that outlives a call. */
static const char *program = "flamescope";
static const char *volatile unfinished;

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
	if (unfinished != NULL)
		unlink(unfinished);
	unfinished = NULL;
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
	unfinished = path;
	if (path == NULL)
		return;
	guard(SIGHUP);
	guard(SIGINT);
	guard(SIGTERM);
}
