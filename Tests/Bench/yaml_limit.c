/* The limit for any reader that is built on libyaml: its bare event loop.

   Reads the files named on standard input, one path a line, into memory; then parses all of
   them ROUNDS times (the first argument, or 5) and prints the best time of the processor, and
   the bytes.

   cc -O2 yaml_limit.c -lyaml -o yaml_limit && find DIRECTORY -type f | ./yaml_limit */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <yaml.h>

struct text {
  unsigned char *bytes;
  size_t count;
};

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static struct text load(const char *path) {
  struct text text = {NULL, 0};
  FILE *file = fopen(path, "rb");
  if (!file) return text;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  text.bytes = malloc(size > 0 ? (size_t)size : 1);
  if (text.bytes) text.count = fread(text.bytes, 1, size > 0 ? (size_t)size : 0, file);
  fclose(file);
  return text;
}

static long parse(struct text text) {
  yaml_parser_t parser;
  yaml_event_t event;
  long events = 0;
  int more = 1;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&parser, text.bytes, text.count);
  while (more) {
    if (!yaml_parser_parse(&parser, &event)) {
      events = -1;
      break;
    }
    events++;
    more = event.type != YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}

int main(int argc, char **argv) {
  int rounds = argc > 1 ? atoi(argv[1]) : 5;
  size_t count = 0, room = 0, bytes = 0;
  struct text *texts = NULL;
  char path[4096];
  while (fgets(path, sizeof path, stdin)) {
    path[strcspn(path, "\n")] = 0;
    if (count == room) {
      room = room ? room * 2 : 64;
      texts = realloc(texts, room * sizeof *texts);
      if (!texts) return 3;
    }
    texts[count] = load(path);
    if (!texts[count].bytes) {
      perror(path);
      return 4;
    }
    bytes += texts[count++].count;
  }
  double best = 1e9;
  long events = 0;
  for (int round = 0; round < rounds; round++) {
    double start = now();
    events = 0;
    for (size_t i = 0; i < count; i++) {
      long found = parse(texts[i]);
      if (found < 0) return 1;
      events += found;
    }
    double took = now() - start;
    if (took < best) best = took;
  }
  printf("%.4f s, %zu bytes, %zu files, %ld events\n", best, bytes, count, events);
  return 0;
}
