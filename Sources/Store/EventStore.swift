package import Canonical
package import CivilTime
package import Lifecycle

/// Where streams of events live: one transaction an act, nothing half there.
///
/// Every store passes the same suite of tests. Calls block until the answer is durable.
package protocol EventStore: Sendable {
  /// Writes what one command led to: all of it, or nothing.
  func append(_ append: Append) throws(StoreError) -> Appended
  /// The events of a stream in order, from a sequence on; empty for an unknown stream.
  func events(of stream: String, from sequence: Int) throws(StoreError) -> [Event]
  /// Every stream, by name.
  func streams() throws(StoreError) -> [StreamSummary]
  /// The answer that a command got, if it was given before.
  func result(of command: String, in stream: String) throws(StoreError) -> CommandResult?
  /// Armed timers due on or before a day, the earliest first.
  func timers(dueBy day: CivilDate) throws(StoreError) -> [ArmedTimer]
  /// Keeps a document (a definition, a register) by its hash; the same hash twice is one.
  func keep(_ document: Document) throws(StoreError)
  /// A kept document.
  func document(_ hash: ContentHash) throws(StoreError) -> Document?
  /// A text that stands beside the chain; nil when it was taken away.
  func prose(_ hash: ContentHash) throws(StoreError) -> String?
  /// Effects that are not done yet, in order.
  func outbox() throws(StoreError) -> [PendingEffect]
  /// Marks an effect as done.
  func done(effect id: String) throws(StoreError)
  /// What the store itself finds wrong with its file and its rows; chains are the caller's.
  func integrityFaults() throws(StoreError) -> [String]
}

/// All that one command leads to, in one transaction.
package struct Append: Sendable {
  package var stream: String
  /// The kind of product, said when the stream begins.
  package var kind: String
  /// The version that the decision was made on: 0 for a new stream.
  package var expectedVersion: Int
  package var events: [Event]
  package var result: CommandResult
  /// All timers that are armed after it; those not named are disarmed.
  package var timers: [ArmedTimer]
  package var effects: [PendingEffect]
  package var prose: [String]
  /// The version in force after it.
  package var inForce: InForceRow?

  package init(
    stream: String, kind: String, expectedVersion: Int, events: [Event], result: CommandResult,
    timers: [ArmedTimer] = [], effects: [PendingEffect] = [], prose: [String] = [],
    inForce: InForceRow? = nil
  ) {
    self.stream = stream
    self.kind = kind
    self.expectedVersion = expectedVersion
    self.events = events
    self.result = result
    self.timers = timers
    self.effects = effects
    self.prose = prose
    self.inForce = inForce
  }
}

/// What became of an append.
package enum Appended: Sendable, Equatable {
  /// Durable.
  case appended
  /// The same command was given before, with the same content: its answer, and nothing written.
  case duplicate(CommandResult)
  /// The command's id was used before for something else; nothing written.
  case reused(CommandResult)
  /// Someone else was first; nothing written. The events since the version the decision was made on.
  case stale(current: Int, since: [Event])
}

/// The answer to a command, kept so that the same command twice is one.
package struct CommandResult: Sendable, Equatable {
  package var command: String
  package var requestHash: ContentHash
  package var firstSequence: Int
  package var lastSequence: Int
  /// Canonical JSON.
  package var reply: [UInt8]
  package var recordedAt: Instant

  package init(
    command: String, requestHash: ContentHash, firstSequence: Int, lastSequence: Int,
    reply: [UInt8], recordedAt: Instant
  ) {
    self.command = command
    self.requestHash = requestHash
    self.firstSequence = firstSequence
    self.lastSequence = lastSequence
    self.reply = reply
    self.recordedAt = recordedAt
  }
}

/// A date on which something is to happen: one rung of a deadline, or a version coming into force.
package struct ArmedTimer: Sendable, Hashable {
  package var stream: String
  /// What it hangs on: `case/stage[/lane]`, stable over time.
  package var id: String
  package var attempt: Int
  /// `remind-1`, `escalate`, `in-force`.
  package var rung: String
  package var due: CivilDate
  package var rule: String
  package var calendar: ContentHash?

  package init(
    stream: String, id: String, attempt: Int, rung: String, due: CivilDate, rule: String,
    calendar: ContentHash?
  ) {
    self.stream = stream
    self.id = id
    self.attempt = attempt
    self.rung = rung
    self.due = due
    self.rule = rule
    self.calendar = calendar
  }
}

/// Something to be done outside: a mail, a file. At least once, with a stable name.
package struct PendingEffect: Sendable, Equatable {
  package var stream: String
  package var sequence: Int
  package var ordinal: Int
  package var id: String
  package var kind: String
  /// Canonical JSON.
  package var payload: [UInt8]

  package init(
    stream: String, sequence: Int, ordinal: Int, id: String, kind: String, payload: [UInt8]
  ) {
    self.stream = stream
    self.sequence = sequence
    self.ordinal = ordinal
    self.id = id
    self.kind = kind
    self.payload = payload
  }
}

/// Which case, stage and attempt made the version that is in force.
package struct InForceRow: Sendable, Equatable {
  package var caseID: String
  package var stage: String
  package var attempt: Int
  package var since: Int

  package init(caseID: String, stage: String, attempt: Int, since: Int) {
    self.caseID = caseID
    self.stage = stage
    self.attempt = attempt
    self.since = since
  }
}

/// A stream as the store knows it.
package struct StreamSummary: Sendable, Equatable {
  package var stream: String
  package var kind: String
  package var version: Int

  package init(stream: String, kind: String, version: Int) {
    self.stream = stream
    self.kind = kind
    self.version = version
  }
}

/// A definition or a register, kept as it was written, so that an old case can always be read.
package struct Document: Sendable, Equatable {
  /// `definition`, `register`.
  package var kind: String
  package var name: String
  package var version: String
  package var body: [UInt8]
  package var hash: ContentHash

  package init(kind: String, name: String, version: String, body: [UInt8], hash: ContentHash) {
    self.kind = kind
    self.name = name
    self.version = version
    self.body = body
    self.hash = hash
  }
}

/// Why the store could not do it. Nothing was written.
package enum StoreError: Error, Sendable, Equatable {
  /// The disk or the quota is full.
  case full(String)
  /// The file is no store, or of another version.
  case notAStore(String)
  /// Reading or writing failed.
  case failed(String)
}
