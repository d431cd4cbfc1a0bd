import Definitions

/// How far a stage has come in a case or a lane.
package enum StageStatus: String, Sendable, CaseIterable {
  case pending, skipped, open, closed, invalidated, cancelled
  case passedBy = "passed-by"
  /// A run that the case has let go: members go on reporting at their own pace.
  case trailing
}

extension CaseState {
  /// How far a stage has come; of a stage in a run as a whole, or in one lane.
  package func status(of stage: Int, lane: String? = nil) -> StageStatus {
    let place = pinned.places[stage]
    let attempts = attempts(at: stage, lane: lane)
    guard let laneRow = place.lane, let run = definition.table.rows[place.row].run else {
      return status(flow, place.row, attempts)
    }
    if let lane, let member = runs[run].lanes.first(where: { $0.body == lane }) {
      return status(member.flow, laneRow, attempts)
    }
    if flow.passed.has(place.row), runs[run].draws > 0 { return .closed }
    if flow.gone.has(place.row), runs[run].draws > 0 {
      return runs[run].isTrailing && !runs[run].isCancelled ? .trailing : .cancelled
    }
    return status(flow, place.row, [])
  }

  private func status(
    _ flow: ControlState, _ row: Int, _ attempts: [AttemptState]
  ) -> StageStatus {
    if flow.open.has(row) { return .open }
    switch attempts.last?.status {
    case .closed, .awaiting, .open: return flow.ended || flow.settled.has(row) ? .closed : .pending
    case .cancelled where !flow.passed.has(row): return .cancelled
    // Opened in vain: its owner skipped it, or confirmed what it had come to before.
    case .cancelled: return attempts.contains { $0.outcome != nil } ? .closed : .skipped
    case .invalidated: return flow.passed.has(row) ? .skipped : .invalidated
    case nil: break
    }
    if flow.passed.has(row) { return .skipped }
    // Where nothing opens any more, what never did is passed by.
    return flow.gone.has(row) || flow.ended ? .passedBy : .pending
  }
}
