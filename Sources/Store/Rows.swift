package import Canonical
package import CivilTime
package import Lifecycle

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

/// Something to be done outside, at least once, with a stable name: a mail, a file.
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

extension ArmedTimer {
  /// What makes a rung one: armed again for another date it is another one.
  package var key: ArmedTimer {
    ArmedTimer(
      stream: stream, id: id, attempt: attempt, rung: rung, due: due, rule: "", calendar: nil)
  }

  /// The order in which timers are due: by date, then by name, so that it is the same everywhere.
  package func isBefore(_ other: ArmedTimer) -> Bool {
    (due.description, stream, id, attempt, rung)
      < (other.due.description, other.stream, other.id, other.attempt, other.rung)
  }
}
