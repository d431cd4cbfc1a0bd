import Definitions

/// Follows a case through its table, with each run as one row that goes on when its lanes can.
struct CaseSweep {
  let table: ControlTable
  /// The members of each run; nil where that is not known.
  let members: [Int?]
  let lanes: [LaneProof]
  /// The exits whose bounds were dropped, and which count as no way on.
  let free: Set<Int>
  /// The rows that some run of the case opens, for each way to open it.
  private var opened: [Mask]
  private var taken: [Bool]
  /// Why each exit was refused last, where it was.
  private var refusals: [ControlRefusal?]
  /// The row of each run.
  let rowOfRun: [Int]
  /// The rows of runs over an empty set, which go on as soon as they open.
  private let empty: Mask

  init(table: ControlTable, members: [Int?], lanes: [LaneProof], free: Set<Int>) {
    self.table = table
    self.members = members
    self.lanes = lanes
    self.free = free
    opened = table.worlds.map { _ in 0 }
    taken = table.exits.map { _ in false }
    refusals = table.exits.map { _ in nil }
    var rowOfRun = table.runs.map { _ in 0 }
    for (index, row) in table.rows.enumerated() {
      if let run = row.run { rowOfRun[run] = index }
    }
    self.rowOfRun = rowOfRun
    empty = table.runs.indices.reduce(0) { members[$1] == 0 ? $0 | bit(rowOfRun[$1]) : $0 }
  }

  // MARK: following

  mutating func explore(_ space: inout StateSpace) {
    space.clear()
    for world in table.worlds.indices { space.start(arriving(table.start(world: world))) }
    space.explore { state, moves in
      opened[Int(state.world)] |= state.open
      for row in state.open.indices {
        if let run = table.rows[row].run {
          follow(run, row, state, &moves)
        } else {
          follow(row, state, &moves)
        }
      }
    }
  }

  private mutating func follow(
    _ row: Int, _ state: ControlState, _ moves: inout ContiguousArray<StateSpace.Move>
  ) {
    for index in table.rows[row].exits {
      if let refusal = table.refusal(table.exits[index], state) {
        refusals[index] = refusal
        continue
      }
      taken[index] = true
      let after = arriving(table.taking(table.exits[index], state))
      // A review that only comes round again is no way on.
      if after != state { moves.append(.init(step: .exit(index), state: after)) }
    }
    if table.rows[row].isOptional {
      moves.append(.init(step: .skip(row), state: arriving(table.skipping(row, state))))
    }
  }

  private func follow(
    _ run: Int, _ row: Int, _ state: ControlState, _ moves: inout ContiguousArray<StateSpace.Move>
  ) {
    let index = table.rows[row].exits.lowerBound
    let after = arriving(table.taking(table.exits[index], state))
    if lanes[run].finish[Int(state.world)] != nil {
      moves.append(.init(step: .exit(index), state: after))
    }
    if table.runs[run].isOptional { moves.append(.init(step: .skip(row), state: after)) }
  }

  // A run over an empty set is never seen open.
  private func arriving(_ state: ControlState) -> ControlState {
    var state = state
    while state.open & empty != 0 {
      let row = (state.open & empty).trailingZeroBitCount
      state = table.taking(table.exits[table.rows[row].exits.lowerBound], state)
    }
    return state
  }

  // MARK: what can never happen

  /// The stages that no run opens, and the outcomes that none takes though their stage opens.
  var dead: (stages: [Int], outcomes: [Proof.DeadOutcome]) {
    var stages: [Int] = []
    var outcomes: [Proof.DeadOutcome] = []
    for (index, row) in table.rows.enumerated() {
      let worlds = table.worlds.indices.filter { opened[$0].has(index) }
      guard let run = row.run else {
        if worlds.isEmpty { stages.append(row.stages.lowerBound) }
        for exit in row.exits where !taken[exit] && !worlds.isEmpty {
          outcomes.append(
            .init(
              stage: row.stages.lowerBound, outcome: table.exits[exit].outcome,
              refusal: refusals[exit]))
        }
        continue
      }
      // Over an empty set nothing happens, today; tomorrow it may have members.
      guard members[run] != 0 else { continue }
      let lane = table.runs[run].lane
      for laneRow in lane.rows.indices {
        let stage = row.stages.lowerBound + laneRow
        let open = worlds.filter { lanes[run].opened[$0].has(laneRow) }
        if open.isEmpty { stages.append(stage) }
        for exit in lane.rows[laneRow].exits
        where !open.isEmpty && !open.contains(where: { lanes[run].taken[exit].has($0) }) {
          outcomes.append(
            .init(
              stage: stage, outcome: lane.exits[exit].outcome, refusal: lanes[run].refusals[exit]))
        }
      }
    }
    return (stages, outcomes)
  }

  // MARK: what cannot come to an end

  /// The first state from which no end can be reached, in the order of their shortest runs; of
  /// those, one in which nothing can be done any more, if there is one, since it shows why.
  func lost(_ space: StateSpace) -> (state: Int, jammed: Mask)? {
    var known: [Mask: ContiguousArray<Bool>] = [:]
    var first: (Int, Mask)?
    for index in space.states.indices {
      let jammed = jammed(space.states[index])
      guard !completing(space, jammed, &known)[index] else { continue }
      let isLast = space.edges(of: index).allSatisfy { edge in
        StateSpace.Step(code: space.steps[edge]).isProceed(of: jammed, table)
      }
      if isLast { return (index, jammed) }
      first = first ?? (index, jammed)
    }
    return first
  }

  /// The rows of open runs of which enough lanes may be stuck for good.
  private func jammed(_ state: ControlState) -> Mask {
    var jammed: Mask = 0
    for row in (state.open & table.runRows).indices {
      guard let run = table.rows[row].run, members[run] != 0,
        let jam = lanes[run].jams[Int(state.world)], jam.draws <= draws(ofRun: row, state)
      else { continue }
      jammed |= bit(row)
    }
    return jammed
  }

  // How often the run may have been drawn anew by now.
  private func draws(ofRun row: Int, _ state: ControlState) -> Int {
    table.exits.indices.reduce(0) { sum, index in
      let exit = table.exits[index]
      guard case .sendBack(let target) = exit.effect, table.rows[target].forward.has(row) else {
        return sum
      }
      guard let bound = exit.bound else { return .max / 2 }
      return sum + Int((state.used >> bound.shift) & bound.field)
    }
  }

  /// The states from which an end can be reached while some runs are stuck, until they are sent back.
  private func completing(
    _ space: StateSpace, _ jammed: Mask, _ known: inout [Mask: ContiguousArray<Bool>]
  ) -> ContiguousArray<Bool> {
    if let found = known[jammed] { return found }
    var found = ContiguousArray(space.states.map(isEnd))
    var changed = true
    while changed {
      changed = false
      for state in space.states.indices.reversed() where !found[state] {
        for edge in space.edges(of: state) {
          let step = StateSpace.Step(code: space.steps[edge])
          let target = Int(space.targets[edge])
          if step.isProceed(of: jammed, table) { continue }
          if case .exit(let index) = step, free.contains(index) { continue }
          let still = self.jammed(jammed, after: step) & space.states[target].open
          let goesOn =
            still == jammed ? found[target] : completing(space, still, &known)[target]
          guard goesOn else { continue }
          found[state] = true
          changed = true
          break
        }
      }
    }
    known[jammed] = found
    return found
  }

  private func jammed(_ rows: Mask, after step: StateSpace.Step) -> Mask {
    guard case .exit(let index) = step, case .sendBack(let target) = table.exits[index].effect
    else { return rows }
    return rows & ~table.rows[target].forward
  }

  private func isEnd(_ state: ControlState) -> Bool {
    state.ended || state.open == 0 || table.rests(state)
  }
}

extension StateSpace.Step {
  /// Whether it is the going on of one of some runs by its lanes.
  func isProceed(of rows: Mask, _ table: ControlTable) -> Bool {
    guard rows != 0, case .exit(let index) = self else { return false }
    return rows.has(table.exits[index].row)
  }
}

extension ControlTable {
  /// How often a case may send a run back at most.
  func mostDraws(ofRun run: Int) -> Int {
    guard let row = rows.firstIndex(where: { $0.run == run }) else { return 0 }
    var sum = 0
    for exit in exits {
      guard case .sendBack(let target) = exit.effect, rows[target].forward.has(row) else {
        continue
      }
      guard let bound = exit.bound else { return .max }
      sum += Int(bound.limit)
    }
    return sum
  }
}
