import CivilTime
import Definitions
package import Lifecycle
import Located
import StageKit

/// What each member of each run has come to: what the matrix is made of.
///
/// A row for each member in each stage of a run that was drawn, with `stage`, `region`, and what
/// ``Matrix/Cell`` tells: `status`, `outcome`, `line`, `reported-by`, `on`, `source`, and `adopted`, the
/// day of the national version, with `departs`. A stage without members has one row without a region.
package struct LaneStands: Gathering {
  package let name = "matrix"

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    product.cases.flatMap { rows(of: $0, product) }
  }

  func rows(of one: CaseState, _ product: ProductState) -> [Row] {
    one.definition.stages.indices.flatMap { index -> [Row] in
      guard let number = one.run(of: index), let row = one.place(of: index).lane,
        one.runs[number].draws > 0
      else { return [] }
      let (run, stage) = (one.runs[number], one.definition.stages[index])
      let place = Row(one, of: product).with(["stage": .choice(stage.id, stage.title)])
      guard !run.lanes.isEmpty else { return [place] }
      let holding = product.holding(in: one)?.appliesFrom
      return run.lanes.map { place.with(stand(of: $0, row, in: run, stage, holding)) }
    }
  }

  private func stand(
    of lane: LaneState, _ row: Int, in run: RunState, _ stage: StageDefinition,
    _ holding: CivilDate?
  ) -> Row {
    let isReached =
      lane.flow.ended || lane.flow.settled.has(row) || lane.flow.open.has(row)
    let attempt = isReached ? lane.standing(at: row) : nil
    let hasReport = (attempt?.actsThatCount ?? 0) > 0
    let summary = attempt?.attempt.summary
    let status = status(lane, row, run, attempt, hasReport: hasReport)
    let isSkipped = isReached && attempt == nil
    let own = hasReport && status != .cancelled ? summary?.standing : nil
    let word =
      attempt?.outcomeTitle(stage) ?? own
      ?? (isSkipped ? StageStatus.skipped.label : status.label)
    return [
      "region": Cell(Body(stringLiteral: lane.body)), "status": .choice(status.rawValue, word),
      "outcome": Cell(attempt?.standingOutcome), "line": Cell(hasReport ? summary?.line : nil),
      "reported-by": Cell(hasReport ? attempt?.lastBy : nil),
      "on": Cell(hasReport ? attempt?.lastOn : nil),
      "source": Cell(hasReport ? summary?.source : nil),
      "adopted": Cell(attempt?.adopted ?? holding),
      "departs": attempt?.deviation ?? .none,
    ]
  }

  /// Days from the national version to the outcome; while only something was reported, to a day.
  ///
  /// What is known only by month is not counted, nor what was said before the version was there.
  static func days(_ row: Row, until today: CivilDate) -> Int? {
    guard row["on"].isKnown else { return nil }
    let last = row["outcome"].isKnown ? row["on"] : Cell(today)
    return row["adopted"].days(until: last).flatMap { $0 < 0 ? nil : $0 }
  }

  private func status(
    _ lane: LaneState, _ row: Int, _ run: RunState, _ attempt: AttemptState?, hasReport: Bool
  ) -> LaneState.Status {
    switch attempt?.status {
    case .closed: return .done
    case .cancelled: return .cancelled
    case .open, .awaiting:
      if run.isCancelled { return .cancelled }
      if run.isTrailing { return hasReport ? .trailing : .unknown }
      return hasReport ? .open : .waiting
    case .invalidated, nil:
      if lane.isDone, lane.flow.settled.has(row) || lane.flow.ended {
        return run.isTrailing && !lane.hasReport ? .unknown : .done
      }
      return run.isCancelled ? .cancelled : run.isTrailing ? .unknown : .waiting
    }
  }
}
