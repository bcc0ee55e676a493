/* output_test.c - a file that appears whole or not at all */
#include "base/output.h"
#include "unit/check.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether the file's bytes are those; NULL: whether there is no file. */
static bool
holds(const char *path, const char *want)
{
	static char bytes[300000];
	int fd = open(path, O_RDONLY);

	if (fd < 0)
		return want == NULL;
	ssize_t n = read(fd, bytes, sizeof(bytes));
	close(fd);
	return want && n >= 0 && str_equal((struct str){bytes, (size_t)n}, str_from(want));
}

static void
write_file(const char *path, struct str s, enum die_status status)
{
	struct output out;

	output_open(&out, path);
	output_write(&out, s);
	CHECK(output_finish(&out, status) == (int)status);
}

static void
whole_or_not(void)
{
	struct output out;
	struct stat about;

	output_open(&out, "o");
	output_write(&out, STR("new\n"));
	output_flush(&out);
	CHECK(holds("o", NULL));
	CHECK(output_finish(&out, DIE_DONE) == 0);
	CHECK(holds("o", "new\n"));
	CHECK(chmod("o", 0640) == 0);
	write_file("o", STR("failed\n"), DIE_FAILED);
	CHECK(holds("o", "new\n"));
	write_file("o", STR("the answer is no\n"), DIE_NO);
	CHECK(holds("o", "the answer is no\n"));
	CHECK(stat("o", &about) == 0 && (about.st_mode & 0777) == 0640);
}

static void
links_and_rights(void)
{
	struct stat about;

	CHECK(symlink("o", "link") == 0);
	write_file("link", STR("through\n"), DIE_DONE);
	CHECK(lstat("link", &about) == 0 && S_ISLNK(about.st_mode) && holds("o", "through\n"));
	umask(027);
	write_file("fresh", STR(""), DIE_DONE);
	CHECK(stat("fresh", &about) == 0 && (about.st_mode & 0777) == 0640 && about.st_size == 0);
	write_file("/dev/null", STR("away\n"), DIE_DONE);
	CHECK(stat("/dev/null", &about) == 0 && S_ISCHR(about.st_mode));
}

/* Sizes around the buffer's, in one piece and in many. */
static void
sizes(void)
{
	static char bytes[200001];
	struct output out;

	memset(bytes, 'x', sizeof(bytes) - 1);
	for (size_t piece = 1000; piece < sizeof(bytes); piece *= 3) {
		output_open(&out, "sizes");
		for (size_t i = 0; i < 200000; i += piece)
			output_write(
			    &out, (struct str){bytes, piece < 200000 - i ? piece : 200000 - i});
		output_finish(&out, DIE_DONE);
		CHECK(holds("sizes", bytes));
	}
}

int
main(void)
{
	char directory[] = "output-test.XXXXXX";

	CHECK(mkdtemp(directory) != NULL && chdir(directory) == 0);
	whole_or_not();
	links_and_rights();
	sizes();
	/* What was temporary is gone: the directory is empty but for these. */
	unlink("o");
	unlink("link");
	unlink("fresh");
	unlink("sizes");
	CHECK(chdir("..") == 0 && rmdir(directory) == 0);
	return check_failed;
}
