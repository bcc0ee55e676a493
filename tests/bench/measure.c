/* measure.c - runs a command and prints its seconds and its peak memory in kibibytes
 *
 *	measure 'fs-parse big.perf | fs-fold'		1.234 5678
 *
 * In a pipe, the memory is that of its largest process.  The command's output is thrown away.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

/* Of a kibibyte in ru_maxrss. */
#ifdef __APPLE__
enum { MAXRSS_UNITS = 1024 };
#else
enum { MAXRSS_UNITS = 1 };
#endif

int
main(int argc, char **argv)
{
	struct timeval start, end;
	struct rusage used;
	int status;

	if (argc != 2)
		return 2;
	gettimeofday(&start, NULL);
	pid_t child = fork();
	if (child == 0) {
		int null = open("/dev/null", O_WRONLY);
		dup2(null, STDOUT_FILENO);
		execl("/bin/sh", "sh", "-c", argv[1], (char *)NULL);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
		return 1;
	gettimeofday(&end, NULL);
	getrusage(RUSAGE_CHILDREN, &used);
	double seconds =
	    (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_usec - start.tv_usec) / 1e6;
	printf("%.3f %ld\n", seconds, used.ru_maxrss / MAXRSS_UNITS);
	return 0;
}
