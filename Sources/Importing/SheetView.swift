package import Located
import Sheets

/// The sheet of a file that a mapping is about, with its headings found.
struct SheetView {
  let file: String
  let sheet: Sheet
  let workbook: Workbook
  /// The place of the row of headings; nil where nothing is taken from columns.
  let heading: Int?
  private let columns: [String: Int]

  /// Finds the sheet and its headings.
  init(_ file: String, _ workbook: Workbook, _ mapping: Mapping) throws(ImportFault) {
    self.file = file
    self.workbook = workbook
    let wanted = mapping.headings
    if wanted.isEmpty {
      (sheet, heading, columns) = (workbook.sheets.first ?? Sheet(name: "", rows: []), nil, [:])
      return
    }
    var candidates = workbook.sheets
    // A text file is one table, and has no name for it.
    if let name = mapping.sheet, candidates.contains(where: { !$0.name.isEmpty }) {
      candidates = candidates.filter { $0.name.compared == name.compared }
      guard !candidates.isEmpty else {
        let names = workbook.sheets.map { "'\($0.name)'" }.joined(separator: ", ")
        throw ImportFault(
          "import/no-sheet", at: file, sv: "inget blad '\(name)', här finns \(names)",
          en: "no sheet '\(name)', there are \(names)")
      }
    }
    var best: (sheet: Sheet, row: Int, found: Int)?
    for sheet in candidates {
      let rows = mapping.heading.map { line in
        sheet.rows.indices.filter { sheet.rows[$0].line == line }
      }
      for row in rows ?? Array(sheet.rows.indices.prefix(60)) {
        let names = Set(sheet.rows[row].cells.map(\.text.compared))
        let found = wanted.count { $0.names.contains { names.contains($0.compared) } }
        if found > best?.found ?? -1 { best = (sheet, row, found) }
      }
    }
    guard let best else {
      throw ImportFault("import/empty", at: file, sv: "inga rader", en: "no rows")
    }
    let cells = best.sheet.rows[best.row].cells
    var columns: [String: Int] = [:]
    for (place, cell) in cells.enumerated() where columns[cell.text.compared] == nil {
      columns[cell.text.compared] = place
    }
    (sheet, heading, self.columns) = (best.sheet, best.row, columns)
    try refusePatientData(in: cells)
    let missing = wanted.filter { names, _ in !names.contains { columns[$0.compared] != nil } }
      .map { $0.names[0] }
    guard let first = missing.first else { return }
    let told = missing.indices.filter { !missing[..<$0].contains(missing[$0]) }.map { missing[$0] }
    let known = cells.map(\.text.tidy).filter { !$0.isEmpty }
    let near = nearest(to: first, among: known)
    throw ImportFault(
      "import/no-column", at: "\(file):\(sheet.rows[best.row].line)",
      sv: told.map { "ingen kolumn '\($0)'" }.joined(separator: ", ")
        + (near.map { ", menar du '\($0)'?" } ?? "; rubrikerna är \(known.joined(separator: ", "))"),
      en: told.map { "no column '\($0)'" }.joined(separator: ", ")
        + (near.map { ", did you mean '\($0)'?" }
          ?? "; the headings are \(known.joined(separator: ", "))"))
  }

  private func refusePatientData(in cells: [SheetCell]) throws(ImportFault) {
    guard let place = cells.firstIndex(where: { PatientData.isNamed(by: $0.text) }) else { return }
    let (name, letters) = (cells[place].text.tidy, CellName.letters(place + 1))
    throw ImportFault(
      "import/patient-data", at: "\(file), \(letters)",
      sv:
        "kolumnen '\(name)' är patientuppgifter, som aldrig tas in här: ta bort den och försök igen",
      en:
        "the column '\(name)' is patient data, which is never taken in here: remove it and try again"
    )
  }

  /// The rows below the headings.
  var body: ArraySlice<SheetRow> { heading.map { sheet.rows[($0 + 1)...] } ?? [] }

  /// Whether a row repeats the headings, as a printed page does.
  func isHeading(_ row: SheetRow) -> Bool {
    guard let heading else { return false }
    let headings = sheet.rows[heading].cells
    let said = row.cells.indices.filter { !row.cells[$0].isRepeated && !row.cells[$0].text.isEmpty }
    return said.count > 1
      && said.allSatisfy {
        $0 < headings.count && row.cells[$0].text.compared == headings[$0].text.compared
      }
  }

  /// What a row says under the first heading that the sheet has of some.
  func cell(_ names: [String], in row: SheetRow) -> Written? {
    guard let place = names.lazy.compactMap({ columns[$0.compared] }).first,
      place < row.cells.count
    else { return nil }
    return Written(
      text: row.cells[place].text, mark: Mark(line: row.line, column: row.cells[place].column),
      column: place + 1, isRepeated: row.cells[place].isRepeated)
  }

  /// What stands after a label, in a paragraph or in the next cell.
  func label(_ names: [String]) -> Written? {
    let wanted = names.map(\.compared)
    if let found = workbook.labels.first(where: { wanted.contains($0.name.compared) }) {
      return Written(text: found.value, mark: Mark(line: found.line, column: 1), column: 0)
    }
    for sheet in workbook.sheets {
      for row in sheet.rows {
        for (place, cell) in row.cells.enumerated() {
          if wanted.contains(cell.text.compared) {
            let next = row.cells[(place + 1)...].first { !$0.text.tidy.isEmpty }
            return next.map {
              Written(
                text: $0.text, mark: Mark(line: row.line, column: $0.column), column: $0.column)
            }
          }
          if let inside = Workbook.Label(cell.text, line: row.line),
            wanted.contains(inside.name.compared), !inside.value.isEmpty
          {
            return Written(
              text: inside.value, mark: Mark(line: row.line, column: cell.column),
              column: place + 1)
          }
        }
      }
    }
    return nil
  }
}

/// Why a file cannot be taken in at all.
package struct ImportFault: Error, Sendable, Hashable {
  package let code: String
  package let place: String
  package let text: Text

  init(_ code: String, at place: String, sv: String, en: String) {
    self.code = code
    self.place = place
    text = Text(sv: sv, en: en)
  }
}
