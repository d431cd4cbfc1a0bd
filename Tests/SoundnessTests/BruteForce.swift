import CivilTime
import Definitions
import Register
import StageKit

@testable import Lifecycle

/// Every state that a case can come to, found by asking the engine itself.
///
/// It knows no control table and no proof: it says every outcome of every open stage, in each lane
/// by itself, and sees what becomes of it. Then it goes back from the good ends. A version that is
/// given may be a new one or the same, so a run that is opened again may be drawn anew or keep its
/// lanes.
struct BruteForce {
  /// What was found.
  struct Answer: Equatable {
    var isStuck = false
    /// By their ids, in the order of the file.
    var deadStages: [String] = []
    /// `STAGE: OUTCOME`.
    var deadOutcomes: [String] = []
  }

  /// What the engine does that no flow explains.
  struct Broken: Error, CustomStringConvertible {
    let description: String
  }

  /// A state, told by what may still happen: not by attempts, dates or numbers.
  private struct Key: Hashable {
    let flow: ControlState
    let lanes: [[ControlState]]
    let isTrailing: [Bool]
    let isStale: [Bool]
    let isClosed: Bool
  }

  private let definition: PipelineDefinition
  private let engine: Engine
  private let lanes: Int
  private let limit: Int
  /// For each run, whether what a stage of the case gives may be drawn by it.
  private let draws: [[Bool]]

  private var found: [Key: Int] = [:]
  private var waiting: [(index: Int, state: ProductState)] = []
  private var before: [[Int]] = []
  private var isGood: [Bool] = []
  private var opened: Set<Int> = []
  private var taken: Set<String> = []
  private var offered: Set<String> = []
  private(set) var decisions = 0
  var states: Int { before.count }

  /// Explores a definition with so many lanes in each run; the answer is nil at the limit.
  static func explore(
    _ definition: PipelineDefinition, engine: Engine, lanes: Int, limit: Int = 4_000
  ) throws -> (answer: Answer?, states: Int, decisions: Int) {
    var one = BruteForce(definition, engine, lanes, limit)
    for way in one.ways {
      guard try one.explore(way) else { return (nil, one.states, one.decisions) }
    }
    return (one.answer, one.states, one.decisions)
  }

  private init(_ definition: PipelineDefinition, _ engine: Engine, _ lanes: Int, _ limit: Int) {
    self.definition = definition
    self.engine = engine
    self.lanes = lanes
    self.limit = limit
    let stages = definition.stages
    draws = definition.table.runs.indices.map { run in
      let mine = stages.indices.filter { stage in
        definition.table.rows.contains { $0.run == run && $0.stages.contains(stage) }
      }
      let inner = mine.flatMap { stages[$0].contract.gives }
      let outer = mine.flatMap { stages[$0].contract.takes }.filter { !inner.contains($0) }
      return stages.map { $0.set == nil && $0.contract.gives.contains(where: outer.contains) }
    }
  }

  // MARK: opening

  private var ways: [[String: String]] {
    var all = [["edition": "first", "opened-by": "opened"]]
    all += definition.openedBy.map { ["edition": "revision", "opened-by": $0] }
    for input in definition.inputs where input.type == .choice {
      all = all.flatMap { way in input.values.map { way.merging([input.name: $0]) { $1 } } }
    }
    return all
  }

  private mutating func explore(_ way: [String: String]) throws -> Bool {
    var opening = Command.OpenCase.Opening()
    opening.openedBy = way["opened-by"] ?? ""
    opening.isRevision = way["edition"] == "revision"
    let inputs = definition.inputs.compactMap { input in
      (way[input.name] ?? Self.sample(input.type)).map { Binding(input.name, $0) }
    }
    let open = Command.OpenCase(
      kind: definition.kinds[0], title: Text("P"), pipeline: .version(definition.reference),
      inputs: inputs,
      roles: definition.roles.map { Binding($0.name, body(of: $0.kind)) }, opening: opening)
    let decision = engine.decide(
      .open(open), on: ProductState(stream: "p"), context(owner(definition.owner)))
    guard case .accepted(_, let state) = decision else {
      throw Broken(description: "cannot be opened: \(way) \(decision)")
    }
    _ = add(state, from: nil)
    while let (index, state) = waiting.popLast() {
      guard before.count <= limit else { return false }
      try follow(state, index)
    }
    return true
  }

  private static func sample(_ type: InputType) -> String? {
    switch type {
    case .diagnosis: "C61"
    case .date: "2026-06-01"
    case .whole: "1"
    case .body, .product: "a"
    default: "prov"
    }
  }

  private func body(of kind: String) -> String {
    engine.organisation.bodies.first { body in
      body.kind == kind && engine.organisation.body(body.id, on: day) != nil
    }?.id ?? "made-\(kind)"
  }

  private func owner(_ name: String) -> String {
    definition.roles.first { $0.name == name }.map { body(of: $0.kind) } ?? name
  }

  private var day: CivilDate { definition.validFrom.firstDay }

  private func context(_ by: String) -> Context {
    Context(on: day, by: Body(stringLiteral: by))
  }

  // MARK: following

  private mutating func add(_ said: ProductState, from parent: Int?) -> Int {
    var state = said
    // A next case is another one's affair.
    state.cases = [state.cases[0]]
    for run in state.cases[0].runs.indices {
      let all = state.cases[0].runs[run].lanes
      state.cases[0].runs[run].lanes = Array(all.prefix(lanes))
      for lane in state.cases[0].runs[run].lanes.indices {
        for row in state.cases[0].runs[run].lanes[lane].attempts.indices {
          state.cases[0].runs[run].lanes[lane].attempts[row].keepLast()
        }
      }
    }
    for stage in state.cases[0].attempts.indices { state.cases[0].attempts[stage].keepLast() }
    let one = state.cases[0]
    let key = Key(
      flow: one.flow, lanes: one.runs.map { $0.lanes.map(\.flow) },
      isTrailing: one.runs.map(\.isTrailing), isStale: one.runs.map { !$0.drew.isEmpty },
      isClosed: one.closed != nil)
    let index = found[key] ?? before.count
    if index == before.count {
      found[key] = index
      before.append([])
      isGood.append(one.closed != nil || one.rests)
      for (spot, _) in one.openAttempts { opened.insert(definition.stage(spot.stage) ?? -1) }
      if one.closed == nil { waiting.append((index, state)) }
    }
    if let parent { before[index].append(parent) }
    return index
  }

  private mutating func follow(_ state: ProductState, _ index: Int) throws {
    let one = state.cases[0]
    for (spot, attempt) in one.openAttempts {
      guard let stage = definition.stage(spot.stage) else { continue }
      for outcome in definition.stages[stage].prepared.outcomes.map(\.name) {
        let name = "\(spot.stage): \(outcome)"
        let command = Command.conclude(caseID: one.id, spot: spot, outcome: outcome)
        for state in [state, spot.lane == nil ? giving(stage, state) : nil].compactMap({ $0 }) {
          let codes = decide(command, attempt.opening.owner.id, state, index)
          if codes.isEmpty { taken.insert(name) }
          if codes != ["flow/not-offered"] { offered.insert(name) }
          try expect(codes, "\(spot) \(outcome)")
        }
      }
      guard definition.stages[stage].isOptional else { continue }
      let skip = Command.skip(caseID: one.id, spot: spot, reason: "r")
      try expect(decide(skip, attempt.opening.owner.id, state, index), "\(spot) skip")
    }
    // The owner may let a run of one stage go on.
    for stage in definition.stages where stage.isOptional && stage.set != nil {
      let by = owner(stage.owner == "lane" ? definition.owner : stage.owner ?? definition.owner)
      let skip = Command.skip(caseID: one.id, spot: Spot(stage.id), reason: "r")
      try expect(decide(skip, by, state, index), "\(stage.id) skip")
    }
  }

  /// The same state, when the stage gives another version than the one that runs drew from; nil
  /// when none draws from it.
  private func giving(_ stage: Int, _ state: ProductState) -> ProductState? {
    var state = state
    var isOther = false
    for run in draws.indices where draws[run][stage] && state.cases[0].runs[run].draws > 0 {
      state.cases[0].runs[run].drew = [Binding("document", "another")]
      isOther = true
    }
    return isOther ? state : nil
  }

  private mutating func decide(
    _ command: Command, _ by: String, _ state: ProductState, _ index: Int
  ) -> [String] {
    decisions += 1
    switch engine.decide(command, on: state, context(by)) {
    case .accepted(_, let after):
      _ = add(after, from: index)
      return []
    case .refused(let refusals): return refusals.map(\.code)
    }
  }

  private func expect(_ codes: [String], _ what: String) throws {
    let known = [
      "flow/at-bound", "flow/under-way", "flow/nothing-between", "flow/not-offered",
      "flow/not-optional", "case/in-preparation", "case/not-open",
    ]
    if let other = codes.first(where: { !known.contains($0) }) {
      throw Broken(description: "\(what): \(other)")
    }
  }

  // MARK: judging

  private var answer: Answer {
    var reaches = isGood
    var waiting = isGood.indices.filter { isGood[$0] }
    while let state = waiting.popLast() {
      for earlier in before[state] where !reaches[earlier] {
        reaches[earlier] = true
        waiting.append(earlier)
      }
    }
    var answer = Answer(isStuck: reaches.contains(false))
    for (index, stage) in definition.stages.enumerated() {
      guard opened.contains(index) else {
        answer.deadStages.append(stage.id)
        continue
      }
      for outcome in stage.prepared.outcomes.map({ "\(stage.id): \($0.name)" })
      where offered.contains(outcome) && !taken.contains(outcome) {
        answer.deadOutcomes.append(outcome)
      }
    }
    return answer
  }
}

extension [AttemptState] {
  // What came before the latest changes nothing that may still happen.
  fileprivate mutating func keepLast() {
    if count > 1 { removeFirst(count - 1) }
  }
}
