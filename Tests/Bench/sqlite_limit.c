/*
 * What this machine's disk and SQLite allow: a bare loop that commits one event at a time to a table
 * with the columns of a store's, in WAL mode with full sync. The store is measured against it.
 *
 *   cc -O2 Tests/Bench/sqlite_limit.c -lsqlite3 -o sqlite-limit && ./sqlite-limit FOLDER [COMMITS]
 *
 * Prints commits per second.
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *database;

static void run(const char *sql) {
  char *message = NULL;
  if (sqlite3_exec(database, sql, NULL, NULL, &message) != SQLITE_OK) {
    fprintf(stderr, "%s\n", message);
    exit(3);
  }
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
  if (count < 2) {
    fprintf(stderr, "usage: %s FOLDER [COMMITS]\n", arguments[0]);
    return 2;
  }
  int commits = count > 2 ? atoi(arguments[2]) : 20000;
  char path[4096];
  snprintf(path, sizeof path, "%s/limit.sqlite", arguments[1]);
  remove(path);
  if (sqlite3_open(path, &database) != SQLITE_OK) {
    fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(database));
    return 3;
  }
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
      "CREATE TABLE event (feed_pos INTEGER PRIMARY KEY, tenant_id TEXT NOT NULL DEFAULT 'default',"
      " stream_id TEXT NOT NULL, seq INTEGER NOT NULL, case_id TEXT, event_id TEXT NOT NULL,"
      " type TEXT NOT NULL, type_version INTEGER NOT NULL, recorded_at INTEGER NOT NULL,"
      " effective_at TEXT NOT NULL, actor_ref TEXT NOT NULL, on_behalf_ref TEXT NOT NULL,"
      " command_id TEXT NOT NULL, correlation_id TEXT, causation_id TEXT, definition_hash BLOB,"
      " semantics_level INTEGER NOT NULL, payload TEXT NOT NULL,"
      " payload_codec TEXT NOT NULL DEFAULT 'json', prev_hash BLOB NOT NULL, hash BLOB NOT NULL,"
      " UNIQUE (stream_id, seq)) STRICT");

  sqlite3_stmt *insert;
  sqlite3_prepare_v3(database,
                     "INSERT INTO event (stream_id, seq, case_id, event_id, type, type_version,"
                     " recorded_at, effective_at, actor_ref, on_behalf_ref, command_id,"
                     " definition_hash, semantics_level, payload, prev_hash, hash)"
                     " VALUES (?1, ?2, '2026-1', ?3, 'act', 1, ?4, '2026-09-21', 'p-1', 'rcc-norr',"
                     " ?3, ?5, 1, ?6, ?5, ?5)",
                     -1, SQLITE_PREPARE_PERSISTENT, &insert, NULL);
  char payload[151], hash[32] = {7};
  memset(payload, 'x', 150);
  payload[150] = 0;
  double start = seconds();
  for (int number = 0; number < commits; number++) {
    char stream[32], id[48];
    snprintf(stream, sizeof stream, "vp-%d", number % 100);
    snprintf(id, sizeof id, "01980000-0000-7000-8000-%012d", number);
    sqlite3_bind_text(insert, 1, stream, -1, SQLITE_STATIC);
    sqlite3_bind_int(insert, 2, number / 100 + 1);
    sqlite3_bind_text(insert, 3, id, -1, SQLITE_STATIC);
    sqlite3_bind_int64(insert, 4, 1789977600000LL + number);
    sqlite3_bind_blob(insert, 5, hash, sizeof hash, SQLITE_STATIC);
    sqlite3_bind_text(insert, 6, payload, 150, SQLITE_STATIC);
    if (sqlite3_step(insert) != SQLITE_DONE) {
      fprintf(stderr, "%s\n", sqlite3_errmsg(database));
      return 3;
    }
    sqlite3_reset(insert);
  }
  printf("%.0f\n", commits / (seconds() - start));
  sqlite3_finalize(insert);
  sqlite3_close(database);
  remove(path);
  return 0;
}
