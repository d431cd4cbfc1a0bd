/// A document as Word, LibreOffice and others write it (ISO/IEC 29500-1, WordprocessingML): its
/// tables, and what stands beside them as `label: value`.
enum WordDocument {
  /// Reads it.
  static func read(_ archive: inout Archive, _ part: String) throws(SheetFault) -> Workbook {
    guard let bytes = try archive.part(part) else { throw .broken(part) }
    let body = Body()
    try body.read(bytes, part)
    var workbook = Workbook()
    workbook.sheets = body.tables.enumerated().map { index, rows in
      Sheet(
        name: "tabell \(index + 1)",
        rows: rows.enumerated().map { SheetRow(line: $0 + 1, cells: $1) })
    }
    workbook.labels = body.paragraphs.enumerated().compactMap { index, text in
      Workbook.Label(text, line: index + 1)
    }
    return workbook
  }
}

extension Workbook.Label {
  /// A label and its value from one text; nil where there is no colon, or nothing before it.
  package init?(_ text: String, line: Int) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let name = text[..<colon].trimmed
    // A sentence with a colon in it is none.
    guard !name.isEmpty, name.count <= 60 else { return nil }
    self.init(name: name, value: text[text.index(after: colon)...].trimmed, line: line)
  }
}

private final class Body: XMLHandler {
  private(set) var tables: [[[SheetCell]]] = []
  private(set) var paragraphs: [String] = []
  private(set) var fault: SheetFault?

  /// How many tables we are within; a table in a cell is that cell's text.
  private var depth = 0
  private var rows: [[SheetCell]] = []
  private var cells: [SheetCell] = []
  private var lines: [String] = []
  private var line = ""
  private var isText = false
  private var span = 1
  private var continues = false
  private var count = 0
  /// Beside the text: what a program that knows no drawing shows instead is told twice else.
  private var skipped = 0

  func begin(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "Fallback": skipped += 1
    case "tbl":
      depth += 1
      if depth == 1 { rows = [] }
    case "tr" where depth == 1: cells = []
    case "tc" where depth == 1: (lines, span, continues) = ([], 1, false)
    case "gridSpan" where depth == 1:
      span = min(max(attributes["val"].flatMap { Int($0) } ?? 1, 1), 100)
    case "vMerge" where depth == 1: continues = attributes["val"] != "restart"
    case "p": line = ""
    case "t": isText = true
    case "tab": line += "\t"
    case "br", "cr": line += "\n"
    default: break
    }
  }

  func text(_ text: String) {
    if isText, skipped == 0 { line += text }
  }

  func end(_ element: String) {
    switch element {
    case "Fallback": skipped -= 1
    case "t": isText = false
    case "p":
      if depth > 0 { lines.append(line) } else { paragraphs.append(line) }
      line = ""
    case "tc" where depth == 1: endCell()
    case "tr" where depth == 1: rows.append(cells)
    case "tbl":
      depth -= 1
      if depth == 0 { tables.append(rows) }
    default: break
    }
  }

  // A cell over several columns or rows says the same in each, as in a sheet.
  private func endCell() {
    var text = lines.joined(separator: "\n").trimmed
    if continues, let above = rows.last, above.indices.contains(cells.count) {
      text = above[cells.count].text
    }
    count += span
    guard count <= Bounds.cells else { return fault = .tooLarge }
    for _ in 0..<span { cells.append(SheetCell(text, column: cells.count + 1)) }
  }
}
