package import Canonical
import CivilTime
import Foundation
import GRDB
package import Lifecycle
import Located
package import Store

extension SQLiteStore {
  package func append(_ appends: [Append]) throws(StoreError) -> [Appended] {
    try write { database in
      var answers: [Appended] = []
      try database.inSavepoint {
        for append in appends { answers.append(try database.append(append)) }
        guard answers.contains(where: \.isRefusal) else { return .commit }
        answers = answers.withheld
        return .rollback
      }
      return answers
    }
  }

  package func keep(_ document: Document) throws(StoreError) {
    try write { database in
      try database.run(
        """
        INSERT INTO document (hash, kind, name, version, body) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        [
          document.hash.column, try text(document.kind), try text(document.name),
          try text(document.version), Data(document.body),
        ])
    }
  }

  package func erase(prose hash: ContentHash, in stream: String) throws(StoreError) {
    try exclusively { database in
      try database.run(
        "UPDATE prose SET body = NULL WHERE stream_id = ? AND sha256 = ?", [stream, hash.column])
      // The log still holds the page as it was: it is emptied too. A reader can hold this up; the
      // next checkpoint does it then.
      _ = try? database.checkpoint(.truncate)
    }
  }

  package func keep(_ person: Person) throws(StoreError) {
    try write { database in
      let id = person.word
      try database.run(
        """
        INSERT INTO subject (subject_id, body) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET body = excluded.body WHERE erased_at IS NULL
        """, [id, try text(person.value.json)])
      guard database.changesCount == 1 else { throw StoreError.erased(id) }
    }
  }

  package func erase(person id: String, at instant: Instant) throws(StoreError) -> Bool {
    try exclusively { database in
      let known = try database.rows(
        "SELECT 1 FROM subject WHERE subject_id = ? AND body IS NOT NULL", [id], of: "subject"
      ) { try $0.whole() }
      try database.run(
        """
        INSERT INTO subject (subject_id, erased_at) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET body = NULL, erased_at = coalesce(erased_at, excluded.erased_at)
        """, [id, instant.milliseconds])
      // As with a text: the log still holds the page as it was.
      _ = try? database.checkpoint(.truncate)
      return !known.isEmpty
    }
  }

  package func move(_ cursor: FeedCursor) throws(StoreError) {
    try write { database in
      try database.run(
        """
        INSERT INTO projection_cursor (name, shard, feed_pos, note) VALUES (?, 0, ?, ?)
        ON CONFLICT DO UPDATE SET feed_pos = excluded.feed_pos, note = excluded.note
        """,
        [try text(cursor.name), cursor.position, try cursor.note.map { try text($0) }])
    }
  }

  package func done(effect id: String) throws(StoreError) {
    try write { database in
      try database.run("UPDATE outbox SET state = 'done' WHERE effect_id = ?", [id])
    }
  }
}

extension Database {
  fileprivate func append(_ append: Append) throws -> Appended {
    if let earlier = try result(of: append.result.command, in: append.stream) {
      return earlier.requestHash == append.result.requestHash
        ? .duplicate(earlier) : .reused(earlier)
    }
    let version = try version(of: append.stream)
    guard version == append.expectedVersion else {
      return .stale(
        current: version,
        since: try events(of: append.stream, in: append.expectedVersion + 1...Int.max))
    }
    try append.check(after: try head(of: append.stream, at: version))
    try write(append)
    return .appended
  }

  fileprivate func version(of stream: String) throws -> Int {
    try rows("SELECT version FROM stream WHERE stream_id = ?", [stream], of: "stream \(stream)") {
      try $0.whole()
    }.first ?? 0
  }

  fileprivate func write(_ append: Append) throws {
    try moveStream(append)
    for event in append.events { try insert(event) }
    try insert(append.result, in: append.stream)
    try replaceTimers(append)
    for effect in append.effects { try insert(effect, of: append) }
    for text in append.prose {
      try run(
        """
        INSERT INTO prose (stream_id, sha256, body) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET body = excluded.body WHERE body IS NULL
        """, [append.stream, ContentHash(hashing: text).column, Data(text.utf8)])
    }
    try replaceInForce(append)
  }

  private func moveStream(_ append: Append) throws {
    let version = append.expectedVersion + append.events.count
    if append.expectedVersion == 0 {
      try run(
        "INSERT INTO stream (stream_id, kind, version, partition_key) VALUES (?, ?, ?, ?)",
        [
          try text(append.stream), try text(append.kind), version,
          partitionKey(of: append.stream),
        ])
    } else {
      try run("UPDATE stream SET version = ? WHERE stream_id = ?", [version, append.stream])
    }
  }

  private func insert(_ event: Event) throws {
    try run(
      """
      INSERT INTO event (stream_id, seq, case_id, event_id, type, type_version, recorded_at,
        effective_at, actor_ref, on_behalf_ref, command_id, correlation_id, causation_id,
        definition_hash, semantics_level, payload, prev_hash, hash)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        event.stream, event.sequence, try event.caseID.map(text), try text(event.id),
        try text(event.type), event.typeVersion, event.recordedAt.milliseconds,
        event.effectiveAt.description, try text(event.actor), try text(event.onBehalfOf),
        try text(event.command), try event.correlation.map(text), try event.causation.map(text),
        event.definition?.column, event.semanticsLevel, try text(event.payload),
        event.previous.column, event.hash.column,
      ])
  }

  private func insert(_ result: CommandResult, in stream: String) throws {
    try run(
      """
      INSERT INTO command_result
        (stream_id, command_id, request_hash, first_seq, last_seq, reply, recorded_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        stream, result.command, result.requestHash.column, result.firstSequence,
        result.lastSequence, try text(result.reply), result.recordedAt.milliseconds,
      ])
  }

  private func insert(_ effect: PendingEffect, of append: Append) throws {
    try run(
      """
      INSERT INTO outbox (stream_id, seq, ordinal, effect_id, kind, payload)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (effect_id, stream_id) DO NOTHING
      """,
      [
        effect.stream, effect.sequence, effect.ordinal, try text(effect.id), try text(effect.kind),
        try text(effect.payload),
      ])
    guard changesCount == 1 else { throw append.refused(effect: effect.id) }
  }

  /// Fires, disarms and arms only what differs: most commands leave most timers as they are.
  private func replaceTimers(_ append: Append) throws {
    for timer in append.fired {
      try run(
        "UPDATE timer SET state = 'fired' WHERE \(timerKey) AND state = 'armed'", timer.columns)
      guard changesCount == 1 else { throw append.refused(firing: timer) }
    }
    let armed = try rows(
      """
      SELECT stream_id, timer_id, attempt, rung, due, rule_id, calendar_hash FROM timer
      WHERE stream_id = ? AND state = 'armed'
      """, [append.stream], of: "timer \(append.stream)", ArmedTimer.init(from:))
    let before = Set(armed)
    let after = Set(append.timers)
    for timer in armed where !after.contains(timer) {
      try run("DELETE FROM timer WHERE \(timerKey)", timer.columns)
    }
    for timer in append.timers where !before.contains(timer) {
      try run(
        """
        INSERT INTO timer (stream_id, timer_id, attempt, rung, due, rule_id, calendar_hash)
        VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        timer.columns + [try text(timer.rule), timer.calendar?.column])
    }
  }

  private func replaceInForce(_ append: Append) throws {
    guard let row = append.inForce else {
      try run("DELETE FROM in_force WHERE stream_id = ?", [append.stream])
      return
    }
    try run(
      """
      INSERT INTO in_force (stream_id, case_id, stage, attempt, since_seq) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET case_id = excluded.case_id, stage = excluded.stage,
        attempt = excluded.attempt, since_seq = excluded.since_seq
      """,
      [append.stream, try text(row.caseID), try text(row.stage), row.attempt, row.since])
  }

  /// Runs a statement that is kept.
  fileprivate func run(_ sql: String, _ arguments: StatementArguments) throws {
    try cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

private let timerKey = "stream_id = ? AND timer_id = ? AND attempt = ? AND rung = ? AND due = ?"

extension ArmedTimer {
  fileprivate var columns: StatementArguments {
    [stream, id, attempt, rung, due.description]
  }
}

/// The shard that a stream will always belong to: the first bytes of the name's SHA-256, mod 1024.
private func partitionKey(of stream: String) -> Int {
  ContentHash(hashing: stream).withBytes { (Int($0[0]) << 8 | Int($0[1])) % 1024 }
}

/// A text as SQLite takes it: to the first zero byte, so one that holds a zero byte is refused.
private func text(_ text: String) throws -> String {
  guard !text.utf8.contains(0) else {
    throw StoreError.failed(
      Text(
        sv: "en text innehåller tecknet NUL, som lagret inte kan bevara",
        en: "a text holds the character NUL, which the store cannot keep"))
  }
  return text
}

/// Canonical JSON as text.
private func text(_ json: [UInt8]) throws -> String {
  guard let valid = String(validating: json, as: UTF8.self) else {
    throw StoreError.failed(
      Text(sv: "ett innehåll är inte UTF-8", en: "a payload is not UTF-8"))
  }
  return try text(valid)
}
