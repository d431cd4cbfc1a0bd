#include "CArguments.h"

#include <stdlib.h>
#include <unistd.h>

static int count;
static char **words;

/*
 * Swift reads the words from /proc/self/cmdline, and in a static executable asks /proc/self/exe where
 * it lies to find its helper for crash reports, before anything else runs; without an answer it
 * aborts. In a bare chroot, or a container that hides /proc, neither is there. glibc hands the words
 * to what runs first; and where the helper lies need not be asked if the environment says so.
 */
#if defined(__GLIBC__) || defined(__linux__)
__attribute__((constructor(101))) static void remember(int argc, char **argv) {
#if defined(__GLIBC__)
  count = argc;
  words = argv;
#else
  (void)argc;
  (void)argv;
#endif
  if (access("/proc/self/exe", F_OK) != 0) setenv("SWIFT_ROOT", "/", 0);
}
#endif

int stafett_argument_count(void) { return count; }

const char *stafett_argument(int index) { return words[index]; }
