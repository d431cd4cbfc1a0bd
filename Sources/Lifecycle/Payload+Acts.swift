package import Canonical
package import CivilTime
package import StageKit

/// An act of a stage, as it was said.
///
/// Its form stands last, in the stage's own words.
package struct ActSaid: Sendable {
  package static let type = "act"
  package let spot: Spot
  package let attempt: Int
  package let act: String
  /// The event that it corrects.
  package let corrects: Int?
  /// Where in the payload the form begins; it ends before the last bracket.
  let form: Int

  static func value(
    _ spot: Spot, attempt: Int, act: String, corrects: Int?, with form: Value
  ) -> Value {
    .record([
      "stage": .text(spot.stage), "attempt": .whole(attempt), "lane": spot.lane.map { .text($0) },
      "act": .text(act), "corrects": corrects.map { .whole($0) }, "with": form,
    ])
  }

  package init?(_ payload: [UInt8]) {
    var found: ActSaid?
    payload.withUnsafeBufferPointer { bytes in
      var reader = StoredReader(bytes)
      reader.open()
      guard reader.seek("stage") else { return }
      let stage = reader.text()
      guard reader.seek("attempt") else { return }
      let attempt = reader.whole()
      let lane = reader.seek("lane") ? reader.text() : nil
      guard reader.seek("act") else { return }
      let act = reader.text()
      let corrects = reader.seek("corrects") ? reader.whole() : nil
      guard reader.seek("with"), reader.position < bytes.count else { return }
      found = ActSaid(
        spot: Spot(stage, lane: lane), attempt: attempt, act: act, corrects: corrects,
        form: reader.position)
    }
    guard let found else { return nil }
    self = found
  }

  private init(spot: Spot, attempt: Int, act: String, corrects: Int?, form: Int) {
    self.spot = spot
    self.attempt = attempt
    self.act = act
    self.corrects = corrects
    self.form = form
  }
}

/// A deadline that somebody moved, with a reason; no rule of the calendar shifts what it sets.
package struct Extended: StagePayload {
  package static let type = "extended"
  package let stage: String
  package let attempt: Int
  package let lane: String?
  package let deadline: Deadline
  package let reason: Prose

  package init(_ form: inout Form) {
    stage = form("stage", sv: "", en: "")
    attempt = form("attempt", sv: "", en: "")
    lane = form("lane", sv: "", en: "")
    deadline = form("deadline", sv: "", en: "")
    reason = form("reason", sv: "", en: "")
  }

  package var spot: Spot { Spot(stage, lane: lane) }

  package var value: Value { .record([]) }

  static func value(_ spot: Spot, attempt: Int, deadline: Deadline, reason: String) -> Value {
    .record([
      "stage": .text(spot.stage), "attempt": .whole(attempt), "lane": spot.lane.map { .text($0) },
      "deadline": deadline.value, "reason": .prose(reason),
    ])
  }
}

/// A rung of a deadline that was reached: who was reminded, or to whom it was escalated.
package struct Fired: StagePayload {
  package static let type = "fired"
  package let stage: String
  package let attempt: Int
  package let lane: String?
  package let rung: String
  package let due: CivilDate
  /// Rungs that were missed and are not made up for.
  package let skipped: [String]
  package let to: [String]

  package init(
    spot: Spot, attempt: Int, rung: String, due: CivilDate, skipped: [String], to: [String]
  ) {
    stage = spot.stage
    self.attempt = attempt
    lane = spot.lane
    self.rung = rung
    self.due = due
    self.skipped = skipped
    self.to = to
  }

  package init(_ form: inout Form) {
    stage = form("stage", sv: "", en: "")
    attempt = form("attempt", sv: "", en: "")
    lane = form("lane", sv: "", en: "")
    rung = form("rung", sv: "", en: "")
    due = form("due", sv: "", en: "")
    skipped = form("skipped", sv: "", en: "")
    to = form("to", sv: "", en: "")
  }

  package var spot: Spot { Spot(stage, lane: lane) }

  package var value: Value {
    .record([
      "stage": .text(stage), "attempt": .whole(attempt), "lane": lane.map { .text($0) },
      "rung": .text(rung), "due": .text(due.description),
      "skipped": skipped.isEmpty ? nil : .list(skipped.map { .text($0) }),
      "to": to.isEmpty ? nil : .list(to.map { .text($0) }),
    ])
  }
}

/// An event that no longer counts; it stays readable.
package struct Annulled: Record {
  package static let type = "annulled"
  package let event: Int
  package let reason: Prose

  package init(_ form: inout Form) {
    event = form("event", sv: "", en: "")
    reason = form("reason", sv: "", en: "")
  }

  static func value(event: Int, reason: String) -> Value {
    .record(["event": .whole(event), "reason": .prose(reason)])
  }
}

/// A note that changes nothing, whose hands something is in, or which task of a body it is part of.
package struct Remarked: Record {
  package static let noted = "noted"
  package static let assigned = "assigned"
  package static let tagged = "tagged"
  package let stage: String?
  package let lane: String?
  package let person: String?
  package let text: Prose?
  package let task: String?

  package init(_ form: inout Form) {
    stage = form("stage", sv: "", en: "")
    lane = form("lane", sv: "", en: "")
    person = form("person", sv: "", en: "")
    text = form("text", sv: "", en: "")
    task = form("task", sv: "", en: "")
  }

  static func value(
    _ spot: Spot?, person: String? = nil, text: String? = nil, task: String? = nil
  ) -> Value {
    .record([
      "stage": spot.map { .text($0.stage) }, "lane": spot?.lane.map { .text($0) },
      "person": person.map { .text($0) }, "text": text.map { .prose($0) },
      "task": task.map { .text($0) },
    ])
  }
}
