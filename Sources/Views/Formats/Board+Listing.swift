import CivilTime
import Lifecycle
package import Located
import StageKit

// The views that have a page of their own, as one table for a spreadsheet.

extension Board: Tabular {
  package var heading: Text { Text(sv: "Ärenden den \(today)", en: "Cases on \(today)") }

  /// A row for each case.
  package var listing: Listing {
    var listing = Listing(
      key: "cases", title: heading, today: today,
      columns: [
        .init("case", Phrase.caseID), .init("title", Phrase.subject),
        .init("kind", Text(sv: "Typ", en: "Kind")), .init("pipeline", Phrase.pipeline),
        .init("stage", Phrase.stage), .init("owner", Phrase.owner),
        .init("last-day", Phrase.lastDay), .init("days-left", Phrase.daysLeftCounted),
        .init("status", Phrase.status),
      ],
      lines: rows.map { row in
        Listing.Line(
          cells: [
            .said(Text(row.caseID)), .said(row.title), .said(Phrase.productKind(row.kind)),
            .said(row.pipelineTitle), .said(row.open.map(\.title).listed),
            .body(row.owner, row.ownerName), .day(row.remaining?.lastDay), .daysLeft(row.remaining),
            .said(row.standing),
          ], mark: row.remaining?.isOverdue ?? false ? .overdue : nil)
      })
    listing.counting = .init(
      by: "pipeline",
      narrowing: Text(
        sv: "stafett cases --for GRUPP, --kind TYP", en: "stafett cases --for BODY, --kind KIND"))
    return listing
  }
}

extension DueList: Tabular {
  package var heading: Text { Text(sv: "Att göra den \(today)", en: "To do on \(today)") }

  /// A row for each thing that a body owes.
  package var listing: Listing {
    var listing = Listing(
      key: "due", title: heading, today: today,
      columns: [
        .init("last-day", Phrase.lastDay), .init("days-left", Phrase.daysLeftCounted),
        .init("body", Text(sv: "Vem", en: "Who")), .init("act", Text(sv: "Att göra", en: "To do")),
        .init("what", Text(sv: "Vad", en: "What")), .init("case", Phrase.caseID),
        .init("title", Phrase.subject), .init("stage", Phrase.stage),
        .init("lane", Text(sv: "För", en: "For")),
      ],
      lines: items.map { item in
        Listing.Line(
          cells: [
            .day(item.remaining.lastDay), .daysLeft(item.remaining),
            .body(item.body, item.bodyName),
            .said(item.actTitle), .said(item.what), .said(Text(item.caseID)), .said(item.title),
            .said(item.stageTitle), .body(item.spot.lane, item.laneName),
          ], mark: item.remaining.isOverdue ? .overdue : nil)
      })
    listing.counting = .init(
      by: "body",
      narrowing: Text(
        sv: "stafett due --for GRUPP, --person ORD, --within DAGAR",
        en: "stafett due --for BODY, --person WORD, --within DAYS"))
    return listing
  }
}

extension Matrix: Tabular {
  package var heading: Text {
    Text(sv: "Läget region för region", en: "Region by region")
  }

  /// A row for each member in each stage, since a spreadsheet turns rows into columns by itself.
  package var listing: Listing {
    Listing(
      key: "matrix", title: heading, today: today,
      columns: [
        .init("member", Phrase.region), .init("case", Phrase.caseID),
        .init("title", Phrase.subject), .init("stage", Phrase.stage),
        .init("status", Phrase.status), .init("line", Text(sv: "Mer", en: "More")),
        .init("reported-by", Phrase.reportedBy), .init("on", Phrase.day),
        .init("days", Phrase.daysFromVersion), .init("departs", Text(sv: "Avviker", en: "Departs")),
        .init("source", Phrase.source),
      ],
      lines: rows.flatMap { row in
        zip(columns, row.cells).compactMap { column, cell in
          cell.map { cell in
            Listing.Line(
              cells: [
                .body(row.member, row.name), .said(Text(column.caseID)), .said(column.title),
                .said(column.stageTitle),
                Told(
                  cell: .choice(cell.outcome ?? cell.status.rawValue, cell.word), text: cell.word),
                .said(cell.line), .body(cell.reportedBy, cell.reportedByName),
                .day(cell.on),
                .count(cell.days),
                .said(cell.departs ? Text(sv: "Ja", en: "Yes") : nil),
                .said(cell.source.map { Text($0) }),
              ], mark: nil)
          }
        }
      })
  }
}

extension Told {
  fileprivate static func said(_ text: Text?) -> Told {
    Told(cell: Cell(text), text: text ?? Text(""))
  }

  fileprivate static func body(_ id: String?, _ name: Text?) -> Told {
    Told(cell: Cell(id.map { Body(stringLiteral: $0) }), text: name ?? Text(""))
  }

  fileprivate static func day(_ date: CivilDate?) -> Told {
    Told(cell: Cell(date), text: Text(date?.description ?? ""))
  }

  fileprivate static func daysLeft(_ remaining: Remaining?) -> Told {
    .count(remaining.flatMap { $0.isRunning ? $0.days : nil })
  }

  fileprivate static func count(_ number: Int?) -> Told {
    Told(cell: Cell(number), text: number?.written ?? Text(""))
  }
}
