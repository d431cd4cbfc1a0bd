import CivilTime

/// The cells of a sheet of a workbook.
final class Worksheet: XMLHandler {
  private let strings: [String]
  private let styles: NumberStyles
  private let from1904: Bool
  private let room: Int
  private var rows: [SheetRow] = []
  private var merges: [String] = []
  /// How many cells were made.
  private(set) var count = 0
  private(set) var fault: SheetFault?

  private var cells: [SheetCell] = []
  private var line = 0
  private var place = 0
  private var type = ""
  private var style: Int?
  private var content = ""
  private var isContent = false
  private var phonetic = 0

  init(_ strings: [String], _ styles: NumberStyles, _ from1904: Bool, room: Int) {
    self.strings = strings
    self.styles = styles
    self.from1904 = from1904
    self.room = room
  }

  func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "row":
      line = attributes["r"].flatMap { Int($0) } ?? line + 1
      if line < 1 || line > Bounds.rows { fault = .broken("row \(line)") }
      cells = []
    case "c":
      place = attributes["r"].flatMap(CellName.init)?.column ?? cells.count + 1
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) }
      content = ""
    case "v", "t": isContent = true
    case "rPh": phonetic += 1
    case "mergeCell": attributes["ref"].map { merges.append($0) }
    default: break
    }
  }

  func text(_ text: String) {
    if isContent, phonetic == 0 { content += text }
  }

  func end(_ element: String) {
    switch element {
    case "v", "t": isContent = false
    case "rPh": phonetic -= 1
    case "c": add(value)
    case "row": rows.append(SheetRow(line: line, cells: cells))
    default: break
    }
  }

  private func add(_ text: String) {
    guard place > cells.count, place <= Bounds.columns else {
      // A cell that says nothing may be told twice or far out; one with a text may not.
      if !text.isEmpty { fault = .broken("\(CellName(column: place, row: line))") }
      return
    }
    guard !text.isEmpty else { return }
    count += place - cells.count
    guard count <= room else { return fault = .tooLarge }
    while cells.count < place - 1 { cells.append(SheetCell("", column: cells.count + 1)) }
    cells.append(SheetCell(text, column: place))
  }

  private var value: String {
    switch type {
    case "s":
      return Int(content).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": return content == "1" ? "ja" : "nej"
    case "n", "d":
      guard !content.isEmpty else { return "" }
      switch styles.meaning(style) {
      case .number: return ExcelWorkbook.written(content)
      case .day:
        return SerialDay.day(content, from1904: from1904)?.description
          ?? ExcelWorkbook.written(content)
      case .month:
        return SerialDay.day(content, from1904: from1904)?.asMonth.description
          ?? ExcelWorkbook.written(content)
      }
    // An error such as #N/A is shown as it stands, so that somebody sees it.
    default: return content
    }
  }

  /// The table, with the value of a merged range in each of its cells.
  func table(named name: String) throws(SheetFault) -> Sheet {
    var sheet = Sheet(name: name, rows: [], merged: merges)
    var filled = 0
    // Rows that the file leaves out are blank, and have their numbers.
    var places: [Int: Int] = [:]
    for row in rows {
      places[row.line] = sheet.rows.count
      sheet.rows.append(row)
    }
    for range in merges {
      let ends = range.split(separator: ":").compactMap { CellName(String($0)) }
      guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else {
        throw .broken(range)
      }
      guard let first = places[ends[0].row], ends[0].column <= sheet.rows[first].cells.count
      else { continue }
      let text = sheet.rows[first].cells[ends[0].column - 1].text
      for line in ends[0].row...ends[1].row {
        guard let place = places[line] else { continue }
        for column in ends[0].column...ends[1].column {
          filled += 1
          guard filled <= 200_000 else { throw .tooLarge }
          while sheet.rows[place].cells.count < column {
            let next = sheet.rows[place].cells.count + 1
            sheet.rows[place].cells.append(SheetCell("", column: next))
          }
          sheet.rows[place].cells[column - 1].text = text
          if (line, column) != (ends[0].row, ends[0].column) {
            sheet.rows[place].cells[column - 1].isRepeated = true
          }
        }
      }
    }
    return sheet
  }
}

/// The name of a cell: `B14`.
package struct CellName: Sendable, Hashable, CustomStringConvertible {
  package let column: Int
  package let row: Int

  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  /// A cell's name; nil where it is none, or lies outside any sheet.
  package init?(_ name: String) {
    var column = 0
    var row = 0
    for byte in name.utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      guard column <= Bounds.columns, row <= Bounds.rows else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    (self.column, self.row) = (column, row)
  }

  /// The letters of a column: `A`, `AB`.
  package static func letters(_ column: Int) -> String {
    var rest = column
    var letters: [Character] = []
    while rest > 0 {
      let (quotient, digit) = (rest - 1).quotientAndRemainder(dividingBy: 26)
      letters.append(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(digit))))
      rest = quotient
    }
    return String(letters.reversed())
  }

  package var description: String { Self.letters(column) + "\(row)" }
}
