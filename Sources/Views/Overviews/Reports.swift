import Definitions
package import Lifecycle
package import Located
import CivilTime
import StageKit

/// Reports back as they were agreed: those that came, those that are late, and to whom they go.
package struct Reports: Overview {
  package let name = "reports"
  package let title = Text(sv: "Återrapportering", en: "Reports back")
  package let help = Text(
    sv:
      "Överenskomna rapporter: vem som rapporterar till vem och vidare uppåt, och vilka som saknas.",
    en: "Agreed reports: who reports to whom and further up, and which are missing.")
  package let options: [Query.Option] = [.body, .region, .area, .year, .within, .cases]
  package let columns: [Listing.Column] = [
    .init("due", Text(sv: "Senast", en: "Due")),
    .init("from", Text(sv: "Från", en: "From")), .init("to", Text(sv: "Till", en: "To")),
    .init("further", Text(sv: "Vidare uppåt", en: "Further up")),
    .init("title", Phrase.subject), .init("period", Text(sv: "Period", en: "Period")),
    .init("received", Text(sv: "Inkom", en: "Received")),
    .init("status", Text(sv: "Rapport", en: "Report")), .init("state", Phrase.status),
  ]

  package init() {}

  package func rows(of product: ProductState) -> [Row] {
    // Every occurrence of what returns, and not the latest alone.
    product.cases.flatMap { one in
      zip(one.definition.stages, one.attempts).flatMap { stage, attempts in
        attempts.filter(\.counts).compactMap { attempt -> Row? in
          let table = attempt.attempt.summary.tables.first { $0.key == "reports" }
          guard table != nil || stage.isOwedReport(in: attempt) else { return nil }
          let told = table.flatMap { table in table.rows.last.map { Row($0, of: table) } } ?? [:]
          var row = Row(one, Spot(stage.id), attempt, of: product).with(told)
          let due = attempt.deadline?.closes
          row["due"] = Cell(due)
          row["year"] = Cell(due?.year)
          row["from"] = Cell(attempt.opening.owner)
          // It is asked for by who reports and by who is reported to.
          row["body"] = Cell([attempt.opening.owner] + row["to"].bodies)
          if let region = one.input("region") { row["region"] = Cell(Body(stringLiteral: region)) }
          return row
        }
      }
    }
  }

  package func show(_ rows: [Row], in world: World) -> Listing {
    let shown = rows.map { row -> Row in
      var row = row
      row["state"] = Self.state(row, world.today)
      let body = row["to"].body ?? row["from"].body
      let above = body.map { world.wholes(of: $0.id).dropFirst() } ?? []
      row["further"] = Cell(above.map { Body(stringLiteral: $0) })
      return row
    }.sorted(in: world, by: "due", "from")
    func count(_ word: String) -> Int { shown.count { $0["state"].word == word } }
    let (came, awaited) = (count("received") + count("late"), count("awaited"))
    var listing = listing(
      shown, in: world,
      top: [
        Text(
          sv: "\(came) \(came == 1 ? "inkommen" : "inkomna"), \(Text.overdue(count("overdue"))), "
            + "\(awaited) \(awaited == 1 ? "väntad" : "väntade")",
          en: "\(came) received, \(count("overdue")) overdue, \(awaited) awaited")
      ]
    ) { $0["state"].word == "overdue" ? .overdue : nil }
    listing.whenEmpty = Text(sv: "Inga rapporter.", en: "No reports.")
    return listing
  }

  // A month that holds the last day may have been in time.
  private static func state(_ row: Row, _ today: CivilDate) -> Cell {
    let due = row["due"].date
    guard let received = row["received"].date else {
      guard let due, due.lastDay < today else {
        return .choice("awaited", Text(sv: "Väntad", en: "Awaited"))
      }
      return .choice("overdue", Phrase.overdue(due.lastDay.days(until: today)))
    }
    return due.map { $0.lastDay < received.firstDay } ?? false
      ? .choice("late", Text(sv: "Sent inkommen", en: "Late"))
      : .choice("received", Text(sv: "Inkommen", en: "Received"))
  }
}

extension StageDefinition {
  /// Whether it returns at an interval and now waits for a report.
  fileprivate func isOwedReport(in attempt: AttemptState) -> Bool {
    form.every != nil && attempt.isOpen && attempt.attempt.owes.contains { $0.act == "report" }
  }
}
