import Definitions
import StageKit

/// The rules of the flow, read literally off the stages of a definition, each lane by itself.
///
/// It knows nothing of masks, edges or tables, so that it can find a table that is wrong.
struct LiteralFlow {
  /// How a stage, or a run, stands.
  enum Standing: Hashable {
    case waiting, open, handedOn, passedBy
    /// Left for a branch.
    case left(for: Int)

    var isSettled: Bool { self != .waiting && self != .open }
  }

  /// The stages of a case, or of one lane.
  struct Track: Hashable {
    var standings: [Standing]
    var used: [String: Int] = [:]
    var isOver = false
  }

  struct State: Hashable {
    var track: Track
    /// The lanes of each unit that is a run and was opened; they outlive a send-back.
    var lanes: [[Track]]
    var inForce = false
  }

  /// A stage of a track, or a whole run.
  struct Unit {
    let stages: [StageDefinition]
    var id: String { stages[0].id }
    var isRun: Bool { stages[0].set != nil }
    var isEvery: Bool { stages[0].form.every != nil }
    var putsInForce: Bool { !isRun && !stages[0].inForce.isEmpty }
  }

  /// Which units wait for which.
  struct Order {
    let units: [Unit]
    /// The units that one waits for.
    private(set) var after: [[Int]] = []
    /// The units that lead to one.
    private(set) var leaders: [[Int]] = []
    /// Those that hang on the version in force.
    private(set) var hanging: [Bool] = []

    init(_ units: [Unit], inLane: Bool) {
      self.units = units
      for (index, unit) in units.enumerated() {
        let ids = unit.stages.map(\.id)
        let leading = units.indices.filter { other in
          (inLane || !units[other].isRun)
            && units[other].stages[0].form.outcomes.all.contains {
              if case .stage(let to) = $0.value.target { ids.contains(to) } else { false }
            }
        }
        leaders.append(leading)
        let named = unit.stages[0].form.after.values.map(\.description)
        let hangs = unit.isEvery && named.isEmpty && leading.isEmpty
        hanging.append(hangs)
        if hangs || !leading.isEmpty {
          after.append([])
        } else if !named.isEmpty, !(inLane && index == 0) {
          after.append(
            units.indices.filter { u in units[u].stages.contains { named.contains($0.id) } })
        } else {
          after.append(index == 0 ? [] : [index - 1])
        }
      }
    }

    func reached(from start: Int) -> [Int] {
      units.indices.reduce(into: []) { found, unit in
        let earlier = after[unit] + leaders[unit]
        if unit == start || earlier.contains(where: found.contains) { found.append(unit) }
      }
    }

    func unit(of stage: String) -> Int? {
      units.firstIndex { $0.stages.contains { $0.id == stage } }
    }
  }

  let order: Order
  let lanes: [Order?]
  let members: Int
  private let inputs: [String: String]

  init(_ definition: PipelineDefinition, members: Int, inputs: [String: String]) {
    var units: [Unit] = []
    for stage in definition.stages {
      let after = stage.form.after.values.map(\.description)
      if let before = units.last, let set = stage.set, before.stages[0].set == set,
        after.isEmpty || after == [before.stages[before.stages.count - 1].id]
      {
        units[units.count - 1] = Unit(stages: before.stages + [stage])
      } else {
        units.append(Unit(stages: [stage]))
      }
    }
    order = Order(units, inLane: false)
    lanes = units.map { unit in
      unit.isRun ? Order(unit.stages.map { Unit(stages: [$0]) }, inLane: true) : nil
    }
    self.members = members
    self.inputs = inputs
  }

  // MARK: opening what can open

  private func isSkipped(_ stage: StageDefinition) -> Bool {
    stage.conditions.contains { !$0.values.contains(inputs[$0.input] ?? "") }
  }

  /// Whether every lane of a run would pass straight through.
  private func isSkipped(_ unit: Int) -> Bool {
    guard let lane = lanes[unit] else { return isSkipped(order.units[unit].stages[0]) }
    return !freshLane(lane, used: [:]).standings.contains(.open)
  }

  private func freshLane(_ order: Order, used: [String: Int]) -> Track {
    var track = Track(standings: order.units.map { _ in .waiting }, used: used)
    settle(&track, order, inForce: nil)
    return track
  }

  // `inForce` is nil in a lane, where nothing hangs on a version.
  private func settle(_ track: inout Track, _ order: Order, inForce: Bool?) {
    guard !track.isOver else { return }
    while true {
      let before = track
      for unit in order.units.indices where track.standings[unit] == .waiting {
        guard let opens = opens(unit, track, order, inForce ?? false) else { continue }
        let skipped =
          inForce == nil ? isSkipped(order.units[unit].stages[0]) : isSkipped(unit)
        track.standings[unit] = !opens ? .passedBy : skipped ? .handedOn : .open
      }
      if track == before { return }
    }
  }

  private func opens(_ unit: Int, _ track: Track, _ order: Order, _ inForce: Bool) -> Bool? {
    func settled(_ units: [Int]) -> Bool { units.allSatisfy { track.standings[$0].isSettled } }
    if order.hanging[unit] {
      if inForce { return true }
      let canCome = order.units.indices.contains {
        order.units[$0].putsInForce && !track.standings[$0].isSettled
      }
      return canCome ? nil : false
    }
    if !order.leaders[unit].isEmpty {
      if order.leaders[unit].contains(where: { track.standings[$0] == .left(for: unit) }) {
        return true
      }
      return settled(order.leaders[unit]) ? false : nil
    }
    let after = order.after[unit]
    if after.isEmpty { return true }
    return settled(after) ? after.contains { track.standings[$0] == .handedOn } : nil
  }

  /// Opens, draws lanes and joins until nothing more happens.
  private func settle(_ state: inout State, keeping: Bool, anew: Int?, drawn: [Int] = []) {
    var drawn = drawn
    while true {
      settle(&state.track, order, inForce: state.inForce)
      var joined = false
      for (unit, lane) in lanes.enumerated() {
        guard let lane, state.track.standings[unit] == .open else { continue }
        if !drawn.contains(unit) {
          drawn.append(unit)
          if state.lanes[unit].isEmpty {
            state.lanes[unit] = (0..<members).map { _ in freshLane(lane, used: [:]) }
          } else if !keeping || unit == anew {
            state.lanes[unit] = state.lanes[unit].map { freshLane(lane, used: $0.used) }
          }
        }
        if isJoined(unit, state) {
          state.track.standings[unit] = .handedOn
          joined = true
        }
      }
      if !joined { return }
    }
  }

  private func openRuns(_ state: State) -> [Int] {
    lanes.indices.filter { lanes[$0] != nil && state.track.standings[$0] == .open }
  }

  private func isJoined(_ unit: Int, _ state: State) -> Bool {
    let stages = order.units[unit].stages
    let wanted: Int? =
      switch stages[stages.count - 1].form.proceed?.value.proceed {
      case .atLeast(let count): count
      case .all, nil: nil
      }
    let done = state.lanes[unit].count { !$0.standings.contains(.open) }
    return done >= min(wanted ?? members, members)
  }

  // MARK: what can be done

  /// Something done to an open stage.
  struct Move: Hashable, CustomStringConvertible {
    let stage: String
    let member: Int?
    /// Nil for skipping.
    let outcome: String?

    var description: String {
      "\(stage)\(member.map { "/\($0)" } ?? "") \(outcome ?? "skip")"
    }
  }

  func start() -> State {
    var state = State(
      track: Track(standings: order.units.map { _ in .waiting }), lanes: lanes.map { _ in [] })
    settle(&state, keeping: false, anew: nil)
    return state
  }

  /// The stages that are open, with the member in a run.
  func open(_ state: State) -> [Move] {
    guard !state.track.isOver else { return [] }
    return order.units.indices.filter { state.track.standings[$0] == .open }.flatMap {
      unit -> [Move] in
      guard let lane = lanes[unit] else {
        return [Move(stage: order.units[unit].id, member: nil, outcome: nil)]
      }
      return state.lanes[unit].enumerated().flatMap { member, track in
        lane.units.indices.filter { track.standings[$0] == .open }.map {
          Move(stage: lane.units[$0].id, member: member, outcome: nil)
        }
      }
    }
  }

  /// The state after a move; nil where it is refused.
  ///
  /// - Parameter keeping: Whether lanes that are drawn again have drawn from what is unchanged.
  func after(_ move: Move, _ before: State, keeping: Bool) -> State? {
    guard let unit = order.unit(of: move.stage) else { return nil }
    return move.member.map { afterLane(unit, $0, move, before, keeping: keeping) }
      ?? afterCase(unit, move, before, keeping: keeping)
  }

  private func target(_ outcome: String, _ stage: StageDefinition) -> TargetField.Target?? {
    if let mapped = stage.form.outcomes[outcome] { return mapped.target }
    return stage.outcome(outcome)?.flow == .optional ? nil : .some(nil)
  }

  private func afterLane(
    _ unit: Int, _ member: Int, _ move: Move, _ before: State, keeping: Bool
  ) -> State? {
    guard let lane = lanes[unit], let index = lane.unit(of: move.stage) else { return nil }
    let stage = lane.units[index].stages[0]
    var state = before
    var track = state.lanes[unit][member]
    if let outcome = move.outcome {
      guard let target = target(outcome, stage) else { return nil }
      switch target {
      case nil where stage.outcome(outcome)?.flow == .diverting:
        track = Track(
          standings: track.standings.map { _ in .waiting }, used: track.used, isOver: true)
      case nil, .next: track.standings[index] = .handedOn
      case .stage(let id):
        guard let to = lane.unit(of: id), track.standings[to] == .waiting else { return nil }
        track.standings[index] = .left(for: to)
      case .back(let id, let limit):
        guard let to = lane.unit(of: id) else { return nil }
        let skipped = isSkipped(lane.units[to].stages[0])
        guard
          let back = sentBack(
            track, lane, to, isSkipped: skipped, "\(stage.id).\(outcome)", limit)
        else { return nil }
        var settled = back
        settle(&settled, lane, inForce: nil)
        if skipped, settled.standings == track.standings { return nil }
        track = back
      case .end, .newCase: return nil
      }
    } else {
      guard stage.isOptional else { return nil }
      track.standings[index] = .handedOn
    }
    settle(&track, lane, inForce: nil)
    state.lanes[unit][member] = track
    settle(&state, keeping: keeping, anew: nil, drawn: openRuns(before))
    return state
  }

  private func sentBack(
    _ track: Track, _ order: Order, _ to: Int, isSkipped: Bool, _ name: String, _ limit: Int
  ) -> Track? {
    guard track.used[name, default: 0] < limit else { return nil }
    var track = track
    track.used[name, default: 0] += 1
    for unit in order.reached(from: to) { track.standings[unit] = .waiting }
    track.standings[to] = isSkipped ? .handedOn : .open
    return track
  }

  private func afterCase(_ unit: Int, _ move: Move, _ before: State, keeping: Bool) -> State? {
    let stage = order.units[unit].stages[0]
    var state = before
    var target: Int?
    var drawn = openRuns(before)
    guard let outcome = move.outcome else {
      guard stage.isOptional else { return nil }
      state.track.standings[unit] = .handedOn
      settle(&state, keeping: keeping, anew: nil, drawn: drawn)
      return state
    }
    guard let leads = self.target(outcome, stage) else { return nil }
    switch leads {
    case nil: if !order.units[unit].isEvery { state.track.standings[unit] = .handedOn }
    case .next: state.track.standings[unit] = .handedOn
    case .stage(let id):
      guard let to = order.unit(of: id), state.track.standings[to] == .waiting else { return nil }
      state.track.standings[unit] = .left(for: to)
    case .back(let id, let limit):
      guard let to = order.unit(of: id),
        let back = sentBack(
          state.track, order, to, isSkipped: isSkipped(to), "\(stage.id).\(outcome)", limit)
      else { return nil }
      if isSkipped(to) {
        var trial = (track: back, inForce: state.inForce)
        change(&trial.track, &trial.inForce, stage, outcome)
        settle(&trial.track, order, inForce: trial.inForce)
        if trial.track.standings == before.track.standings { return nil }
      }
      state.track = back
      target = to
      drawn.removeAll { order.reached(from: to).contains($0) }
    case .end:
      change(&state.track, &state.inForce, stage, outcome)
      state.track.isOver = true
      return state
    case .newCase:
      if isInPreparation(state) { return nil }
    }
    change(&state.track, &state.inForce, stage, outcome)
    settle(&state, keeping: keeping, anew: target, drawn: drawn)
    return state
  }

  /// A version comes into force, or is no longer.
  private func change(
    _ track: inout Track, _ inForce: inout Bool, _ stage: StageDefinition, _ outcome: String
  ) {
    if stage.inForce.contains(outcome) {
      inForce = true
      for unit in order.units.indices where order.hanging[unit] && track.standings[unit].isSettled {
        track.standings[unit] = .waiting
      }
    }
    if stage.outOfForce.contains(outcome) {
      inForce = false
      for unit in order.units.indices where track.standings[unit] == .open {
        if order.units[unit].isRun || order.units[unit].isEvery {
          track.standings[unit] = .passedBy
        }
      }
    }
  }

  private func isInPreparation(_ state: State) -> Bool {
    let open = order.units.indices.filter { state.track.standings[$0] == .open }
    if open.contains(where: { order.units[$0].putsInForce && !order.units[$0].isEvery }) {
      return true
    }
    var byItself: [Int] = []
    for unit in order.units.indices where !order.units[unit].isEvery {
      let earlier = order.after[unit] + order.leaders[unit]
      if earlier.isEmpty || earlier.contains(where: byItself.contains) { byItself.append(unit) }
    }
    let coming = byItself.filter { order.units[$0].putsInForce }
    if !coming.isEmpty { return coming.contains { !state.track.standings[$0].isSettled } }
    return open.contains { !order.units[$0].isEvery }
  }
}
