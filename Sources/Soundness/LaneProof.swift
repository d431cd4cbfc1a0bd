import Definitions

/// What can become of one lane of a run, found once for all its members.
///
/// Members do not see each other, so twenty-one of them are one chain and the number of those that
/// have come to its end.
struct LaneProof {
  /// A state from which a lane can no longer come to its end.
  struct Jam {
    /// How often the lane was drawn anew before.
    let draws: Int
    /// The way there, and the state in which nothing can be done.
    let steps: [StateSpace.Step]
    let state: ControlState
  }

  /// The states that were found.
  let states: Int
  let bytes: Int
  /// The shortest way to the end, for each way to open the case; nil where there is none.
  private(set) var finish: [[StateSpace.Step]?]
  /// How a lane may get stuck, after the fewest draws, for each way to open the case.
  private(set) var jams: [Jam?]
  /// The rows that some lane opens, for each way to open the case.
  private(set) var opened: [Mask]
  /// For each exit, the ways to open the case in which it can be taken.
  private(set) var taken: [Mask]
  /// Why each exit was refused last, where it was.
  let refusals: [ControlRefusal?]

  /// Explores a lane's table; nil where a bound was reached.
  ///
  /// - Parameters:
  ///   - draws: How often the case may send the run back, so that the lane starts anew.
  ///   - free: The exits whose bounds were dropped, and which count as no way on.
  init?(_ table: ControlTable, draws: Int, free: Set<Int>, _ space: inout StateSpace) {
    space.clear()
    var taken = [Mask](repeating: 0, count: table.exits.count)
    var refusals = [ControlRefusal?](repeating: nil, count: table.exits.count)
    for world in table.worlds.indices { space.start(table.start(world: world)) }
    // States of fewer draws first: each is kept with the fewest that lead to it.
    var levels: [Int] = []
    while true {
      space.explore { state, moves in
        for row in state.open.indices {
          for index in table.rows[row].exits {
            if let refusal = table.refusal(table.exits[index], state) {
              refusals[index] = refusal
              continue
            }
            taken[index] |= bit(Int(state.world))
            let after = table.taking(table.exits[index], state)
            if after != state { moves.append(.init(step: .exit(index), state: after)) }
          }
          if table.rows[row].isOptional {
            moves.append(.init(step: .skip(row), state: table.skipping(row, state)))
          }
        }
      }
      guard !space.isCutShort else { return nil }
      levels.append(space.states.count)
      guard levels.count <= draws else { break }
      let first = levels.count > 1 ? levels[levels.count - 2] : 0
      for index in first..<space.states.count where space.states[index].used != 0 {
        var fresh = table.start(world: Int(space.states[index].world))
        fresh.used = space.states[index].used
        space.start(fresh, anewAfter: index)
      }
      guard space.states.count > levels[levels.count - 1] else { break }
    }
    states = space.states.count
    bytes = space.bytes
    self.taken = taken
    self.refusals = refusals
    finish = table.worlds.map { _ in nil }
    jams = table.worlds.map { _ in nil }
    opened = table.worlds.map { _ in 0 }

    let completing = space.completing(
      isEnd: { $0.open == 0 },
      follows: { _, step in if case .exit(let index) = step { !free.contains(index) } else { true }
      })
    for index in space.states.indices {
      let state = space.states[index]
      let world = Int(state.world)
      opened[world] |= state.open
      if state.open == 0, index < levels[0], finish[world] == nil {
        finish[world] = space.path(to: index).steps
      }
      // The last state of a run that is lost says why; every lost state leads to one.
      guard !completing[index], space.edges(of: index).isEmpty || !free.isEmpty else { continue }
      let draws = levels.firstIndex { index < $0 } ?? 0
      if jams[world].map({ draws < $0.draws }) ?? true {
        jams[world] = Jam(draws: draws, steps: space.path(to: index).steps, state: state)
      }
    }
  }
}

extension StateSpace {
  /// The states from which an end can be reached, by going back from the ends.
  ///
  /// - Parameters:
  ///   - isEnd: Whether a run may end in a state.
  ///   - follows: Whether a step from a state counts as a way on.
  func completing(
    isEnd: (ControlState) -> Bool, follows: (ControlState, Step) -> Bool
  ) -> ContiguousArray<Bool> {
    var completing = ContiguousArray(states.map(isEnd))
    var changed = true
    while changed {
      changed = false
      // Most steps lead to later states, so one pass from the last settles nearly all.
      for state in states.indices.reversed() where !completing[state] {
        for edge in edges(of: state)
        where completing[Int(targets[edge])] && follows(states[state], Step(code: steps[edge])) {
          completing[state] = true
          changed = true
          break
        }
      }
    }
    return completing
  }
}
