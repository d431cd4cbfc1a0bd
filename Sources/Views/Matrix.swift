package import CivilTime
import Definitions
package import Lifecycle
package import Located
import StageKit

/// Members by stages: what each region has come to, who said so, when, and where it was found.
///
/// What nobody has told is unknown. It is never shown as a no, nor as undecided.
package struct Matrix: View {
  /// A stage of a run in a case.
  package struct Column: Sendable, Hashable {
    package let product: String
    package let title: Text
    package let caseID: String
    package let stage: String
    package let stageTitle: Text
  }

  /// What a member has come to in a stage.
  package struct Cell: Sendable, Hashable {
    /// The engine's word for it.
    package let status: LaneState.Status
    /// The outcome, once there is one.
    package let outcome: String?
    /// What a person sees: the stage's own word, or the label of the status.
    package let word: Text
    /// A line from the stage: "Infört på 14 av 29 vårdcentraler".
    package let line: Text?
    package let reportedBy: String?
    package let reportedByName: Text?
    package let on: CivilDate?
    /// Where the latest report was found, when the member did not tell it itself.
    package let source: String?

    /// Whether anybody has reported.
    package var hasReport: Bool { on != nil }
  }

  /// A member with a cell for each column; nil where it takes no part.
  package struct Row: Sendable, Hashable {
    package let member: String
    package let name: Text
    package let cells: [Cell?]
  }

  /// The day that it is seen from.
  package let today: CivilDate
  package let columns: [Column]
  /// In the order of the set; members that only a later case has come after.
  package let rows: [Row]

  /// The runs of some cases: of one case, of all cases of a product, of a kind.
  package init(_ cases: [(product: ProductState, one: CaseState)], names: Names) {
    var columns: [Column] = []
    var sources: [(CaseState, stage: Int, run: Int, row: Int)] = []
    var members: [String] = []
    for (product, one) in cases {
      for index in one.definition.stages.indices {
        guard let run = one.run(of: index), let row = one.place(of: index).lane,
          one.runs[run].draws > 0
        else { continue }
        let stage = one.definition.stages[index]
        columns.append(
          Column(
            product: product.stream, title: product.title, caseID: one.id, stage: stage.id,
            stageTitle: stage.title))
        sources.append((one, index, run, row))
        for lane in one.runs[run].lanes where !members.contains(lane.body) {
          members.append(lane.body)
        }
      }
    }
    today = names.on
    self.columns = columns
    rows = members.map { member in
      Row(
        member: member, name: names(member),
        cells: sources.map { one, stage, run, row in
          one.runs[run].lanes.first { $0.body == member }.map { lane in
            Cell(
              lane, row: row, in: one.runs[run], stage: one.definition.stages[stage], names)
          }
        })
    }
  }

  /// How many members have come to each word in a column, the most common first.
  package func counts(_ column: Int) -> [(word: Text, count: Int)] {
    var counts: [(word: Text, count: Int)] = []
    for cell in rows.compactMap({ $0.cells[column] }) {
      if let place = counts.firstIndex(where: { $0.word == cell.word }) {
        counts[place].count += 1
      } else {
        counts.append((cell.word, 1))
      }
    }
    return counts.enumerated()
      .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  /// The members that nobody has reported from in any column.
  package var silent: [Row] {
    rows.filter { row in !row.cells.contains { $0?.hasReport ?? false } }
  }
}

extension Matrix.Cell {
  fileprivate init(
    _ lane: LaneState, row: Int, in run: RunState, stage: StageDefinition, _ names: Names
  ) {
    let isReached =
      lane.flow.ended || lane.flow.settled.has(row) || lane.flow.open.has(row)
    let attempt = isReached ? lane.standing(at: row) : nil
    let hasReport = (attempt?.actsThatCount ?? 0) > 0
    let summary = attempt?.attempt.summary
    status = Self.status(lane, row, run, attempt, hasReport: hasReport)
    outcome = attempt?.standingOutcome
    let isSkipped = isReached && attempt == nil
    let own = hasReport && status != .cancelled ? summary?.standing : nil
    word =
      attempt?.outcomeTitle(stage) ?? own
      ?? (isSkipped ? StageStatus.skipped.label : status.label)
    line = hasReport ? summary?.line : nil
    reportedBy = hasReport ? attempt?.lastBy?.id : nil
    reportedByName = reportedBy.map { names($0) }
    on = hasReport ? attempt?.lastOn : nil
    source = hasReport ? summary?.source : nil
  }

  private static func status(
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
