/// What each row said last, and nothing else: what is open follows by one rule, `settle`.
///
/// Joins, skipping, branches not taken and reopening after a send-back are all that rule; a
/// send-back is a few operations on masks. Small enough to be explored by the hundred thousand.
package struct ControlState: Sendable, Hashable {
  /// Under way.
  package var open: Mask = 0
  /// Handed on, or skipped.
  package var passed: Mask = 0
  /// Left without handing on, or can no longer open.
  package var gone: Mask = 0
  /// Edges taken to branches.
  package var led: Mask = 0
  /// How often each bounded exit was taken, in fields of bits.
  package var used: Mask = 0
  /// Which of the ways to open a case it was.
  package var world: UInt16 = 0
  /// Whether a version of this case is in force.
  package var inForce = false
  /// Whether the case was ended, and nothing opens any more.
  package var ended = false

  package init() {}

  /// Rows that are closed, skipped or passed by.
  package var settled: Mask { passed | gone }
}

/// Why an outcome cannot be taken now.
package enum ControlRefusal: Sendable, Hashable {
  /// The stage is not open.
  case notOpen
  /// It was taken as often as it may be.
  case atBound(Int)
  /// It leads to a stage that is open or already left.
  case targetUnderWay(row: Int)
  /// It leads back to a stage that this case skips, and would come straight back.
  case nothingBetween(row: Int)
  /// It opens a new case while one is in preparation.
  case caseInPreparation
}

extension ControlTable {
  /// The state of a case that is opened in one of the ways.
  package func start(world: Int) -> ControlState {
    var state = ControlState()
    state.world = UInt16(truncatingIfNeeded: world)
    settle(&state)
    return state
  }

  /// Opens what can open, passes on what is skipped, and passes by what never can open.
  package func settle(_ state: inout ControlState) {
    guard !state.ended else { return }
    let skipped = worlds[Int(state.world)]
    // A row waits for earlier ones only, so one sweep settles all but an `every:` that hangs on
    // the version in force, which waits for any row that may still put one there.
    var changed = true
    while changed {
      changed = false
      for row in (all & ~(state.open | state.settled)).indices {
        guard let opens = opens(row, state) else { continue }
        if !opens {
          state.gone |= bit(row)
          changed = changed || hangingOnForce != 0
        } else if skipped.has(row) {
          state.passed |= bit(row)
        } else {
          state.open |= bit(row)
        }
      }
    }
  }

  // nil while it still waits; false when it can no longer open.
  private func opens(_ index: Int, _ state: ControlState) -> Bool? {
    let row = rows[index]
    if row.hangsOnForce {
      return state.inForce ? true : force & ~state.settled != 0 ? nil : false
    }
    if row.leaders != 0 {
      if state.led & row.ledBy != 0 { return true }
      return row.leaders & ~state.settled != 0 ? nil : false
    }
    guard row.after & ~state.settled == 0 else { return nil }
    return row.after == 0 || row.after & state.passed != 0
  }

  /// Whether a version may still come without an `every:`; only one such case of a product at a time.
  package func isInPreparation(_ state: ControlState) -> Bool {
    guard !state.ended else { return false }
    if state.open & force & ~every != 0 { return true }
    if ahead != 0 { return ahead & ~state.settled != 0 }
    return state.open & ~every != 0
  }

  /// Why an exit cannot be taken; nil when it can.
  package func refusal(_ exit: Exit, _ state: ControlState) -> ControlRefusal? {
    guard state.open.has(exit.row) else { return .notOpen }
    if let bound = exit.bound, (state.used >> bound.shift) & bound.field >= bound.limit {
      return .atBound(Int(bound.limit))
    }
    switch exit.effect {
    case .lead(_, let target) where (state.open | state.settled).has(target):
      return .targetUnderWay(row: target)
    case .sendBack(let target) where worlds[Int(state.world)].has(target):
      var after = taking(exit, state)
      after.used = state.used
      after.inForce = state.inForce
      return after == state ? .nothingBetween(row: target) : nil
    case .openCase where isInPreparation(state):
      return .caseInPreparation
    default:
      return nil
    }
  }

  /// The state after an exit that is not refused.
  package func taking(_ exit: Exit, _ before: ControlState) -> ControlState {
    var state = before
    if let bound = exit.bound { state.used += 1 << bound.shift }
    switch exit.effect {
    case .handOn:
      state.open &= ~bit(exit.row)
      state.passed |= bit(exit.row)
    case .lead(let edge, _):
      state.open &= ~bit(exit.row)
      state.gone |= bit(exit.row)
      state.led |= bit(edge)
    case .sendBack(let target):
      clear(forwardOf: target, &state)
      if worlds[Int(state.world)].has(target) {
        state.passed |= bit(target)
      } else {
        state.open |= bit(target)
      }
    case .end:
      end(&state)
    case .stay, .openCase:
      break
    }
    if exit.entersForce { enterForce(&state) }
    if exit.leavesForce { leaveForce(&state) }
    settle(&state)
    return state
  }

  /// The state after the owner skipped a stage, or let a run go on.
  package func skipping(_ row: Int, _ before: ControlState) -> ControlState {
    var state = before
    state.open &= ~bit(row)
    state.passed |= bit(row)
    settle(&state)
    return state
  }

  /// The state of a lane in which a stage that was left takes a new report.
  ///
  /// A lane that had ended goes on from there: what does not come after the stage is behind it.
  package func reopening(_ row: Int, _ before: ControlState) -> ControlState {
    var state = before
    if state.ended {
      state.ended = false
      state.passed |= all & ~rows[row].forward
    }
    state.open |= bit(row)
    state.passed &= ~bit(row)
    state.gone &= ~bit(row)
    return state
  }

  /// The state of a case whose version another case replaced: nothing goes on but trailing lanes.
  package func lettingGo(_ before: ControlState) -> ControlState {
    var state = before
    state.inForce = false
    state.gone |= state.open
    state.open = 0
    state.ended = true
    return state
  }

  func clear(forwardOf row: Int, _ state: inout ControlState) {
    let kept = ~rows[row].forward
    state.open &= kept
    state.passed &= kept
    state.gone &= kept
    state.led &= ~rows[row].forwardEdges
  }

  private func end(_ state: inout ControlState) {
    var ended = ControlState()
    ended.world = state.world
    // A version that is in force stays so: ending the case does not take it away.
    ended.inForce = state.inForce
    ended.ended = true
    // The bounds of a lane outlive a reopened run.
    if isLane { ended.used = state.used }
    state = ended
  }

  private func enterForce(_ state: inout ControlState) {
    state.inForce = true
    state.passed &= ~hangingOnForce
    state.gone &= ~hangingOnForce
    state.led &= ~hangingEdges
  }

  private func leaveForce(_ state: inout ControlState) {
    state.inForce = false
    let stopped = state.open & (every | runRows)
    state.open &= ~stopped
    state.gone |= stopped
  }

  /// Done but for its `every:` stages, with its version in force.
  package func rests(_ state: ControlState) -> Bool {
    state.open != 0 && state.inForce && state.open & ~every == 0
  }
}
