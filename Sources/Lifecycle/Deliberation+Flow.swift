import CivilTime
import Definitions
import Located
import StageKit

// How an outcome runs through the flow of a case: what the control table says is written down row
// by row, and the state that the events lead to must be the table's.

extension Deliberation {
  /// Closes a stage of the case by an outcome, with all that follows.
  mutating func close(_ index: Int, _ stage: Int, by exit: ControlTable.Exit, from day: CivilDate) {
    let one = state.cases[index]
    let table = one.definition.table
    guard let attempt = one.attempts[stage].last else { return }
    let after = table.taking(exit, one.flow)
    let id = one.definition.stages[stage].id
    let tidings = one.carries.map { lane in
      Tidings(to: lane, from: one.id, stage: id, outcome: exit.outcome).effect
    }
    emit(
      StageClosed.type,
      StageClosed(
        spot: Spot(id), attempt: attempt.number, outcome: exit.outcome, then: .init(exit.effect)
      ).value, in: one.id, effects: [tidings].compactMap { $0 })
    if exit.entersForce {
      enterForce(index, stage: id, attempt: attempt.number, exit.outcome, from: day)
    }
    if exit.leavesForce { leaveForce(index) }
    switch exit.effect {
    case .end:
      emit(CaseClosed.type, CaseClosed.value(.ended, reason: nil), in: one.id)
      return
    case .sendBack(let target):
      clear(index, table.rows[target].forward & (one.flow.open | one.flow.settled))
    case .openCase:
      openNext(after: index, stage: stage, outcome: exit.outcome)
    case .handOn, .lead, .stay:
      break
    }
    let backTo: Int? = if case .sendBack(let target) = exit.effect { target } else { nil }
    settle(index, to: after, reopening: backTo)
  }

  /// Writes down, row by row, how the flow comes to a state.
  mutating func settle(_ index: Int, to after: ControlState, reopening target: Int? = nil) {
    guard refusals.isEmpty else { return }
    var drawn: [Int] = []
    for row in state.cases[index].definition.table.rows.indices {
      let now = state.cases[index].flow
      if after.open.has(row), !now.open.has(row) {
        if state.cases[index].definition.table.rows[row].run != nil {
          drawLanes(index, row, anew: row == target)
          drawn.append(row)
        } else {
          openStage(index, state.cases[index].definition.table.rows[row].stages.lowerBound)
        }
      } else if after.passed.has(row), !now.passed.has(row) {
        change(.skipped, index, row, because: "when")
      } else if after.gone.has(row), !now.gone.has(row) {
        let isRun = state.cases[index].definition.table.rows[row].run != nil
        change(
          now.open.has(row) ? isRun ? .trails : .cancelled : .passed, index, row, because: "flow")
      }
    }
    check(state.cases[index].flow, is: after)
    for row in drawn { join(index, row) }
    conclude(index)
  }

  /// Closes a case in which nothing is open any more.
  mutating func conclude(_ index: Int) {
    let one = state.cases[index]
    guard refusals.isEmpty, one.closed == nil, one.flow.open == 0 else { return }
    emit(CaseClosed.type, CaseClosed.value(.done, reason: nil), in: one.id)
  }

  // The events and the table are two ways to the same state; if they ever part, nothing is written.
  mutating func check(_ flow: ControlState, is expected: ControlState) {
    guard refusals.isEmpty, flow != expected else { return }
    refuse(
      "engine/internal", "fel i motorn: händelserna leder inte dit flödet säger",
      "engine fault: the events do not lead where the flow says")
  }

  mutating func clear(_ index: Int, _ rows: Mask) {
    for row in rows.indices { change(.cleared, index, row, because: "sent-back") }
  }

  mutating func change(
    _ kind: StageChanged.Kind, _ index: Int, _ row: Int, because: String, reason: String? = nil
  ) {
    let one = state.cases[index]
    let stage = one.definition.stages[one.definition.table.rows[row].stages.lowerBound].id
    emit(
      kind.rawValue, StageChanged.value(Spot(stage), because: because, reason: reason), in: one.id)
  }

  // MARK: in force

  mutating func enterForce(
    _ index: Int, stage: String, attempt: Int, _ outcome: String, from day: CivilDate,
    called label: String? = nil
  ) {
    let id = state.cases[index].id
    if let version = state.inForce {
      if version.caseID == id {
        emit(LeftForce(because: "replaced", by: id), in: id)
      } else if let old = state.index(ofCase: version.caseID) {
        letGo(old, replacedBy: id)
      }
    }
    emit(
      EnteredForce(
        stage: stage, attempt: attempt, outcome: outcome, appliesFrom: day, label: label), in: id)
    // What hangs on the version in force counts anew from this one.
    let one = state.cases[index]
    let hanging = one.definition.table.hangingOnForce & (one.flow.open | one.flow.settled)
    for row in hanging.indices { change(.cleared, index, row, because: "new-version") }
  }

  // Another case's version replaces this one's: nothing of it goes on but lanes that report.
  private mutating func letGo(_ index: Int, replacedBy id: String) {
    let one = state.cases[index]
    emit(LeftForce(because: "replaced", by: id), in: one.id)
    guard one.closed == nil else { return }
    for row in one.flow.open.indices {
      let isRun = one.definition.table.rows[row].run != nil
      change(isRun ? .trails : .cancelled, index, row, because: "replaced")
    }
    emit(CaseClosed.type, CaseClosed.value(.replaced, reason: nil), in: one.id)
  }

  private mutating func leaveForce(_ index: Int) {
    let one = state.cases[index]
    let table = one.definition.table
    if let version = state.inForce {
      // A phase-out may be a case of its own: what it ends is the product's version, whoever made it.
      if version.caseID == one.id {
        emit(LeftForce(because: "out-of-force", by: nil), in: one.id)
      } else if let other = state.index(ofCase: version.caseID) {
        retire(other)
      }
    }
    let flow = state.cases[index].flow
    for row in (flow.open & (table.every | table.runRows)).indices {
      change(table.runRows.has(row) ? .trails : .cancelled, index, row, because: "out-of-force")
    }
  }

  private mutating func retire(_ index: Int) {
    let one = state.cases[index]
    emit(LeftForce(because: "out-of-force", by: nil), in: one.id)
    guard one.closed == nil else { return }
    let table = one.definition.table
    for row in (one.flow.open & (table.every | table.runRows)).indices {
      change(table.runRows.has(row) ? .trails : .cancelled, index, row, because: "out-of-force")
    }
    var after = state.cases[index].flow
    table.settle(&after)
    settle(index, to: after)
  }
}

extension StageClosed.Then {
  init(_ effect: ControlTable.Effect) {
    self =
      switch effect {
      case .handOn: .handsOn
      case .lead: .leads
      case .sendBack: .sendsBack
      case .end: .ends
      case .stay: .returns
      case .openCase: .opensCase
      }
  }
}
