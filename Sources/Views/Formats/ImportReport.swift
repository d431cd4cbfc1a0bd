package import CivilTime
package import Located
import StageKit

/// What became of each row of the files that were to be taken in.
package struct ImportReport: Sendable {
  /// What became of a row.
  package enum Fate: String, Sendable, CaseIterable {
    case opened, registered
    case wouldOpen = "would-open"
    case wouldRegister = "would-register"
    case unchanged, known, differs, withheld, refused

    package var label: Text {
      switch self {
      case .opened: Text(sv: "Ärende startat", en: "Case opened")
      case .registered: Text(sv: "Registrerat", en: "Registered")
      case .wouldOpen: Text(sv: "Ärende startas", en: "Case would be opened")
      case .wouldRegister: Text(sv: "Registreras", en: "Would be registered")
      case .unchanged: Text(sv: "Ändrar inget", en: "Changes nothing")
      case .known: Text(sv: "Finns redan", en: "Already there")
      case .differs: Text(sv: "Skiljer sig", en: "Differs")
      case .withheld: Text(sv: "Väntar", en: "Withheld")
      case .refused: Text(sv: "Kan inte tas in", en: "Refused")
      }
    }
  }

  /// Some rows that belong together, and what became of them.
  package struct Row: Sendable {
    package let file: String
    /// `5–9, 12`; empty where it is about the whole file.
    package let lines: String
    /// The column that is wrong, as letters; empty where it is about no single one.
    package let column: String
    /// What it is about, as a person knows it.
    package let name: Text
    package let fate: Fate
    package let caseID: String
    package let why: Text
    package let help: Text

    package init(
      file: String, lines: String, column: String = "", name: Text, fate: Fate,
      caseID: String = "", why: Text = Text(""), help: Text = Text("")
    ) {
      self.file = file
      self.lines = lines
      self.column = column
      self.name = name
      self.fate = fate
      self.caseID = caseID
      self.why = why
      self.help = help
    }
  }

  package let rows: [Row]
  /// What else is to be known: blank rows, merged cells.
  package let remarks: [Text]
  package let isDryRun: Bool
  package let today: CivilDate

  package init(rows: [Row], remarks: [Text], isDryRun: Bool, today: CivilDate) {
    self.rows = rows
    self.remarks = remarks
    self.isDryRun = isDryRun
    self.today = today
  }

  /// How many rows came to each fate, those of no row left out; one with several faults is one.
  package var totals: [(fate: Fate, count: Int)] {
    Fate.allCases.map { fate in
      (fate, Set(rows.filter { $0.fate == fate }.map { [$0.file, $0.lines] }).count)
    }.filter { $0.1 > 0 }
  }

  /// The report as one table.
  package var listing: Listing {
    let isOfMany = Set(rows.map(\.file)).count > 1
    let columns: [Listing.Column] =
      (isOfMany ? [.init("file", sv: "Fil", en: "File")] : []) + [
        .init("rows", sv: "Rad", en: "Row"), .init("column", sv: "Kolumn", en: "Column"),
        .init("about", sv: "Avser", en: "About"), .init("fate", sv: "Resultat", en: "Fate"),
        .init("case", sv: "Ärende", en: "Case"), .init("why", sv: "Varför", en: "Why"),
        .init("help", sv: "Gör så här", en: "What to do"),
      ]
    let lines = rows.map { row in
      let texts =
        (isOfMany ? [Text(row.file)] : []) + [
          Text(row.lines), Text(row.column), row.name, row.fate.label, Text(row.caseID),
          row.why, row.help,
        ]
      return Listing.Line(
        cells: texts.enumerated().map { place, text in
          let cell: Cell =
            switch columns[place].key {
            case "fate": .choice(row.fate.rawValue, text)
            case "rows": Int(text.sv).map { .whole($0) } ?? .text(text)
            default: text.sv.isEmpty ? .none : .text(text)
            }
          return Told(cell: cell, text: text)
        }, mark: nil)
    }
    var listing = Listing(
      key: "import",
      title: isDryRun
        ? Text(sv: "Provinläsning: inget är skrivet", en: "Dry run: nothing was written")
        : Text(sv: "Inläsning", en: "Import"), today: today, columns: columns, lines: lines)
    let counts = totals.map { fate, count in
      Text(sv: "\(fate.label.sv): \(count)", en: "\(fate.label.en): \(count)")
    }
    let sum = Text(
      sv: counts.map(\.sv).joined(separator: " · "), en: counts.map(\.en).joined(separator: " · "))
    listing.top = [sum].filter { !$0.sv.isEmpty } + remarks
    listing.whenEmpty = Text(sv: "Inga rader att ta in.", en: "No rows to take in.")
    return listing
  }
}
