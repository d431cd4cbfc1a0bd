import Definitions

/// A case walked by its control table alone, with every lane by itself.
struct TableFlow {
  struct State: Hashable {
    var flow: ControlState
    var lanes: [[ControlState]]
  }

  let definition: PipelineDefinition
  let members: Int
  let world: Int

  private var table: ControlTable { definition.table }

  func start() -> State {
    var state = State(flow: table.start(world: world), lanes: table.runs.map { _ in [] })
    draw(&state, before: ControlState(), keeping: false, anew: nil)
    return state
  }

  func open(_ state: State) -> [LiteralFlow.Move] {
    state.flow.open.indices.flatMap { row -> [LiteralFlow.Move] in
      let stages = table.rows[row].stages
      guard let run = table.rows[row].run else {
        return [.init(stage: definition.stages[stages.lowerBound].id, member: nil, outcome: nil)]
      }
      return state.lanes[run].enumerated().flatMap { member, lane in
        lane.open.indices.map {
          .init(stage: definition.stages[stages.lowerBound + $0].id, member: member, outcome: nil)
        }
      }
    }
  }

  func after(_ move: LiteralFlow.Move, _ before: State, keeping: Bool) -> State? {
    guard let stage = definition.stage(move.stage) else { return nil }
    let (row, laneRow) = definition.place(of: stage)
    var state = before
    if let member = move.member, let laneRow, let run = table.rows[row].run {
      let lane = table.runs[run].lane
      let now = state.lanes[run][member]
      if let outcome = move.outcome {
        guard let exit = lane.exit(outcome, of: laneRow), lane.refusal(exit, now) == nil else {
          return nil
        }
        state.lanes[run][member] = lane.taking(exit, now)
      } else {
        guard definition.stages[stage].isOptional else { return nil }
        state.lanes[run][member] = lane.skipping(laneRow, now)
      }
      join(&state, keeping: keeping)
      return state
    }
    var target: Int?
    if let outcome = move.outcome {
      guard let exit = table.exit(outcome, of: row), table.refusal(exit, state.flow) == nil else {
        return nil
      }
      if case .sendBack(let to) = exit.effect { target = to }
      state.flow = table.taking(exit, state.flow)
    } else {
      guard definition.stages[stage].isOptional else { return nil }
      state.flow = table.skipping(row, state.flow)
    }
    // What a send-back cleared is drawn again, also where it is open before and after.
    var kept = before.flow
    if let target { kept.open &= ~table.rows[target].forward }
    draw(&state, before: kept, keeping: keeping, anew: target)
    return state
  }

  private func draw(_ state: inout State, before: ControlState, keeping: Bool, anew: Int?) {
    for row in (state.flow.open & ~before.open).indices {
      guard let run = table.rows[row].run else { continue }
      if state.lanes[run].isEmpty {
        state.lanes[run] = (0..<members).map { _ in table.runs[run].lane.start(world: world) }
      } else if !keeping || row == anew {
        state.lanes[run] = state.lanes[run].map { lane in
          var fresh = table.runs[run].lane.start(world: world)
          fresh.used = lane.used
          return fresh
        }
      }
    }
    join(&state, keeping: keeping)
  }

  private func join(_ state: inout State, keeping: Bool) {
    for row in state.flow.open.indices {
      guard let run = table.rows[row].run else { continue }
      let needed = min(table.runs[run].proceed.needed(of: members), members)
      guard state.lanes[run].count(where: { $0.open == 0 }) >= needed else { continue }
      let before = state.flow
      state.flow = table.taking(table.exits[table.rows[row].exits.lowerBound], state.flow)
      return draw(&state, before: before, keeping: keeping, anew: nil)
    }
  }
}
