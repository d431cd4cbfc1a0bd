import CivilTime
import Definitions
package import Lifecycle
import StageKit
import Located

// What a case, its version and its stages have come to: read off the state, decided nowhere else.

extension CaseState {
  package var status: CaseStatus {
    switch closed {
    case nil: rests ? .suspended : .open
    case .cancelled: .cancelled
    case .done, .ended, .replaced: .closed
    }
  }

  /// Who owns the case.
  var owner: String { role(definition.owner) ?? definition.owner }

  /// The row of the case's table that stands for a stage, and the lane's row of a stage in a run.
  func place(of stage: Int) -> (row: Int, lane: Int?) { pinned.places[stage] }

  /// The run that a stage is in; nil for a stage that all share.
  func run(of stage: Int) -> Int? {
    let place = place(of: stage)
    return place.lane == nil ? nil : definition.table.rows[place.row].run
  }

  /// How far a stage has come; a stage of a run, taken together, as far as the case waits for it.
  package func status(of stage: Int) -> StageStatus {
    let place = place(of: stage)
    guard let laneRow = place.lane, let run = run(of: stage) else {
      return status(flow, row: place.row, attempts: attempts[stage], isOver: closed != nil)
    }
    if runs[run].isCancelled { return .cancelled }
    guard runs[run].draws > 0 else {
      return status(flow, row: place.row, attempts: [], isOver: closed != nil)
    }
    if flow.open.has(place.row) {
      let all = runs[run].lanes.map { lane in
        status(lane.flow, row: laneRow, attempts: lane.attempts[laneRow], isOver: lane.flow.ended)
      }
      if all.allSatisfy({ $0 == .pending || $0 == .skipped }) {
        return all.contains(.pending) ? .pending : .skipped
      }
      return all.allSatisfy { $0 == .closed || $0 == .skipped } ? .closed : .open
    }
    if flow.settled.has(place.row) || flow.ended { return .closed }
    return .invalidated
  }

  private func status(
    _ flow: ControlState, row: Int, attempts: [AttemptState], isOver: Bool
  ) -> StageStatus {
    if flow.open.has(row) { return .open }
    switch attempts.last?.status {
    case .open, .awaiting: return .open
    case .closed: return .closed
    case .invalidated: return .invalidated
    // Skipped while it was open, it hands on; left by the flow, it was broken off.
    case .cancelled: return flow.passed.has(row) ? .skipped : .cancelled
    case nil: return flow.settled.has(row) || isOver ? .skipped : .pending
    }
  }
}

extension ProductState {
  /// What has become of the version of a case, and the case that replaced it; nil while it has none.
  package func version(of caseID: String) -> (status: VersionStatus, replacedBy: String?)? {
    if inForce?.caseID == caseID { return (.inForce, nil) }
    guard let earlier = earlier.last(where: { $0.version.caseID == caseID }) else { return nil }
    return earlier.replacedBy.map { (.superseded, $0) } ?? (.retired, nil)
  }
}

extension AttemptState {
  /// Its result in words: the stage's own word where it has one.
  func outcomeTitle(_ stage: StageDefinition) -> Text? {
    outcome.map { name in
      attempt.summary.standing ?? stage.outcome(name)?.title ?? Text(name)
    }
  }
}
