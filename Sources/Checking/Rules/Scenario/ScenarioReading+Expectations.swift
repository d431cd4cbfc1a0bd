import CivilTime
import Definitions
import Lifecycle
import Located
import Register
import Scenarios
import StageKit

// What must be so: whether it ever can be.

extension ScenarioReading {
  mutating func check(
    _ expected: Sited<ExpectForm>, _ step: StepForm, _ one: ScenarioCase?,
    _ definition: PipelineDefinition
  ) {
    let expect = expected.value
    for id in expect.open?.value ?? [] where definition.stage(id.description) == nil {
      _ = stage(
        id.description, expect.open?.node.flatMap { $0.scalar(id.description) }, definition)
    }
    if let name = expect.inForce?.value.ofCase?.description {
      checkCase(name, expect.inForce?.node?["case"])
    }
    if let state = expect.ofCase?.state {
      let words = ["open", "rests", "closed"] + CaseClosed.How.allCases.map(\.rawValue)
      check(state, among: words, ("läget för ett ärende är aldrig", "the state of a case is never"))
    }
    checkSpan(expect)
    let what = (sv: "ingen grupp eller organisation heter", en: "no body is named")
    if let owner = expect.owner { checkBody(owner.value.description, owner.node, what) }
    for body in expect.owes?.value ?? [] {
      checkBody(body.description, expect.owes?.node?.scalar(body.description), what)
    }
    guard let written = expect.stage, let stage = attempt(written, definition) else { return }
    if let state = expect.state { check(state, of: stage, written, expect.lane) }
    if let number = expect.attempt { check(number.value, number.node, of: stage, definition) }
    if let outcome = expect.outcome, outcome.value.description != "none" {
      check(outcome: outcome, of: stage)
    }
    if let lane = expect.lane {
      checkLane(lane.value.description, lane.node, step.at, stage, nil)
    }
    checkLanes(expect, step.at, one?.opened.value, stage)
  }

  // MARK: words

  private mutating func check(
    _ state: Sited<Name>, among words: [String], _ what: (sv: String, en: String)
  ) {
    let name = state.value.description
    guard !words.contains(name) else { return }
    unknown(state.node, "scenario/unknown-state", name, what, among: words)
  }

  private mutating func check(
    _ state: Sited<Name>, of stage: StageDefinition, _ written: Sited<String>, _ lane: Sited<Name>?
  ) {
    if written.value.utf8.contains(UInt8(ascii: "#")) {
      check(
        state, among: ["open", "closed", "invalidated", "cancelled"],
        ("läget för en omgång är aldrig", "the state of an attempt is never"))
      return
    }
    let ofStage = StageStatus.allCases.map(\.rawValue)
    guard lane != nil, stage.set != nil else {
      return check(
        state, among: ofStage, ("läget för en fas är aldrig", "the state of a stage is never"))
    }
    let ofLane = LaneState.Status.allCases.map(\.rawValue)
    check(
      state, among: ofLane + ofStage.filter { !ofLane.contains($0) },
      ("läget för en medlem är aldrig", "the state of a member is never"))
  }

  // MARK: figures

  private mutating func checkLanes(
    _ expect: ExpectForm, _ day: CivilDate, _ opened: CivilDate?, _ stage: StageDefinition
  ) {
    guard let first = expect.lanes.all.first else { return }
    let words = LaneState.Status.allCases.map(\.rawValue)
    for entry in expect.lanes.all where !words.contains(entry.name) {
      unknown(
        entry.key, "scenario/unknown-state", entry.name,
        ("läget för en medlem är aldrig", "the state of a member is never"), among: words)
    }
    guard let set = stage.set else {
      report(
        first.key, "scenario/no-lane", "'\(stage.id)' görs inte per medlem, men här står lanes:",
        "'\(stage.id)' is not done for each member, but here is lanes:",
        help: Text(sv: "ta bort lanes:", en: "remove lanes:"))
      return
    }
    // Which members take part was settled on some day between.
    let most =
      [day, opened ?? day].map { whole.organisation.memberCount(of: set, on: $0) }.max() ?? 0
    var sum = 0
    for entry in expect.lanes.all {
      let before = sum
      sum += max(0, entry.value.value)
      guard sum > most, before <= most, whole.unread.isEmpty else { continue }
      report(
        entry.value.node, "scenario/too-many-lanes",
        "\(sum) medlemmar väntas, men '\(set)' har \(most)",
        "\(sum) members are expected, but '\(set)' has \(most)",
        related: stage.written("for-each").map {
          [$0.related(sv: "en för varje medlem", en: "one for each member")]
        } ?? [],
        help: Text(
          sv: "antalen är tillsammans högst \(most)", en: "the counts are at most \(most) together")
      )
    }
  }

  private mutating func checkSpan(_ expect: ExpectForm) {
    guard let opens = expect.opens, let closes = expect.closes,
      closes.value.lastDay < opens.value.firstDay
    else { return }
    report(
      closes.node, "time/ends-before-start",
      "sista dagen \(closes.value) är före första dagen \(opens.value)",
      "it closes on \(closes.value), before it opens on \(opens.value)",
      related: opens.node.map { [$0.related(sv: "öppnar här", en: "opens here")] } ?? [],
      help: Text(sv: "rätta opens: eller closes:", en: "correct opens: or closes:"))
  }

  // MARK: attempts

  /// The stage of `remiss`, or of `remiss#2` for its second attempt.
  mutating func attempt(
    _ written: Sited<String>, _ definition: PipelineDefinition
  ) -> StageDefinition? {
    let parts = written.value.split(separator: "#", omittingEmptySubsequences: false).map(
      String.init)
    let number = parts.count == 2 ? Int(parts[1]) ?? 0 : nil
    if parts.count > 2 || number.map({ $0 < 1 }) ?? false {
      report(
        written.node, "scenario/bad-attempt", "'\(written.value)' är ingen omgång av en fas",
        "'\(written.value)' is no attempt at a stage",
        help: Text(
          sv: "skriv \(parts[0]) för den senaste, eller \(parts[0])#2 för den andra omgången",
          en: "write \(parts[0]) for the latest, or \(parts[0])#2 for the second attempt"))
      return nil
    }
    guard let stage = stage(parts.first ?? "", written.node, definition) else { return nil }
    if let number { check(number, written.node, of: stage, definition) }
    return stage
  }

  private mutating func check(
    _ number: Int, _ node: Node?, of stage: StageDefinition, _ definition: PipelineDefinition
  ) {
    guard let ways = definition.waysBack(to: stage), number > ways.most else { return }
    report(
      node, "scenario/bad-attempt",
      "'\(stage.id)' görs i högst \(ways.most) \(ways.most == 1 ? "omgång" : "omgångar")",
      "'\(stage.id)' has at most \(ways.most) \(ways.most == 1 ? "attempt" : "attempts")",
      related: ways.places.map { $0.related(sv: "en väg tillbaka", en: "a way back") },
      help: Text(
        sv: "välj en tidigare omgång, eller höj at-most: i processen",
        en: "choose an earlier one, or raise at-most: in the pipeline"))
  }
}

extension PipelineDefinition {
  /// How many attempts a case can come to at a stage, and the outcomes that lead back to it or to
  /// what it follows; nil where nothing bounds them.
  ///
  /// In a lane, or by an `every:`, a stage can be done again and again.
  fileprivate func waysBack(to stage: StageDefinition) -> (most: Int, places: [Node])? {
    guard let index = self.stage(stage.id), stage.set == nil else { return nil }
    let row = place(of: index).row
    guard !table.every.has(row), !table.rows[row].hangsOnForce else { return nil }
    var most = 1
    var places: [Node] = []
    for exit in table.exits {
      guard case .sendBack(let target) = exit.effect,
        target == row || table.rows[target].forward.has(row), let bound = exit.bound
      else { continue }
      most += Int(bound.limit)
      let from = stages[table.rows[exit.row].stages.lowerBound]
      if let place = from.form.outcomes.all.first(where: { $0.name == exit.outcome })?.key {
        places.append(place)
      }
    }
    return (most, places)
  }
}
