package import Canonical
package import CivilTime
package import StageKit

// What follows from an outcome: every row of the control table that changes says so in an event, so
// that no later version of the engine decides the past again.

/// A stage ends by an outcome, and what that does to the flow.
package struct StageClosed: StagePayload {
  package static let type = "stage-closed"
  package let stage: String
  package let attempt: Int
  package let lane: String?
  package let outcome: String
  package let then: Then

  /// What the outcome does.
  package enum Then: String, Choice {
    case handsOn = "hands-on"
    case leads = "leads"
    case sendsBack = "sends-back"
    case ends = "ends"
    case returns = "returns"
    case opensCase = "opens-case"

    package var title: Text { Text(rawValue) }
  }

  package init(spot: Spot, attempt: Int, outcome: String, then: Then) {
    stage = spot.stage
    self.attempt = attempt
    lane = spot.lane
    self.outcome = outcome
    self.then = then
  }

  package init(_ form: inout Form) {
    stage = form("stage", sv: "", en: "")
    attempt = form("attempt", sv: "", en: "")
    lane = form("lane", sv: "", en: "")
    outcome = form("outcome", sv: "", en: "")
    then = form("then", sv: "", en: "")
  }

  package var spot: Spot { Spot(stage, lane: lane) }

  package var value: Value {
    .record([
      "stage": .text(stage), "attempt": .whole(attempt), "lane": lane.map { .text($0) },
      "outcome": .text(outcome), "then": .text(then.rawValue),
    ])
  }
}

/// A change of a stage that needs no more words than why.
package struct StageChanged: Record {
  package let stage: String
  package let lane: String?
  package let because: String
  package let reason: Prose?

  package init(_ form: inout Form) {
    stage = form("stage", sv: "", en: "")
    lane = form("lane", sv: "", en: "")
    because = form("because", sv: "", en: "")
    reason = form("reason", sv: "", en: "")
  }

  package var spot: Spot { Spot(stage, lane: lane) }

  /// The same keys, to be written; the reason is a text of its own.
  static func value(_ spot: Spot, because: String, reason: String? = nil) -> Value {
    .record([
      "stage": .text(spot.stage), "lane": spot.lane.map { .text($0) }, "because": .text(because),
      "reason": reason.map { .prose($0) },
    ])
  }

  /// The types of event that say no more than this.
  package enum Kind: String, Sendable {
    /// It hands on without an attempt: by `when:`, by its owner, or since the case was taken over
    /// behind it.
    case skipped = "stage-skipped"
    /// It can no longer open.
    case passed = "stage-passed"
    /// A send-back, or a new version: what it said no longer counts.
    case cleared = "stage-cleared"
    /// It was open, and is no longer.
    case cancelled = "stage-cancelled"
    /// Enough lanes are done, or the owner lets the case go on: the others trail.
    case proceeded = "run-proceeded"
    /// The open lanes of a run go on by themselves; the run hands on nothing.
    case trails = "run-trails"
    /// A lane's earlier result still holds for what it is drawn from now.
    case confirmed = "lane-confirmed"
  }
}

/// A version came into force.
package struct EnteredForce: Payload {
  package static let type = "entered-force"
  package let stage: String
  package let attempt: Int
  package let outcome: String
  package let appliesFrom: CivilDate
  /// What the version is called, where no stage tells it: of a case that was taken over.
  package let label: String?

  package init(
    stage: String, attempt: Int, outcome: String, appliesFrom: CivilDate, label: String?
  ) {
    self.stage = stage
    self.attempt = attempt
    self.outcome = outcome
    self.appliesFrom = appliesFrom
    self.label = label
  }

  package init(_ form: inout Form) {
    stage = form("stage", sv: "", en: "")
    attempt = form("attempt", sv: "", en: "")
    outcome = form("outcome", sv: "", en: "")
    appliesFrom = form("applies-from", sv: "", en: "")
    label = form("label", sv: "", en: "")
  }

  package var value: Value {
    .record([
      "stage": .text(stage), "attempt": .whole(attempt), "outcome": .text(outcome),
      "applies-from": .text(appliesFrom.description), "label": label.map { .text($0) },
    ])
  }
}

/// A version that is decided, and comes into force on a later day.
package struct AwaitsForce: StagePayload {
  package static let type = "awaits-force"
  package let stage: String
  package let attempt: Int
  package let outcome: String
  package let appliesFrom: CivilDate

  package init(stage: String, attempt: Int, outcome: String, appliesFrom: CivilDate) {
    self.stage = stage
    self.attempt = attempt
    self.outcome = outcome
    self.appliesFrom = appliesFrom
  }

  package init(_ form: inout Form) {
    stage = form("stage", sv: "", en: "")
    attempt = form("attempt", sv: "", en: "")
    outcome = form("outcome", sv: "", en: "")
    appliesFrom = form("applies-from", sv: "", en: "")
  }

  package var spot: Spot { Spot(stage) }

  package var value: Value {
    .record([
      "stage": .text(stage), "attempt": .whole(attempt), "outcome": .text(outcome),
      "applies-from": .text(appliesFrom.description),
    ])
  }
}

/// A version is no longer in force.
package struct LeftForce: Payload {
  package static let type = "left-force"
  /// `replaced` or `out-of-force`.
  package let because: String
  /// The case that replaced it.
  package let by: String?

  package init(because: String, by: String?) {
    self.because = because
    self.by = by
  }

  package init(_ form: inout Form) {
    because = form("because", sv: "", en: "")
    by = form("by", sv: "", en: "")
  }

  package var value: Value { .record(["because": .text(because), "by": by.map { .text($0) }]) }
}

/// Nothing more opens in a case.
package struct CaseClosed: Payload {
  package static let type = "case-closed"
  package let how: How
  package let reason: Prose?

  /// How a case ends.
  package enum How: String, Choice {
    case done, ended, cancelled, replaced

    package var title: Text { Text(rawValue) }
  }

  package init(_ form: inout Form) {
    how = form("how", sv: "", en: "")
    reason = form("reason", sv: "", en: "")
  }

  package var value: Value {
    CaseClosed.value(how, reason: nil)
  }

  static func value(_ how: How, reason: String?) -> Value {
    .record(["how": .text(how.rawValue), "reason": reason.map { .prose($0) }])
  }
}
