package import Canonical
package import CivilTime
import Definitions
package import Lifecycle
package import Located
import StageKit

/// The board: every case, what is open in it, who owns it and when it is due.
package struct Board: View {
  /// A stage under way.
  package struct OpenStage: Sendable {
    package let id: String
    package let title: Text
    package let owner: String
    package let ownerName: Text
    /// The stage's own words for how far it has come; of a run, how many lanes are done.
    package let line: Text?
    /// The nearest last day in it.
    package let remaining: Remaining?
  }

  /// A case.
  package struct Row: Sendable {
    package let product: String
    package let caseID: String
    package let title: Text
    package let kind: String
    package let pipeline: String
    package let pipelineTitle: Text
    package let owner: String
    package let ownerName: Text
    package let status: CaseStatus
    package let version: VersionStatus?
    package let replacedBy: String?
    package let open: [OpenStage]

    /// The nearest last day of what is open.
    package var remaining: Remaining? {
      .nearest(open.compactMap(\.remaining))
    }

    /// What is told of a case in one word: its version's where the case itself is over or rests.
    package var standing: Text { .standing(status, version, replacedBy: replacedBy) }
  }

  /// Which cases to show; what is nil does not narrow.
  package struct Filter: Sendable {
    package var kind: String?
    /// A body that owns the case or something open in it, or owes something there.
    package var body: String?
    package var status: CaseStatus?
    package var version: VersionStatus?

    package init(
      kind: String? = nil, body: String? = nil, status: CaseStatus? = nil,
      version: VersionStatus? = nil
    ) {
      self.kind = kind
      self.body = body
      self.status = status
      self.version = version
    }
  }

  package let today: CivilDate
  /// The nearest last day first; those without one last, by id.
  package let rows: [Row]

  /// The cases of some products as they stand on a day.
  package init(
    _ products: [ProductState], names: Names, today: CivilDate, filter: Filter = Filter()
  ) {
    self.today = today
    let all = products.flatMap { product in
      product.cases.filter { filter.takes($0, product, names) }
        .map { Row($0, product, names, today) }
    }
    rows = all.filter { row in
      (filter.status.map { $0 == row.status } ?? true)
        && (filter.version.map { $0 == row.version } ?? true)
    }
    .sorted { a, b in
      let (first, second) = (a.runsOut, b.runsOut)
      return (first ?? .latest, first == nil ? 1 : 0, a.caseID)
        < (second ?? .latest, second == nil ? 1 : 0, b.caseID)
    }
  }
}

extension Board.Filter {
  fileprivate func takes(_ one: CaseState, _ product: ProductState, _ names: Names) -> Bool {
    if let kind, product.kind != kind { return false }
    guard let body else { return true }
    if one.owner == body || one.roles.contains(where: { $0.to == body }) { return true }
    return one.openAttempts.contains { spot, attempt in
      attempt.opening.owner.id == body || spot.lane == body
        || one.owed(at: spot).contains { $0.body.id == body }
    }
  }
}

extension Board.Row {
  fileprivate init(
    _ one: CaseState, _ product: ProductState, _ names: Names, _ today: CivilDate
  ) {
    self.product = product.stream
    caseID = one.id
    title = product.title
    kind = product.kind
    pipeline = one.definition.reference
    pipelineTitle = one.definition.title
    owner = one.owner
    ownerName = names(one.owner)
    status = one.status
    let version = product.version(of: one.id)
    self.version = version?.status
    replacedBy = version?.replacedBy
    open = one.definition.stages.indices.filter { one.isUnderWay($0) }.map { stage in
      Board.OpenStage(one, stage, names, today)
    }
  }
}

extension CaseState {
  // A run that trails is no business of the board's: it blocks nothing and is in the matrix.
  fileprivate func isUnderWay(_ stage: Int) -> Bool {
    shownStatus(of: stage) == .open && (run(of: stage).map { !runs[$0].isTrailing } ?? true)
  }
}

extension Board.OpenStage {
  fileprivate init(_ one: CaseState, _ index: Int, _ names: Names, _ today: CivilDate) {
    let stage = one.definition.stages[index]
    id = stage.id
    title = stage.title
    if let run = one.run(of: index), let row = one.place(of: index).lane {
      let lanes = one.runs[run].lanes
      let open = lanes.compactMap { $0.attempts[row].last }.filter(\.isOpen)
      owner = stage.owner.map { one.role($0) ?? $0 } ?? "lane"
      ownerName = names(stage.owner ?? "lane", in: one)
      line = one.runs[run].line(at: row)
      remaining = .nearest(open.compactMap { Remaining($0, today: today) })
    } else {
      let attempt = one.attempts[index].last
      owner = attempt?.opening.owner.id ?? one.owner
      ownerName = names(owner)
      line = attempt?.line
      remaining = attempt.flatMap { Remaining($0, today: today) }
    }
  }
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

// MARK: - Rendering

extension Board {
  package var page: Page {
    guard !rows.isEmpty else {
      return Page([.paragraph(Text(sv: "Inga ärenden.", en: "No cases."))])
    }
    return Page([
      .table(
        TextTable(
          [
            .init(Phrase.caseID, rigid: true), .init(Phrase.subject), .init(Phrase.stage),
            .init(Phrase.owner), .init(Phrase.lastDay, rigid: true), .init(Phrase.status),
          ],
          rows: rows.map { row in
            [
              Text(row.caseID),
              row.title, row.open.map(\.text).joined("\n"),
              row.nearest?.ownerName ?? row.ownerName,
              row.remaining?.short ?? Text(""), row.standing,
            ]
          }))
    ])
  }

  /// Keys: `today`; `cases`, each with `case`, `product`, `title`, `kind`, `pipeline`,
  /// `pipeline-title`, `owner`, `owner-name`, `status`, `version`, `replaced-by`, `deadline`
  /// (``Remaining``) and `open`: `stage`, `title`, `owner`, `owner-name`, `line`, `deadline`.
  package var json: Value {
    .record([
      "today": today.json,
      "cases": .list(
        rows.map { row in
          .record([
            "case": .text(row.caseID), "product": .text(row.product), "title": row.title.json,
            "kind": .text(row.kind), "pipeline": .text(row.pipeline),
            "pipeline-title": row.pipelineTitle.json, "owner": .text(row.owner),
            "owner-name": row.ownerName.json, "status": .text(row.status.rawValue),
            "version": row.version.map { .text($0.rawValue) },
            "replaced-by": row.replacedBy.map { .text($0) }, "deadline": row.remaining?.json,
            "open": .list(
              row.open.map { stage in
                .record([
                  "stage": .text(stage.id), "title": stage.title.json,
                  "owner": .text(stage.owner), "owner-name": stage.ownerName.json,
                  "line": stage.line?.json, "deadline": stage.remaining?.json,
                ])
              }),
          ])
        }),
    ])
  }
}

extension Board.Row {
  // By when something is to be done; what is decided and waits for its day is not.
  fileprivate var runsOut: CivilDate? {
    remaining.flatMap { $0.isRunning ? $0.lastDay.lastDay : nil }
  }

  // Who is to be asked: the owner of what is due first.
  fileprivate var nearest: Board.OpenStage? {
    open.first { $0.remaining != nil && $0.remaining == remaining } ?? open.first
  }
}

extension Board.OpenStage {
  fileprivate var text: Text {
    guard let line else { return title }
    return Text(sv: "\(title.sv): \(line.sv)", en: "\(title.en): \(line.en)")
  }
}
