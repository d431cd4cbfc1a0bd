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

  /// Whether the case is as a condition of a stage asks.
  func holds(_ condition: StageDefinition.Condition) -> Bool {
    input(condition.input).map(condition.values.contains) ?? false
  }

  /// Whether another way of working had left the stage when the case was taken over.
  func wasDoneBefore(_ stage: Int) -> Bool {
    guard let taken = atStage.flatMap({ definition.stage($0) }), stage < taken,
      definition.stages[stage].conditions.allSatisfy(holds)
    else { return false }
    switch status(of: stage) {
    case .skipped: return attempts(at: stage).isEmpty
    case .closed: return run(of: stage) == nil && attempts(at: stage).isEmpty
    default: return false
    }
  }

  /// How far a stage has come, as a person sees it.
  ///
  /// Of a run under way each stage is told by how far its lanes are; and what a case that is over
  /// never came to is no longer to come.
  func shownStatus(of stage: Int) -> StageStatus {
    let status = status(of: stage)
    if status == .pending, closed != nil { return .passedBy }
    guard status == .open, let run = run(of: stage) else { return status }
    let all = runs[run].lanes.map { self.status(of: stage, lane: $0.body) }
    if all.contains(.open) { return .open }
    let hasCome = all.contains(.closed)
    if all.contains(.pending) || all.contains(.invalidated) { return hasCome ? .open : .pending }
    return hasCome ? .closed : .skipped
  }
}

extension Text {
  /// What is told of a case in one word: its version's where the case itself is over or rests.
  static func standing(
    _ status: CaseStatus, _ version: VersionStatus?, replacedBy: String?
  ) -> Text {
    switch (status, version) {
    case (.open, _), (.cancelled, _), (_, nil): status.label
    case (_, .superseded?): Phrase.superseded(by: replacedBy ?? "")
    case (_, let version?): version.label
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

extension LaneState {
  /// The attempt that tells where the member stands in a stage: one that was opened anew and
  /// cancelled, since what was there before was confirmed, says nothing.
  func standing(at row: Int) -> AttemptState? {
    guard let last = attempts[row].last, last.status == .cancelled else {
      return attempts[row].last
    }
    return attempts[row].last { $0.isClosed } ?? last
  }
}

extension RunState {
  /// How many members are done with a stage.
  func closed(at row: Int) -> Int {
    lanes.count { $0.standing(at: row)?.isClosed ?? false }
  }

  /// How many members are done with a stage, as a line.
  func line(at row: Int) -> Text {
    Text(
      sv: "\(closed(at: row)) av \(lanes.count) klara",
      en: "\(closed(at: row)) of \(lanes.count) done")
  }
}

extension AttemptState {
  /// The outcome that stands; nil while there is none, and when it counts no more.
  var standingOutcome: String? {
    switch status {
    case .closed, .awaiting: outcome
    case .open, .invalidated, .cancelled: nil
    }
  }

  /// Its result in words: the stage's own word where it has one.
  func outcomeTitle(_ stage: StageDefinition) -> Text? {
    standingOutcome.map { name in
      attempt.summary.standing ?? stage.outcome(name)?.title ?? Text(name)
    }
  }
}
