package import Canonical
package import CivilTime
import Definitions
package import Lifecycle
package import Located
import Register
import StageKit

/// What is due within some days, or overdue: who owes which act, where, until when.
package struct DueList: View {
  /// Something that a body owes.
  package struct Item: Sendable {
    package let body: String
    package let bodyName: Text
    /// In whose hands it is, by name where that is kept.
    package let assigned: String?
    package let product: String
    package let caseID: String
    package let title: Text
    package let spot: Spot
    package let stageTitle: Text
    /// The member whose lane it is in.
    package let laneName: Text?
    /// The act; nil where the stage does not say which.
    package let act: String?
    package let actTitle: Text
    /// What more there is to say: "5 synpunkter".
    package let what: Text?
    /// Where the document is that it is about, as far as that is told.
    package let foundAt: String?
    package let remaining: Remaining
    /// The case has gone on without it.
    package let isTrailing: Bool
  }

  package let today: CivilDate
  /// Days ahead that it looks.
  package let within: Int
  /// The nearest last day first; then by case, stage, lane and body as they stand.
  package let items: [Item]

  /// Whether something is overdue.
  package var hasOverdue: Bool { items.contains { $0.remaining.isOverdue } }

  /// What is due in some products; for a body, also what it may do for another (a group that acts
  /// for its region).
  package init(
    _ products: [ProductState], names: Names, today: CivilDate, within days: Int,
    body: String? = nil
  ) {
    self.init(
      products.flatMap(OwedActs().rows), names: names, today: today, within: days, body: body)
  }

  /// The same of what ``OwedActs`` gathered before; for a person, what is in their hands.
  package init(
    _ gathered: [Row], names: Names, today: CivilDate, within days: Int, body: String? = nil,
    person: String? = nil
  ) {
    self.today = today
    within = days
    let items = gathered.compactMap { row -> Item? in
      // Most of what a country owes is far ahead, and is told by its day alone.
      guard let day = row["last-day"].date, today.days(until: day.lastDay) <= days,
        let last = LastDay(row)
      else { return nil }
      if let body, !names.organisation.canAct(body, for: row.id("body"), on: today) { return nil }
      if let person, row["assigned"].word != person { return nil }
      return Item(row, Remaining(last, today: today), names)
    }
    let lastDays = items.map { $0.remaining.lastDay.lastDay }
    self.items = items.indices.sorted { (lastDays[$0], $0) < (lastDays[$1], $1) }
      .map { items[$0] }
  }
}

extension DueList.Item {
  fileprivate init(_ row: Row, _ remaining: Remaining, _ names: Names) {
    body = row.id("body")
    bodyName = names(body)
    assigned = row["assigned"].word.map(names.person)
    product = row.id("product")
    caseID = row.id("case")
    title = row.text("title")
    let lane = row["lane"].word
    spot = Spot(row.id("stage"), lane: lane)
    stageTitle = row.text("stage")
    laneName = lane.map { names($0) }
    act = row["act"].word
    actTitle = row["act"].words ?? stageTitle
    what = row["what"].words.map(names.naming)
    foundAt = row["found-at"].words?.sv
    self.remaining = remaining
    isTrailing = row["is-trailing"].isKnown
  }
}

// MARK: - Rendering

extension DueList {
  package var page: Page {
    guard !items.isEmpty else {
      return Page([
        .paragraph(
          Text(
            sv: "Inget att göra de närmaste \(within) dagarna.",
            en: "Nothing is due within \(within) days."))
      ])
    }
    guard items.count <= Listing.most else { return listing.page }
    let table = TextTable(
      [
        .init(Phrase.lastDay, rigid: true), .init(Text(sv: "Vem", en: "Who")),
        .init(Text(sv: "Att göra", en: "To do")), .init(Phrase.subject),
        .init(Phrase.caseID, rigid: true), .init(Phrase.stage),
      ],
      rows: together.map { items in
        let item = items[0]
        return [
          item.remaining.short, items.map(\.who).listedBriefly, item.todo, item.title,
          Text(item.caseID), item.place,
        ]
      })
    return Page([.table(table)])
  }

  // The same thing that many owe by the same day is one row.
  private var together: [[Item]] {
    var rows: [[Item]] = []
    for item in items {
      if let last = rows.last?.first, last.isSameDuty(as: item) {
        rows[rows.count - 1].append(item)
      } else {
        rows.append([item])
      }
    }
    return rows
  }

  /// Keys: `today`, `within-days`, `overdue` (whether anything is); `items`, each with `body`,
  /// `body-name`, `assigned`, `case`, `product`, `title`, `stage`, `stage-title`, `lane`, `lane-name`, `act`,
  /// `act-title`, `what`, `found-at`, `deadline` (``Remaining``), `trailing`.
  package var json: Value {
    .record([
      "today": today.json, "within-days": .whole(within), "overdue": .flag(hasOverdue),
      "items": .list(
        items.map { item in
          .record([
            "body": .text(item.body), "body-name": item.bodyName.json,
            "assigned": item.assigned.map { .text($0) },
            "case": .text(item.caseID), "product": .text(item.product), "title": item.title.json,
            "stage": .text(item.spot.stage), "stage-title": item.stageTitle.json,
            "lane": item.spot.lane.map { .text($0) }, "lane-name": item.laneName?.json,
            "act": item.act.map { .text($0) }, "act-title": item.actTitle.json,
            "what": item.what?.json, "found-at": item.foundAt.map { .text($0) },
            "deadline": item.remaining.json,
            "trailing": .flag(item.isTrailing),
          ])
        }),
    ])
  }
}

extension DueList.Item {
  fileprivate func isSameDuty(as other: DueList.Item) -> Bool {
    caseID == other.caseID && spot.stage == other.spot.stage && act == other.act
      && what == other.what && remaining.lastDay == other.remaining.lastDay
      && (spot.lane == nil) == (other.spot.lane == nil)
  }

  fileprivate var who: Text {
    guard let assigned else { return bodyName }
    return Text(
      sv: "\(bodyName.sv), handläggs av \(assigned)", en: "\(bodyName.en), handled by \(assigned)")
  }

  /// The act, and what of it: "Hantera synpunkter: 5 synpunkter".
  package var todo: Text { actTitle.with(what) }

  fileprivate var place: Text {
    guard let laneName, spot.lane != body else { return stageTitle }
    return Text(
      sv: "\(stageTitle.sv), \(laneName.sv)", en: "\(stageTitle.en), \(laneName.en)")
  }
}
