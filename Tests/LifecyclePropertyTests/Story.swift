import CivilTime
import Definitions
import FlowTesting
import Located
import StageKit
import Testing
import YAMLReading

@testable import Lifecycle

/// A product walked step by step through a definition of a few lines.
struct Story {
  let engine: Engine
  private(set) var state = ProductState(stream: "p")
  var day = CivilDate(year: 2023, month: 3, day: 1) ?? .blank

  /// Definitions by the lines of their stages; the first is named `a`, the next `b`.
  init(_ stages: String...) throws {
    let definitions = try zip(["a", "b", "c"], stages).map { id, stages in
      try TrialGround.definition(
        """
        pipeline: \(id)
        version: "1"
        valid: {from: 2015-01-01}
        title: {sv: Prov, en: Trial}
        product: document
        key: [topic]
        owner: board
        inputs: {topic: {type: text, title: {sv: Ämne, en: Topic}}}
        stages:
        \(stages)
        """)
    }
    engine = TrialGround.engine(definitions)
  }

  /// Gives a command; the codes of what it was refused for.
  @discardableResult
  mutating func say(_ command: Command, by: String = "board") -> [String] {
    switch engine.decide(command, on: state, Context(on: day, by: Body(stringLiteral: by))) {
    case .refused(let refusals):
      return refusals.map(\.code)
    case .accepted(_, let after):
      state = after
      return []
    }
  }

  @discardableResult
  mutating func open(_ id: String = "a", at stage: String? = nil, inForceSince: String? = nil)
    -> [String]
  {
    var opening = Command.OpenCase.Opening()
    opening.atStage = stage
    opening.inForceSince = inForceSince.flatMap { CivilDate($0) }
    return say(
      .open(
        Command.OpenCase(
          title: Text("P"), pipeline: .latest(id: id), inputs: [Binding("topic", "t")], roles: [],
          opening: opening)))
  }

  /// Ends a stage of the latest case, of a lane by its member.
  @discardableResult
  mutating func finish(_ stage: String, _ outcome: String = "done", lane: String? = nil) -> [String]
  {
    act("finish", stage, "{outcome: \(outcome)}", lane: lane)
  }

  @discardableResult
  mutating func act(_ act: String, _ stage: String, _ form: String, lane: String? = nil) -> [String]
  {
    say(
      .act(
        caseID: latest.id, spot: Spot(stage, lane: lane), act: act, form: Trial.form(form),
        corrects: nil),
      by: lane ?? "board")
  }

  var latest: CaseState { state.cases[state.cases.count - 1] }

  /// What is open in the latest case: `s1`, `s2/south`.
  var open: [String] {
    latest.openAttempts.map { spot, _ in spot.stage + (spot.lane.map { "/\($0)" } ?? "") }
  }

  mutating func wait(_ days: Int) {
    day = day.adding(days: days)
  }
}
