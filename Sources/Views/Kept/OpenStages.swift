import Definitions
package import Lifecycle
import Located
import StageKit

/// What is open in each case: what the board is made of.
///
/// A row for each stage under way, with `stage`, `stage-owner`, `line` and its last day
/// (``LastDay``); a case without any has one row without these. Beside ``Row/init(_:of:)``:
/// `pipeline`, `status`, `version`, `replaced-by`, and `taking-part`, all who own something in the
/// case or owe something there.
package struct OpenStages: Gathering {
  package let name = "cases"

  package init() {}

  /// All who have a part in some case that was gathered.
  package static func takingPart(in rows: [Row]) -> Set<String> {
    Set(rows.flatMap { $0["taking-part"].bodies.map(\.id) })
  }

  package func rows(of product: ProductState) -> [Row] {
    product.cases.flatMap { one -> [Row] in
      let status = one.status
      let version = product.version(of: one.id)
      let place = Row(one, of: product).with([
        "pipeline": .choice(one.definition.reference, one.definition.title),
        "status": .choice(status.rawValue, status.label),
        "version": (version?.status).map { .choice($0.rawValue, $0.label) } ?? .none,
        "replaced-by": Cell(version?.replacedBy), "taking-part": Cell(one.takingPart),
      ])
      let open = one.definition.stages.indices.filter { one.isUnderWay($0) }
      return open.isEmpty ? [place] : open.map { place.with(one.openStage($0)) }
    }
  }
}

extension CaseState {
  // A run that trails is no business of the board's: it blocks nothing and is in the matrix.
  fileprivate func isUnderWay(_ stage: Int) -> Bool {
    shownStatus(of: stage) == .open && (run(of: stage).map { !runs[$0].isTrailing } ?? true)
  }

  fileprivate func openStage(_ index: Int) -> Row {
    let stage = definition.stages[index]
    var row: Row = ["stage": .choice(stage.id, stage.title)]
    let last: LastDay?
    if let run = run(of: index), let place = place(of: index).lane {
      row["stage-owner"] = Cell(Body(stringLiteral: acting(stage.owner ?? "lane")))
      row["line"] = Cell(runs[run].line(at: place))
      last = .nearest(
        runs[run].lanes.compactMap { $0.attempts[place].last }.filter(\.isOpen)
          .compactMap { LastDay($0) })
    } else {
      let attempt = attempts[index].last
      row["stage-owner"] = Cell(attempt?.opening.owner ?? Body(stringLiteral: owner))
      row["line"] = Cell(attempt?.line)
      last = attempt.flatMap { LastDay($0) }
    }
    return last.map { row.with($0.row) } ?? row
  }

  fileprivate var takingPart: [Body] {
    var bodies = [Body(stringLiteral: owner)] + roles.map { Body(stringLiteral: $0.to) }
    for (spot, attempt) in openAttempts {
      bodies.append(attempt.opening.owner)
      if let lane = spot.lane { bodies.append(Body(stringLiteral: lane)) }
      bodies += owed(at: spot).map(\.body)
    }
    return bodies.unique
  }

  /// A role's body, else the word itself: a body, a set, or each lane's member.
  func acting(_ word: String) -> String { role(word) ?? word }
}

extension AttemptState {
  /// A line about it: what the stage says, or from when its version will apply.
  var line: Text? {
    if case .awaiting(_, let day) = status {
      return Phrase.applies(from: day)
    }
    return attempt.summary.line
  }
}
