import Definitions

extension CaseSweep {
  /// A shortest run that cannot come to an end, told in the stages of the definition.
  func deadEnd(_ space: StateSpace) -> DeadEnd? {
    guard let (index, jammed) = lost(space) else { return nil }
    let state = space.states[index]
    let world = Int(state.world)
    return DeadEnd(
      world: world,
      steps: space.path(to: index).steps.map { told($0, world) },
      obstacles: state.open.indices.map { obstacle($0, state, jammed) })
  }

  private func told(_ step: StateSpace.Step, _ world: Int) -> DeadEnd.Step {
    switch step {
    case .exit(let index):
      let exit = table.exits[index]
      let stages = table.rows[exit.row].stages
      guard let run = table.rows[exit.row].run else {
        return .outcome(stage: stages.lowerBound, exit.outcome)
      }
      let way = lanes[run].finish[world] ?? []
      return .lanes(
        stage: stages.lowerBound, count: members[run].map(table.runs[run].proceed.needed),
        way.map { inLane($0, run) })
    case .skip(let row):
      let stage = table.rows[row].stages.lowerBound
      return table.rows[row].run == nil ? .skipped(stage: stage) : .letGoOn(stage: stage)
    case .anew:
      // Only lanes start anew.
      return .drawnAnew(stage: 0)
    }
  }

  private func inLane(_ step: StateSpace.Step, _ run: Int) -> DeadEnd.Step {
    let first = table.rows[rowOfRun[run]].stages.lowerBound
    let lane = table.runs[run].lane
    switch step {
    case .exit(let index):
      return .outcome(stage: first + lane.exits[index].row, lane.exits[index].outcome)
    case .skip(let row): return .skipped(stage: first + row)
    case .anew: return .drawnAnew(stage: first)
    }
  }

  private func obstacle(_ row: Int, _ state: ControlState, _ jammed: Mask) -> DeadEnd.Obstacle {
    let stages = table.rows[row].stages
    guard let run = table.rows[row].run else {
      if table.every.has(row) { return .returns(stage: stages.lowerBound) }
      return .blocked(stage: stages.lowerBound, refused(row, state, table))
    }
    guard jammed.has(row), let jam = lanes[run].jams[Int(state.world)] else {
      return .neverDone(stage: stages.upperBound - 1)
    }
    let needed = members[run].map { min($0, table.runs[run].proceed.needed(of: $0)) }
    let lane = table.runs[run].lane
    return .lanes(
      stage: stages.upperBound - 1,
      stuck: members[run].flatMap { all in needed.map { all - $0 + 1 } }, of: members[run],
      way: jam.steps.map { inLane($0, run) },
      because: jam.state.open.indices.map {
        .blocked(stage: stages.lowerBound + $0, refused($0, jam.state, lane))
      })
  }

  private func refused(
    _ row: Int, _ state: ControlState, _ table: ControlTable
  ) -> [DeadEnd.Refused] {
    table.rows[row].exits.map {
      DeadEnd.Refused(
        outcome: table.exits[$0].outcome, refusal: table.refusal(table.exits[$0], state))
    }
  }
}
