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
    package let remaining: Remaining?

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
    self.init(
      products.flatMap(OpenStages().rows), names: names, today: today, filter: filter)
  }

  /// The same of what ``OpenStages`` gathered before.
  package init(
    _ gathered: [Views.Row], names: Names, today: CivilDate, filter: Filter = Filter()
  ) {
    self.today = today
    rows = gathered.filter(filter.takes).grouped(by: "case").map { Row($0.rows, names, today) }
      .sorted { a, b in
        let (first, second) = (a.runsOut, b.runsOut)
        return (first ?? .latest, first == nil ? 1 : 0, a.caseID)
          < (second ?? .latest, second == nil ? 1 : 0, b.caseID)
      }
  }
}

extension Board.Filter {
  fileprivate func takes(_ row: Row) -> Bool {
    (kind.map { $0 == row["kind"].word } ?? true)
      && (body.map { body in row["taking-part"].bodies.contains { $0.id == body } } ?? true)
      && (status.map { $0.rawValue == row["status"].word } ?? true)
      && (version.map { $0.rawValue == row["version"].word } ?? true)
  }
}

extension Board.Row {
  fileprivate init(_ rows: [Row], _ names: Names, _ today: CivilDate) {
    let one = rows[0]
    product = one.id("product")
    caseID = one.id("case")
    title = one.text("title")
    kind = one.id("kind")
    pipeline = one.id("pipeline")
    pipelineTitle = one.text("pipeline")
    owner = one.id("owner")
    ownerName = names(owner)
    status = CaseStatus(rawValue: one.id("status")) ?? .open
    version = VersionStatus(rawValue: one.id("version"))
    replacedBy = one["replaced-by"].word
    let stages = rows.filter { $0.has("stage") }
    open = stages.map { Board.OpenStage($0, names, today) }
    remaining = LastDay?.nearest(stages.compactMap { LastDay($0) })
      .map { Remaining($0, today: today) }
  }
}

extension Board.OpenStage {
  fileprivate init(_ row: Row, _ names: Names, _ today: CivilDate) {
    id = row.id("stage")
    title = row.text("stage")
    owner = row.id("stage-owner")
    ownerName = names.acting(owner)
    line = row["line"].words
    remaining = LastDay(row).map { Remaining($0, today: today) }
  }
}

// MARK: - Rendering

extension Board {
  package var page: Page {
    guard !rows.isEmpty else {
      return Page([.paragraph(Text(sv: "Inga ärenden.", en: "No cases."))])
    }
    guard rows.count <= Listing.most else { return listing.page }
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
    title.with(line)
  }
}
