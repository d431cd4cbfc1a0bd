/* Writes COUNT care programmes of about 4 kB, with Swedish comments, into a DIRECTORY that exists.

   cc -O2 generate_definitions.c -o generate && ./generate DIRECTORY 2000

   Nothing is wrong in them when they are read with the register of Pipelines/. They rework, run in
   21 regions and come round as often as the shipped pipelines do. The same count gives the same
   files on every machine. */

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
    "stämd av med patientföreträdare i våras", "förlängs bara på begäran",
    "här räknas arbetsdagar, inte kalenderdagar", "så beslutade samverkansgruppen i höstas"};
static const char *const documents[] = {"remissversion", "konsekvensbeskrivning", "missiv",
                                        "kunskapsunderlag", "litteraturlista", "tackningsgrad"};
static const char *const owners[] = {"vardprogramgrupp", "stodjande-rcc", "rcc-samverkan"};
#define PICK(list) list[pick(sizeof list / sizeof *list)]

static void begin(FILE *out, const char *id, const char *uses, const char *sv, const char *en) {
  fprintf(out, "  # %s\n  - id: %s\n    uses: %s@1\n    title:\n      sv: %s\n      en: %s\n",
          PICK(comments), id, uses, sv, en);
}

/* A reminder to the owner itself is no escalation. */
static void term(FILE *out, int escalates) {
  fprintf(out, "    within: %u months   # %s\n", 2 + pick(18), PICK(comments));
  if (escalates && pick(2)) fprintf(out, "    escalate: {after: %u weeks, to: rcc-samverkan}\n", 2 + pick(8));
}

static void draft(FILE *out, const char *id, const char *sv, const char *back) {
  begin(out, id, "draft", sv, id);
  unsigned owner = pick(3);
  fprintf(out, "    owner: %s\n", owners[owner]);
  term(out, owner < 2);
  fprintf(out, "    with:\n      documents:\n");
  for (unsigned i = 0, n = 1 + pick(3), first = pick(4); i < n; i++)
    fprintf(out, "        - %s   # %s\n", documents[first + i], PICK(comments));
  if (back) fprintf(out, "    outcomes:\n      substantial-change: {to: %s, at-most: %u}\n", back,
                    1 + pick(3));
  fputc('\n', out);
}

static void decision(FILE *out, const char *id, const char *sv, const char *back) {
  begin(out, id, "decision", sv, "Decision");
  term(out, 0);
  fprintf(out, "    outcomes:\n      refer-back: {to: %s, at-most: %u}\n      reject: end\n\n", back,
          1 + pick(3));
}

static void definition(FILE *out, int number) {
  fprintf(out, "# %s\n# %s\npipeline: vardprogram-%d\nversion: \"%u\"\nvalid:\n", PICK(comments),
          PICK(comments), number, 1 + pick(9));
  fprintf(out, "  from: 20%u-0%u-01\n", 20 + pick(6), 1 + pick(9));
  fprintf(out, "title:\n  sv: Nationellt vårdprogram, nummer %d\n", number);
  fprintf(out, "  en: National care programme, number %d\n", number);
  fprintf(out, "product: care-programme\nkey: [diagnosis]\nowner: rcc-samverkan\nroles:\n");
  fprintf(out, "  stodjande-rcc: rcc\n  vardprogramgrupp: working-group\ninputs:\n  diagnosis:\n");
  fprintf(out, "    type: icd-10-se\n    title: {sv: Diagnos, en: Diagnosis}\n");
  fprintf(out, "remind: [%u weeks, 1 week]\n", 2 + pick(6));
  fprintf(out, "escalate: {after: 2 weeks, to: rcc-samverkan}\n\nstages:\n");
  draft(out, "utkast", "Utkast till vårdprogram", NULL);
  begin(out, "remiss", "remiss", "Remiss till regioner och föreningar", "Consultation");
  fprintf(out, "    owner: stodjande-rcc\n    window: national-remiss\n    acts:\n");
  fprintf(out, "      dispose: vardprogramgrupp\n      extend: rcc-samverkan\n    with:\n");
  fprintf(out, "      parties: [regions, professional-associations]   # %s\n", PICK(comments));
  if (pick(2)) fprintf(out, "    when: {opened-by: [opened, large-revision]}\n");
  fputc('\n', out);
  draft(out, "bearbetning", "Bearbetning efter remissen", "remiss");
  const char *last = "bearbetning";
  static const char *const extra[] = {"granskning", "harmonisering", "lasarprov"};
  static const char *const titles[] = {"Granskning", "Harmonisering", "Läsarprov"};
  for (unsigned i = 0, n = pick(4); i < n; i++) {
    draft(out, extra[i], titles[i], NULL);
    last = extra[i];
  }
  decision(out, "faststallande", "Fastställande", last);
  begin(out, "publicering", "publication", "Publicering", "Publication");
  fprintf(out, "    within: %u weeks\n    in-force: published\n\n", 2 + pick(8));
  begin(out, "lokal-anpassning", "local-adaptation", "Regional anpassning", "Local adaptation");
  fprintf(out, "    for-each: regions\n    within: %u months\n\n", 3 + pick(6));
  begin(out, "inforande", "implementation", "Införande i regionen", "Implementation");
  fprintf(out, "    for-each: regions\n    within: %u months   # %s\n", 6 + pick(12),
          PICK(comments));
  if (pick(2)) fprintf(out, "    proceed: {at-least: %u}\n", 11 + pick(10));
  fputc('\n', out);
  begin(out, "oversyn", "review", "Årlig översyn", "Review");
  fprintf(out, "    every: %u months\n    outcomes:\n      small-revision: new-case\n", 6 + pick(30));
  fprintf(out, "      large-revision: new-case\n      retire: utfasning\n\n");
  begin(out, "utfasning", "phase-out", "Utfasning", "Phase-out");
  fprintf(out, "    within: %u months\n    with:\n      kind: document   # %s\n", 3 + pick(12),
          PICK(comments));
  fprintf(out, "    out-of-force: archived\n");
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
    definition(out, i);
    if (fclose(out)) return 3;
  }
  return 0;
}
