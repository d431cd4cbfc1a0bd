package import Canonical
package import CivilTime
import Foundation
import GRDB
package import Lifecycle
package import Store

extension SQLiteStore {
  package func events(
    of stream: String, in sequences: ClosedRange<Int>
  ) throws(StoreError) -> [Event] {
    try read { try $0.events(of: stream, in: sequences) }
  }

  package func streams() throws(StoreError) -> [StreamSummary] {
    try rows(
      """
      SELECT s.stream_id, s.kind, s.version, e.hash FROM stream s
      LEFT JOIN event e ON e.stream_id = s.stream_id AND e.seq = s.version ORDER BY s.stream_id
      """, of: "stream"
    ) { reader in
      StreamSummary(
        stream: try reader.text(), kind: try reader.text(), version: try reader.whole(),
        head: try reader.optionalHash())
    }
  }

  package func firstEvents(after day: CivilDate) throws(StoreError) -> [String: Int] {
    let found = try rows(
      "SELECT stream_id, min(seq) FROM event WHERE effective_at > ? GROUP BY stream_id",
      [day.boundary], of: "event"
    ) { reader in (try reader.text(), try reader.whole()) }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  package func result(
    of command: String, in stream: String
  ) throws(StoreError) -> CommandResult? {
    try read { try $0.result(of: command, in: stream) }
  }

  package func inForce(in stream: String) throws(StoreError) -> InForceRow? {
    try rows(
      "SELECT case_id, stage, attempt, since_seq FROM in_force WHERE stream_id = ?", [stream],
      of: "in_force \(stream)"
    ) { reader in
      InForceRow(
        caseID: try reader.text(), stage: try reader.text(), attempt: try reader.whole(),
        since: try reader.whole())
    }.first
  }

  package func timers(dueBy day: CivilDate) throws(StoreError) -> [ArmedTimer] {
    return try rows(
      """
      SELECT stream_id, timer_id, attempt, rung, due, rule_id, calendar_hash FROM timer
      WHERE state = 'armed' AND due <= ? ORDER BY due, stream_id, timer_id, attempt, rung
      """, [day.boundary], of: "timer", ArmedTimer.init(from:))
  }

  package func document(_ hash: ContentHash) throws(StoreError) -> Document? {
    try rows(
      "SELECT kind, name, version, body FROM document WHERE hash = ?", [hash.column],
      of: "document \(hash)"
    ) { reader in
      Document(
        kind: try reader.text(), name: try reader.text(), version: try reader.text(),
        body: try reader.bytes(), hash: hash)
    }.first
  }

  package func documents(of kind: String) throws(StoreError) -> [Document] {
    // Rows are never removed, so they stand in the order in which they were written.
    try rows(
      "SELECT hash, name, version, body FROM document WHERE kind = ? ORDER BY rowid", [kind],
      of: "document"
    ) { reader in
      let hash = try reader.hash()
      return Document(
        kind: kind, name: try reader.text(), version: try reader.text(),
        body: try reader.bytes(), hash: hash)
    }
  }

  package func prose(_ hash: ContentHash, in stream: String) throws(StoreError) -> String? {
    try rows(
      "SELECT body FROM prose WHERE stream_id = ? AND sha256 = ? AND body IS NOT NULL",
      [stream, hash.column], of: "prose \(hash)"
    ) { reader in
      String(decoding: try reader.bytes(), as: UTF8.self)
    }.first
  }

  package func prose(in stream: String) throws(StoreError) -> [ContentHash: String] {
    let texts = try rows(
      "SELECT sha256, body FROM prose WHERE stream_id = ? AND body IS NOT NULL", [stream],
      of: "prose \(stream)"
    ) { reader in
      (try reader.hash(), String(decoding: try reader.bytes(), as: UTF8.self))
    }
    return Dictionary(texts, uniquingKeysWith: { first, _ in first })
  }

  package func persons() throws(StoreError) -> [Person] {
    try rows(
      "SELECT body FROM subject WHERE body IS NOT NULL ORDER BY subject_id", of: "subject"
    ) { try Person.kept($0.bytes()) }.compactMap { $0 }
  }

  package func outbox() throws(StoreError) -> [PendingEffect] {
    try rows(
      """
      SELECT stream_id, seq, ordinal, effect_id, kind, payload FROM outbox
      WHERE state = 'pending' ORDER BY stream_id, seq, ordinal
      """, of: "outbox"
    ) { reader in
      PendingEffect(
        stream: try reader.text(), sequence: try reader.whole(), ordinal: try reader.whole(),
        id: try reader.text(), kind: try reader.text(), payload: try reader.bytes())
    }
  }

  package func feed(after position: Int, atMost count: Int) throws(StoreError) -> [FedEvent] {
    try rows(
      """
      SELECT feed_pos, stream_id, \(Event.columns) FROM event
      WHERE feed_pos > ? ORDER BY feed_pos LIMIT ?
      """, [position, max(0, count)], of: "event"
    ) { reader in
      let position = try reader.whole()
      let stream = try reader.text()
      return FedEvent(position: position, event: try Event(of: stream, from: &reader))
    }
  }

  package func feedEnd() throws(StoreError) -> Int {
    try rows("SELECT coalesce(max(feed_pos), 0) FROM event", of: "event") { try $0.whole() }.first
      ?? 0
  }

  package func cursor(_ name: String) throws(StoreError) -> FeedCursor? {
    try rows(
      "SELECT feed_pos, note FROM projection_cursor WHERE name = ? AND shard = 0", [name],
      of: "projection_cursor \(name)"
    ) { reader in
      FeedCursor(
        name: name, position: try reader.whole(),
        note: try reader.optionalText().map { Array($0.utf8) })
    }.first
  }

  private func rows<Result>(
    _ sql: String, _ arguments: StatementArguments = [], of name: String,
    _ body: (inout RowReader) throws -> Result
  ) throws(StoreError) -> [Result] {
    try read { try $0.rows(sql, arguments, of: name, body) }
  }
}

extension Database {
  /// Reads rows by a statement that is kept.
  func rows<Result>(
    _ sql: String, _ arguments: StatementArguments, of name: @autoclosure @escaping () -> String,
    _ body: (inout RowReader) throws -> Result
  ) throws -> [Result] {
    let cursor = try Row.fetchCursor(cachedStatement(sql: sql), arguments: arguments)
    var results: [Result] = []
    while let row = try cursor.next() {
      var reader = RowReader(row, named: name)
      results.append(try body(&reader))
    }
    return results
  }

  func events(of stream: String, in sequences: ClosedRange<Int>) throws -> [Event] {
    try rows(
      """
      SELECT \(Event.columns) FROM event WHERE stream_id = ? AND seq BETWEEN ? AND ? ORDER BY seq
      """, [stream, sequences.lowerBound, sequences.upperBound], of: "event \(stream)"
    ) { try Event(of: stream, from: &$0) }
  }

  /// Where a stream that has come to a version ends.
  func head(of stream: String, at version: Int) throws -> ChainHead {
    guard version > 0 else { return .start }
    let heads = try rows(
      "SELECT hash, recorded_at FROM event WHERE stream_id = ? AND seq = ?", [stream, version],
      of: "event \(stream) \(version)"
    ) { reader in
      ChainHead(
        sequence: version, hash: try reader.hash(),
        recordedAt: Instant(milliseconds: Int64(try reader.whole())))
    }
    guard let head = heads.first else { throw StoreError.damaged("event \(stream) \(version)") }
    return head
  }

  func result(of command: String, in stream: String) throws -> CommandResult? {
    try rows(
      """
      SELECT request_hash, first_seq, last_seq, reply, recorded_at FROM command_result
      WHERE stream_id = ? AND command_id = ?
      """, [stream, command], of: "command_result \(stream) \(command)"
    ) { reader in
      CommandResult(
        command: command, requestHash: try reader.hash(), firstSequence: try reader.whole(),
        lastSequence: try reader.whole(), reply: try reader.bytes(),
        recordedAt: Instant(milliseconds: Int64(try reader.whole())))
    }.first
  }
}

extension Event {
  fileprivate static let columns = """
    seq, case_id, event_id, type, type_version, recorded_at, effective_at, actor_ref,
    on_behalf_ref, command_id, correlation_id, causation_id, definition_hash, semantics_level,
    payload, prev_hash, hash
    """

  /// Reads those columns.
  fileprivate init(of stream: String, from reader: inout RowReader) throws {
    self.init(
      stream: stream, sequence: try reader.whole(), caseID: try reader.optionalText(),
      id: try reader.text(), type: try reader.text(), typeVersion: try reader.whole(),
      recordedAt: Instant(milliseconds: Int64(try reader.whole())),
      effectiveAt: try reader.date(), actor: try reader.text(),
      onBehalfOf: try reader.text(), command: try reader.text(),
      correlation: try reader.optionalText(), causation: try reader.optionalText(),
      definition: try reader.optionalHash(), semanticsLevel: try reader.whole(),
      payload: try reader.bytes(), previous: try reader.hash(), hash: try reader.hash())
  }
}

extension ArmedTimer {
  /// Reads the columns from `stream_id` to `calendar_hash`.
  init(from reader: inout RowReader) throws {
    self.init(
      stream: try reader.text(), id: try reader.text(), attempt: try reader.whole(),
      rung: try reader.text(), due: try reader.date(), rule: try reader.text(),
      calendar: try reader.optionalHash())
  }
}

extension CivilDate {
  // Days are kept as text, where a month stands before its first day; as a bound it is that day.
  fileprivate var boundary: String { isMonth ? "\(self)-01" : "\(self)" }
}
