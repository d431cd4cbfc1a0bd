import GRDB
import Located
import Store

/// One step of the schema: once released, never changed and never removed.
struct Migration {
  let name: String
  let sql: String
}

/// The tables of a store, and the steps that lead to them.
///
/// Every table that belongs to a stream names it in each of its keys, and nothing refers from one
/// stream to another, so that streams can be spread over files or servers.
enum Schema {
  /// `Stft` in ASCII, in the file's header (SQLite file format, section 1.3.15).
  static let applicationID: Int32 = 0x5374_6674

  /// The steps in order; `user_version` in the file's header counts those that were taken.
  static let migrations = [
    Migration(name: "1-streams", sql: streams), Migration(name: "2-persons", sql: persons),
    Migration(name: "3-feed-readers", sql: feedReaders),
  ]

  /// Takes the steps that the file has not taken, each in a transaction of its own.
  ///
  /// - Throws: `notAStore` if a later Stafett wrote the file.
  static func migrate(_ database: Database, at path: String) throws {
    let taken = try version(of: database)
    guard taken <= migrations.count else { throw StoreError.later(path) }
    for (index, migration) in migrations.enumerated().dropFirst(taken) {
      try database.inTransaction(.immediate) {
        // Another process may have been first.
        guard try version(of: database) == index else { return .rollback }
        try database.execute(sql: migration.sql)
        try database.execute(
          sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(index + 1)")
        return .commit
      }
    }
  }

  /// How many steps the file has taken.
  static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  // Who a reference word stands for: no part of any chain, so that it can be taken away. The row stays
  // as the trace of that.
  private static let persons = """
    ALTER TABLE subject ADD COLUMN body TEXT;
    """

  // What a reader of all streams remembers stands with how far it has come, so that both change in one
  // write.
  private static let feedReaders = """
    ALTER TABLE projection_cursor ADD COLUMN note TEXT;
    """

  // Events lie in the order they were written, found by (stream_id, seq): that key is the optimistic
  // lock, whatever else fails. Payloads are text, so that any SQLite shell can read them.
  private static let streams = """
    CREATE TABLE stream (
      tenant_id TEXT NOT NULL DEFAULT 'default',
      stream_id TEXT NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      -- A stable hash of the name, never computed again: later shards map from it.
      partition_key INTEGER NOT NULL CHECK (partition_key BETWEEN 0 AND 1023)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE event (
      feed_pos INTEGER PRIMARY KEY,
      tenant_id TEXT NOT NULL DEFAULT 'default',
      stream_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      case_id TEXT,
      event_id TEXT NOT NULL,
      type TEXT NOT NULL,
      type_version INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL,
      effective_at TEXT NOT NULL,
      actor_ref TEXT NOT NULL,
      on_behalf_ref TEXT NOT NULL,
      command_id TEXT NOT NULL,
      correlation_id TEXT,
      causation_id TEXT,
      definition_hash BLOB,
      semantics_level INTEGER NOT NULL,
      payload TEXT NOT NULL,
      payload_codec TEXT NOT NULL DEFAULT 'json',
      prev_hash BLOB NOT NULL,
      hash BLOB NOT NULL,
      UNIQUE (stream_id, seq)
    ) STRICT;
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
      BEGIN SELECT raise(ABORT, 'an event is never changed'); END;
    CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
      BEGIN SELECT raise(ABORT, 'an event is never removed'); END;

    CREATE TABLE command_result (
      tenant_id TEXT NOT NULL DEFAULT 'default',
      stream_id TEXT NOT NULL,
      command_id TEXT NOT NULL,
      request_hash BLOB NOT NULL,
      first_seq INTEGER NOT NULL,
      last_seq INTEGER NOT NULL,
      reply TEXT NOT NULL,
      recorded_at INTEGER NOT NULL,
      PRIMARY KEY (stream_id, command_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE timer (
      tenant_id TEXT NOT NULL DEFAULT 'default',
      stream_id TEXT NOT NULL,
      timer_id TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      rung TEXT NOT NULL,
      due TEXT NOT NULL,
      rule_id TEXT NOT NULL,
      calendar_hash BLOB,
      state TEXT NOT NULL DEFAULT 'armed' CHECK (state IN ('armed', 'fired')),
      PRIMARY KEY (stream_id, timer_id, attempt, rung, due)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX timer_due ON timer (due, stream_id, timer_id, attempt, rung)
      WHERE state = 'armed';

    CREATE TABLE outbox (
      tenant_id TEXT NOT NULL DEFAULT 'default',
      stream_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      effect_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      payload TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done')),
      PRIMARY KEY (stream_id, seq, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX outbox_effect ON outbox (effect_id, stream_id);
    CREATE INDEX outbox_pending ON outbox (stream_id, seq, ordinal) WHERE state = 'pending';

    CREATE TABLE in_force (
      tenant_id TEXT NOT NULL DEFAULT 'default',
      stream_id TEXT NOT NULL PRIMARY KEY,
      case_id TEXT NOT NULL,
      stage TEXT NOT NULL,
      attempt INTEGER NOT NULL,
      since_seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- A text beside the chain; its body is gone when it was taken away.
    CREATE TABLE prose (
      tenant_id TEXT NOT NULL DEFAULT 'default',
      stream_id TEXT NOT NULL,
      sha256 BLOB NOT NULL,
      body BLOB,
      PRIMARY KEY (stream_id, sha256)
    ) STRICT;

    CREATE TABLE blob (
      sha256 BLOB NOT NULL PRIMARY KEY,
      size INTEGER NOT NULL,
      media_type TEXT NOT NULL,
      store_ref TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Definitions, calendars and registers as they were written: never changed.
    CREATE TABLE document (
      hash BLOB NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      version TEXT NOT NULL,
      body BLOB NOT NULL
    ) STRICT;

    CREATE TABLE subject (
      tenant_id TEXT NOT NULL DEFAULT 'default',
      subject_id TEXT NOT NULL PRIMARY KEY,
      key_ref TEXT,
      erased_at INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE snapshot (
      tenant_id TEXT NOT NULL DEFAULT 'default',
      stream_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      semantics_level INTEGER NOT NULL,
      state BLOB NOT NULL,
      state_hash BLOB NOT NULL,
      PRIMARY KEY (stream_id, seq)
    ) STRICT;

    CREATE TABLE projection_cursor (
      name TEXT NOT NULL,
      shard INTEGER NOT NULL,
      feed_pos INTEGER NOT NULL,
      PRIMARY KEY (name, shard)
    ) STRICT, WITHOUT ROWID;
    """
}
