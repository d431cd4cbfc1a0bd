/* Runs a program and prints what it took: the most memory that it held at once, in MiB, or the time
   by the clock on the wall, in seconds.

   cc -O2 peak.c -o peak && ./peak memory|time PROGRAM [ARGUMENT …]

   Small on purpose: the kernel counts what the parent held towards what a child holds. */

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  double start = now();
  pid_t child = vfork();
  if (child == 0) {
    int nothing = open("/dev/null", O_WRONLY);
    dup2(nothing, 1);
    dup2(nothing, 2);
    execvp(argv[2], argv + 2);
    _exit(127);
  }
  int status;
  struct rusage used;
  if (child < 0 || wait4(child, &status, 0, &used) != child) return 1;
  double took = now() - start;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return 1;
#ifdef __APPLE__
  double mebibytes = (double)used.ru_maxrss / (1 << 20);
#else
  double mebibytes = (double)used.ru_maxrss / 1024;
#endif
  printf("%.6f\n", strcmp(argv[1], "memory") == 0 ? mebibytes : took);
  return 0;
}
