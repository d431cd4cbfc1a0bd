package import CivilTime
import Definitions
package import StageKit

/// A day on which something is to happen by itself: a reminder, an escalation, a version in force.
package struct Timer: Sendable, Hashable {
  package static let inForce = "in-force"
  package static let escalate = "escalate"

  package let caseID: String
  package let spot: Spot
  package let attempt: Int
  /// `remind-1`, `remind-2`, …, `escalate`, `in-force`.
  package let rung: String
  package let due: CivilDate
  package let rule: String
  package let calendar: String

  /// Stable over time: `CASE/STAGE`, and the lane.
  package var id: String {
    "\(caseID)/\(spot.stage)" + (spot.lane.map { "/\($0)" } ?? "")
  }

  /// Whether both are rungs of one deadline.
  func hangsWith(_ other: Timer) -> Bool {
    caseID == other.caseID && spot == other.spot && attempt == other.attempt
      && (rung == Timer.inForce) == (other.rung == Timer.inForce)
  }
}

extension Engine {
  /// What will happen by itself, and when: a pure function of the state, the earliest first.
  package func agenda(_ state: ProductState) -> [Timer] {
    var timers: [Timer] = []
    for one in state.cases {
      for (spot, attempt) in one.openAttempts { timers += rungs(one.id, spot, attempt) }
    }
    return timers.sorted {
      ($0.due, $0.caseID, $0.spot.stage, $0.spot.lane ?? "", $0.rung)
        < ($1.due, $1.caseID, $1.spot.stage, $1.spot.lane ?? "", $1.rung)
    }
  }

  private func rungs(_ caseID: String, _ spot: Spot, _ attempt: AttemptState) -> [Timer] {
    if case .awaiting(_, let day) = attempt.status {
      return [
        Timer(
          caseID: caseID, spot: spot, attempt: attempt.number, rung: Timer.inForce, due: day,
          rule: "applies-from", calendar: "")
      ]
    }
    guard let deadline = attempt.deadline else { return [] }
    let done =
      attempt.fired.map { ($0.rung, $0.due) }
      + attempt.fired.flatMap { fired in
        fired.skipped.map { ($0, fired.due) }
      }
    var all = deadline.remind.enumerated().map { ("remind-\($0.offset + 1)", $0.element) }
    if let escalate = deadline.escalate { all.append((Timer.escalate, escalate)) }
    // An extension arms the rungs anew, on their new days; one that was fired stays fired.
    let latest = attempt.extensions.isEmpty ? nil : attempt.fired.map(\.due).max()
    return all.compactMap { rung, due in
      let wasFired =
        attempt.extensions.isEmpty
        ? done.contains { $0.0 == rung } : latest.map { due <= $0 } ?? false
      guard !wasFired else { return nil }
      return Timer(
        caseID: caseID, spot: spot, attempt: attempt.number, rung: rung, due: due,
        rule: deadline.rule, calendar: deadline.calendar)
    }
  }
}

extension CaseState {
  /// Who still owes what at a stage.
  ///
  /// What the owner owes, and the definition gives to another, is that one's. In a lane it stays the
  /// member's: others may report for it, and the stand is its own.
  package func owed(at spot: Spot) -> [Owed] {
    guard let stage = definition.stage(spot.stage),
      let last = attempts(at: stage, lane: spot.lane).last, last.isOpen
    else { return [] }
    return last.attempt.owes.flatMap { owed -> [Owed] in
      let takers = definition.stages[stage].takers.first { $0.act == owed.act }?.names ?? []
      guard spot.lane == nil, owed.body == last.opening.owner, !takers.isEmpty else {
        return [owed]
      }
      return takers.map { name in
        Owed(
          owed.act, by: Body(stringLiteral: role(name) ?? name), owed.what, titled: owed.title)
      }
    }
  }

  /// Every attempt that is under way, with its place; those of trailing lanes too.
  package var openAttempts: [(Spot, AttemptState)] {
    var all: [(Spot, AttemptState)] = []
    for (stage, attempts) in zip(definition.stages, attempts) {
      if let last = attempts.last, last.isOpen { all.append((Spot(stage.id), last)) }
    }
    for row in definition.table.rows {
      guard let run = row.run, isUnderWay(run) else { continue }
      for lane in runs[run].lanes {
        for (place, attempts) in lane.attempts.enumerated() {
          guard let last = attempts.last, last.isOpen else { continue }
          all.append(
            (Spot(definition.stages[row.stages.lowerBound + place].id, lane: lane.body), last))
        }
      }
    }
    return all
  }

  /// Whether its lanes report: the run is open, or has gone on without them.
  ///
  /// After a send-back they rest as they are until it is drawn again.
  func isUnderWay(_ run: Int) -> Bool {
    guard !runs[run].isCancelled else { return false }
    return runs[run].isTrailing
      || definition.table.rows.indices.contains {
        definition.table.rows[$0].run == run && flow.open.has($0)
      }
  }

  /// The latest attempt at a place, if it is open and under way.
  func attemptUnderWay(_ position: Position, _ spot: Spot) -> AttemptState? {
    if let lane = position.lane, !isUnderWay(lane.run) { return nil }
    guard let last = attempts(at: position.stage, lane: spot.lane).last, last.isOpen else {
      return nil
    }
    return last
  }
}
