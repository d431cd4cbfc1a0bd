/* Writes COUNT definitions of about 4 kB, with Swedish comments, into a DIRECTORY that exists.

   cc -O2 generate_definitions.c -o generate && ./generate DIRECTORY 2000

   The same count gives the same files on every machine. */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t state;

static unsigned pick(unsigned below) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return (unsigned)(state >> 33) % below;
}

static const char *const comments[] = {
    "Ägaren är den grupp som fastställer", "svar samordnas av regionens kunskapsråd",
    "gäller från och med nästa remissrunda", "se även bilagan om jävsdeklarationer",
    "stämd av med patientföreträdare i våras", "förlängs bara på begäran"};
static const char *const plugins[] = {"draft", "remiss", "decision", "publication",
                                      "local-adaptation", "implementation", "review"};
static const char *const owners[] = {"vardprogramgrupp", "stodjande-rcc", "rcc-samverkan",
                                     "npo-hud-kon", "nag-sarvard"};
static const char *const names[] = {"Utkast", "Remiss", "Bearbetning", "Fastställande",
                                    "Regional anpassning", "Införande", "Översyn"};
#define PICK(list) list[pick(sizeof list / sizeof *list)]

static void stage(FILE *out, unsigned number) {
  fprintf(out, "  # %s\n  - id: fas-%u\n    uses: %s@1\n", PICK(comments), number, PICK(plugins));
  fprintf(out, "    title: {sv: %s för grupp %u, en: Stage %u}\n", PICK(names), number, number);
  fprintf(out, "    owner: %s   # %s\n    within: %u months\n", PICK(owners), PICK(comments),
          1 + pick(24));
  if (pick(2)) fprintf(out, "    remind: [%u weeks, 1 week]\n", 2 + pick(6));
  if (pick(2)) {
    fprintf(out, "    with:\n      documents:\n");
    for (unsigned i = 0, n = 1 + pick(4); i < n; i++)
      fprintf(out, "        - \"bilaga %u: %s\"\n", i + 1, PICK(names));
  }
  if (pick(3) == 0)
    fprintf(out, "    help: |\n      %s.\n      Räkna med %u arbetsdagar.\n", PICK(comments),
            1 + pick(30));
  if (pick(3) == 0 && number > 1)
    fprintf(out, "    outcomes: {refer-back: {to: fas-%u, at-most: %u}}\n", 1 + pick(number - 1),
            1 + pick(3));
  fputc('\n', out);
}

int main(int argc, char **argv) {
  if (argc < 3) {
    fprintf(stderr, "usage: %s DIRECTORY COUNT\n", argv[0]);
    return 2;
  }
  int count = atoi(argv[2]);
  for (int i = 0; i < count; i++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/definition-%05d.yaml", argv[1], i);
    FILE *out = fopen(path, "w");
    if (!out) {
      perror(path);
      return 4;
    }
    state = (uint64_t)i + 1;
    fprintf(out, "# %s\npipeline: vardprogram-%d\nversion: \"%u\"\nvalid: {from: 20%u-0%u-01}\n",
            PICK(comments), i, 1 + pick(9), 20 + pick(7), 1 + pick(9));
    fprintf(out, "title: {sv: Nationellt vårdprogram %d, en: Care programme %d}\n", i, i);
    fprintf(out, "product: care-programme\nkey: [diagnosis]\nowner: %s\n\nstages:\n", PICK(owners));
    for (unsigned n = 1, last = 8 + pick(11); n <= last; n++) stage(out, n);
    if (fclose(out)) return 3;
  }
  return 0;
}
