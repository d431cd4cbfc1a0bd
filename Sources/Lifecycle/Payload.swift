package import Canonical
package import CivilTime
package import Located
package import StageKit

/// What an event says, by its type: written as canonical JSON, read back by the same struct.
///
/// A payload is a form, so that its reading is its declaration; `value` writes the same keys in the
/// same order, and a test compares the two.
package protocol Payload: Record {
  static var type: String { get }
  var value: Value { get }
}

/// Where in a case something happened: a stage and, in a run, the lane of a member.
package struct Spot: Sendable, Hashable {
  package let stage: String
  package let lane: String?

  package init(_ stage: String, lane: String? = nil) {
    self.stage = stage
    self.lane = lane
  }
}

/// Something that follows for a stage by the rules, and says no more than that.
package protocol StagePayload: Payload {
  var spot: Spot { get }
  var attempt: Int { get }
}

/// A product, and what tells it from another of its kind.
package struct ProductOpened: Payload {
  package static let type = "product-opened"
  package let kind: String
  package let sv: String
  package let en: String

  package init(kind: String, title: Text) {
    self.kind = kind
    sv = title.sv
    en = title.en
  }

  package init(_ form: inout Form) {
    kind = form("kind", sv: "", en: "")
    sv = form("sv", sv: "", en: "")
    en = form("en", sv: "", en: "")
  }

  package var value: Value {
    .record(["kind": .text(kind), "sv": .text(sv), "en": .text(en)])
  }
}

/// A name with what it is bound to.
package struct Binding: Record, Hashable {
  package let name: String
  package let to: String

  package init(_ name: String, _ to: String) {
    self.name = name
    self.to = to
  }

  package init(_ form: inout Form) {
    name = form("name", sv: "", en: "")
    to = form("to", sv: "", en: "")
  }

  var value: Value { .record(["name": .text(name), "to": .text(to)]) }
}

/// A case on a definition, which the envelope names by its hash.
package struct CaseOpened: Payload {
  package static let type = "case-opened"
  package let pipeline: String
  package let edition: Int
  package let openedBy: String
  package let from: String?
  package let atStage: String?
  package let register: String
  package let inputs: [Binding]
  package let roles: [Binding]
  package let carries: Carried?
  /// What the lane that it carries had been handed.
  package let given: [Binding]

  package init(
    pipeline: String, edition: Int, openedBy: String, from: String?, atStage: String?,
    register: String, inputs: [Binding], roles: [Binding], carries: Carried? = nil,
    given: [Binding] = []
  ) {
    self.pipeline = pipeline
    self.edition = edition
    self.openedBy = openedBy
    self.from = from
    self.atStage = atStage
    self.register = register
    self.inputs = inputs
    self.roles = roles
    self.carries = carries
    self.given = given
  }

  package init(_ form: inout Form) {
    pipeline = form("pipeline", sv: "", en: "")
    edition = form("edition", sv: "", en: "")
    openedBy = form("opened-by", sv: "", en: "")
    from = form("from", sv: "", en: "")
    atStage = form("at-stage", sv: "", en: "")
    register = form("register", sv: "", en: "")
    inputs = form("inputs", sv: "", en: "")
    roles = form("roles", sv: "", en: "")
    carries = form("carries", sv: "", en: "")
    given = form("given", sv: "", en: "")
  }

  package var value: Value {
    .record([
      "pipeline": .text(pipeline), "edition": .whole(edition), "opened-by": .text(openedBy),
      "from": from.map { .text($0) }, "at-stage": atStage.map { .text($0) },
      "register": .text(register), "inputs": .list(inputs.map(\.value)),
      "roles": .list(roles.map(\.value)), "carries": carries.map(\.value),
      "given": given.isEmpty ? nil : .list(given.map(\.value)),
    ])
  }
}

/// What a set stood for on a day.
package struct SetDrawn: Record, Hashable {
  package let name: String
  package let members: [Body]

  package init(_ name: String, _ members: [Body]) {
    self.name = name
    self.members = members
  }

  package init(_ form: inout Form) {
    name = form("name", sv: "", en: "")
    members = form("members", sv: "", en: "")
  }

  var value: Value {
    .record(["name": .text(name), "members": .list(members.map { .text($0.id) })])
  }
}

/// A deadline, computed once: what it is, why, and the days on which it reminds.
package struct Deadline: Record, Hashable {
  package let opens: CivilDate?
  package let closes: CivilDate
  /// The rule as it stands in the definition: `window national-remiss`.
  package let rule: String
  package let sv: String
  package let en: String
  package let calendar: String
  package let remind: [CivilDate]
  package let escalate: CivilDate?
  package let escalateTo: String?

  package init(
    opens: CivilDate?, closes: CivilDate, rule: String, why: Text, calendar: String,
    remind: [CivilDate], escalate: CivilDate?, escalateTo: String?
  ) {
    self.opens = opens
    self.closes = closes
    self.rule = rule
    sv = why.sv
    en = why.en
    self.calendar = calendar
    self.remind = remind
    self.escalate = escalate
    self.escalateTo = escalateTo
  }

  package init(_ form: inout Form) {
    opens = form("opens", sv: "", en: "")
    closes = form("closes", sv: "", en: "")
    rule = form("rule", sv: "", en: "")
    sv = form("sv", sv: "", en: "")
    en = form("en", sv: "", en: "")
    calendar = form("calendar", sv: "", en: "")
    remind = form("remind", sv: "", en: "")
    escalate = form("escalate", sv: "", en: "")
    escalateTo = form("escalate-to", sv: "", en: "")
  }

  package var why: Text { Text(sv: sv, en: en) }

  var value: Value {
    .record([
      "opens": opens.map { .text($0.description) }, "closes": .text(closes.description),
      "rule": .text(rule), "sv": .text(sv), "en": .text(en), "calendar": .text(calendar),
      "remind": .list(remind.map { .text($0.description) }),
      "escalate": escalate.map { .text($0.description) },
      "escalate-to": escalateTo.map { .text($0) },
    ])
  }
}

/// A stage opens, with all that was drawn from register and calendar on the day.
package struct StageOpened: StagePayload {
  package static let type = "stage-opened"
  package let stage: String
  package let attempt: Int
  package let lane: String?
  package let owner: String
  package let deadline: Deadline?
  package let electorate: [Body]
  package let sets: [SetDrawn]
  package let taken: [Binding]

  package init(
    spot: Spot, attempt: Int, owner: String, deadline: Deadline?, electorate: [Body],
    sets: [SetDrawn], taken: [Binding]
  ) {
    stage = spot.stage
    self.attempt = attempt
    lane = spot.lane
    self.owner = owner
    self.deadline = deadline
    self.electorate = electorate
    self.sets = sets
    self.taken = taken
  }

  package init(_ form: inout Form) {
    stage = form("stage", sv: "", en: "")
    attempt = form("attempt", sv: "", en: "")
    lane = form("lane", sv: "", en: "")
    owner = form("owner", sv: "", en: "")
    deadline = form("deadline", sv: "", en: "")
    electorate = form("electorate", sv: "", en: "")
    sets = form("sets", sv: "", en: "")
    taken = form("taken", sv: "", en: "")
  }

  package var spot: Spot { Spot(stage, lane: lane) }

  package var value: Value {
    .record([
      "stage": .text(stage), "attempt": .whole(attempt), "lane": lane.map { .text($0) },
      "owner": .text(owner), "deadline": deadline.map(\.value),
      "electorate": electorate.isEmpty ? nil : .list(electorate.map { .text($0.id) }),
      "sets": sets.isEmpty ? nil : .list(sets.map(\.value)),
      "taken": taken.isEmpty ? nil : .list(taken.map(\.value)),
    ])
  }
}

/// The members of a set, frozen for a run.
package struct LanesDrawn: Payload {
  package static let type = "lanes-drawn"
  package let stage: String
  package let set: String
  package let members: [String]
  /// What the run's stages take, as it was when the lanes were drawn.
  package let drew: [Binding]
  /// Members whose lanes are kept as they were; the others start anew.
  package let kept: [String]

  package init(stage: String, set: String, members: [String], drew: [Binding], kept: [String]) {
    self.stage = stage
    self.set = set
    self.members = members
    self.drew = drew
    self.kept = kept
  }

  package init(_ form: inout Form) {
    stage = form("stage", sv: "", en: "")
    set = form("set", sv: "", en: "")
    members = form("members", sv: "", en: "")
    drew = form("drew", sv: "", en: "")
    kept = form("kept", sv: "", en: "")
  }

  package var value: Value {
    .record([
      "stage": .text(stage), "set": .text(set), "members": .list(members.map { .text($0) }),
      "drew": drew.isEmpty ? nil : .list(drew.map(\.value)),
      "kept": kept.isEmpty ? nil : .list(kept.map { .text($0) }),
    ])
  }
}
