package import Canonical
import Definitions
import Located
package import StageKit

/// A lane of another product's case that a case carries: what is decided here is the lane's result.
///
/// The two are streams of their own; what one has to say to the other goes by way of the outbox.
package struct Carried: Record, Hashable {
  package let product: String
  package let caseID: String
  package let stage: String
  package let lane: String

  package init(product: String, caseID: String, stage: String, lane: String) {
    self.product = product
    self.caseID = caseID
    self.stage = stage
    self.lane = lane
  }

  package init(_ form: inout Form) {
    product = form("product", sv: "", en: "")
    caseID = form("case", sv: "", en: "")
    stage = form("stage", sv: "", en: "")
    lane = form("lane", sv: "", en: "")
  }

  package var spot: Spot { Spot(stage, lane: lane) }

  package var value: Value {
    .record([
      "product": .text(product), "case": .text(caseID), "stage": .text(stage), "lane": .text(lane),
    ])
  }
}

/// What a case tells the lane that it carries: that it has begun, or how one of its stages ended.
package struct Tidings: Record, Hashable {
  package static let kind = "tidings"
  package let to: Carried
  package let caseID: String
  /// The stage that ended; nil when the case has begun.
  package let stage: String?
  package let outcome: String?

  init(to: Carried, from caseID: String, stage: String? = nil, outcome: String? = nil) {
    self.to = to
    self.caseID = caseID
    self.stage = stage
    self.outcome = outcome
  }

  package init(_ form: inout Form) {
    to = form("to", sv: "", en: "")
    caseID = form("case", sv: "", en: "")
    stage = form("stage", sv: "", en: "")
    outcome = form("outcome", sv: "", en: "")
  }

  /// On whose behalf it is told: the lane's member, whose case it is.
  package var by: Body { Body(stringLiteral: to.lane) }

  /// The act by which the lane learns it.
  package var command: Command? {
    let (act, fields): (String, [(String, String)]) =
      if let stage, let outcome {
        (Carrier.acts.ended, [("case", caseID), ("stage", stage), ("outcome", outcome)])
      } else {
        (Carrier.acts.begun, [("case", caseID)])
      }
    return Node.form(fields).map {
      .act(caseID: to.caseID, spot: to.spot, act: act, form: $0, corrects: nil)
    }
  }

  var effect: Draft.Effect {
    let payload = Value.record([
      "to": to.value, "case": .text(caseID), "stage": stage.map { .text($0) },
      "outcome": outcome.map { .text($0) },
    ])
    return Draft.Effect(kind: Tidings.kind, payload: payload.json)
  }
}

extension Node {
  /// A form as it would have been written on a command line.
  fileprivate static func form(_ pairs: [(String, String)]) -> Node? {
    var builder = TreeBuilder(path: "")
    let mark = Mark(line: 0, column: 1)
    builder.open(.mapping, mark)
    for (key, value) in pairs {
      builder.scalar(key, .argument, mark, mark)
      builder.scalar(value, .argument, mark, mark)
    }
    builder.close(mark)
    return builder.finish()
  }
}

extension CaseState {
  /// What a case that follows it carries on.
  var carrying: Command.OpenCase.Opening {
    var opening = Command.OpenCase.Opening()
    opening.carries = carries
    opening.given = given
    return opening
  }
}

extension ProductState {
  /// Whether a lane has use for some tidings: one that is done learns of a new result, and of nothing
  /// else that goes on in the case that carries it.
  package func takes(_ tidings: Tidings) -> Bool {
    guard let one = self[tidings.to.caseID], let stage = one.definition.stage(tidings.to.stage),
      let last = one.attempts(at: stage, lane: tidings.to.lane).last, !last.isOpen
    else { return true }
    return tidings.stage != nil
      && one.definition.stages[stage].prepared.carrier?.stage.description == tidings.stage
  }

  /// What a lane was handed when its stage opened.
  package func handed(to lane: Carried) -> [Binding] {
    guard let one = self[lane.caseID], let stage = one.definition.stage(lane.stage) else {
      return []
    }
    return one.attempts(at: stage, lane: lane.lane).last?.opening.taken
      .map { Binding($0.topic, $0.value) } ?? []
  }
}
