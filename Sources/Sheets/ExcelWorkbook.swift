package import CivilTime

/// A workbook as Excel, LibreOffice and others write it (ISO/IEC 29500-1, SpreadsheetML).
enum ExcelWorkbook {
  /// Reads all its sheets.
  static func read(_ archive: inout Archive, _ part: String) throws(SheetFault) -> Workbook {
    let contents = Contents()
    guard let bytes = try archive.part(part) else { throw .broken(part) }
    try contents.read(bytes, part)
    let targets = try archive.relations(of: part).targets
    func path(_ type: String) -> String? {
      targets.first { $0.type.hasSuffix("/\(type)") }.map { Archive.resolve($0.target, from: part) }
    }
    let strings = SharedStrings()
    if let path = path("sharedStrings"), let bytes = try archive.part(path) {
      try strings.read(bytes, path)
    }
    let styles = NumberStyles()
    if let path = path("styles"), let bytes = try archive.part(path) {
      try styles.read(bytes, path)
    }
    var workbook = Workbook()
    workbook.countsFrom1904 = contents.countsFrom1904
    var left = Bounds.cells
    for entry in contents.sheets {
      guard let target = targets.first(where: { $0.id == entry.id }),
        target.type.hasSuffix("/worksheet"),
        case let path = Archive.resolve(target.target, from: part),
        let bytes = try archive.part(path)
      else { continue }
      let sheet = Worksheet(strings.all, styles, contents.countsFrom1904, room: left)
      try sheet.read(bytes, path)
      left -= sheet.count
      workbook.sheets.append(try sheet.table(named: entry.name))
    }
    return workbook
  }

  /// A number as it stands in a cell, `8` rather than `8.0`.
  static func written(_ number: String) -> String {
    guard let value = Double(number), value.isFinite else { return number }
    if value == value.rounded(), abs(value) < 1e15 { return "\(Int64(value))" }
    return "\(value)"
  }
}

/// The numbers by which spreadsheets count days.
package enum SerialDay {
  /// The day of a number; nil for a time of day, and for what is no day.
  ///
  /// Excel counts 1900 as a leap year, so its days before 1 March 1900 are one off and taken for
  /// none here.
  package static func day(_ number: String, from1904: Bool) -> CivilDate? {
    guard let value = Double(number), value >= 61, value < 110_000 else { return nil }
    let serial = Int(value) + (from1904 ? 1_462 : 0)
    return CivilDate(dayNumber: Int32(serial - 25_569))
  }
}

/// The sheets of a workbook, by name.
private final class Contents: XMLHandler {
  private(set) var sheets: [(name: String, id: String)] = []
  private(set) var countsFrom1904 = false
  let fault: SheetFault? = nil

  func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "sheet": sheets.append((attributes["name"] ?? "", attributes["id"] ?? ""))
    case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    default: break
    }
  }

  func text(_ text: String) {}
  func end(_ element: String) {}
}

/// The texts that cells share.
private final class SharedStrings: XMLHandler {
  private(set) var all: [String] = []
  private var isText = false
  private var phonetic = 0
  let fault: SheetFault? = nil

  func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "si": all.append("")
    case "t": isText = true
    // A reading aid for Japanese; no part of the text.
    case "rPh": phonetic += 1
    default: break
    }
  }

  func text(_ text: String) {
    if isText, phonetic == 0, !all.isEmpty { all[all.count - 1] += text }
  }

  func end(_ element: String) {
    if element == "t" { isText = false }
    if element == "rPh" { phonetic -= 1 }
  }
}
