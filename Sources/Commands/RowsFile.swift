import CheckTool
import Located
import StageKit
import YAMLReading

/// Rows that a file holds: a list in YAML or JSON, or CSV with a line of headings.
struct RowsFile {
  /// The rows as a list of records.
  let rows: Node

  /// Reads a file; what its name ends in says what it is.
  ///
  /// - Throws: `noInput` where it cannot be read; `no` with every fault of how it is written.
  init(_ path: String, for option: String, _ columns: [Shape.Field]) throws(Failure) {
    let bytes = try readFile(path, for: option)
    if path.lowercased().hasSuffix(".csv") {
      rows = try RowsFile.table(bytes, path, columns)
      return
    }
    let document = YAMLReader.read(bytes, path: path)
    guard let root = document.root else {
      throw Failure(.no, document.diagnostics.map { Failure.Problem($0) })
    }
    guard root.kind == .list else {
      throw Failure(
        .no, "input/no-list", at: path, sv: "här väntas en lista med rader",
        en: "a list of rows is expected here")
    }
    rows = root
  }

  // RFC 4180, with the semicolons of a Swedish spreadsheet as well as commas.
  private static func table(
    _ bytes: [UInt8], _ path: String, _ columns: [Shape.Field]
  ) throws(Failure) -> Node {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Failure(
        .no, "input/not-text", at: path, sv: "ingen text i UTF-8; spara som CSV UTF-8",
        en: "no text in UTF-8; save it as CSV UTF-8")
    }
    let lines = try CommaSeparated(text, path).lines
    guard let heading = lines.first else {
      throw Failure(.no, "input/empty", at: path, sv: "filen är tom", en: "the file is empty")
    }
    let keys = heading.cells.map { cell in key(of: cell.text, among: columns) }
    var builder = TreeBuilder(path: path)
    builder.open(.list, Mark(line: 1, column: 1))
    for line in lines.dropFirst() {
      guard line.cells.count <= keys.count else {
        throw Failure(
          .no, "input/too-many-cells", at: "\(path):\(line.number)",
          sv: "\(line.cells.count) celler, men bara \(keys.count) rubriker",
          en: "\(line.cells.count) cells, but only \(keys.count) headings")
      }
      builder.open(.mapping, Mark(line: line.number, column: 1))
      // An empty cell was left out, as a key that is not written.
      for (key, cell) in zip(keys, line.cells) where !cell.text.isEmpty {
        let mark = Mark(line: line.number, column: cell.column)
        builder.scalar(key, .argument, mark, mark)
        builder.scalar(cell.text, .argument, mark, mark)
      }
      builder.close(Mark(line: line.number, column: 1))
    }
    builder.close(Mark(line: lines.count, column: 1))
    guard let node = builder.finish() else {
      throw Failure(.no, "input/empty", at: path, sv: "filen är tom", en: "the file is empty")
    }
    return node
  }

  // A heading may be the key or the label that people see.
  private static func key(of heading: String, among columns: [Shape.Field]) -> String {
    let wanted = heading.lowercased()
    let column = columns.first {
      [$0.key, $0.title.sv.lowercased(), $0.title.en.lowercased()].contains(wanted)
    }
    return column?.key ?? heading
  }
}

/// Comma- or semicolon-separated values: the first line decides which.
private struct CommaSeparated {
  struct Cell {
    var text: String
    let column: Int
  }

  struct Line {
    let number: Int
    var cells: [Cell]
  }

  private(set) var lines: [Line] = []

  init(_ text: String, _ path: String) throws(Failure) {
    let first = text.prefix { !$0.isNewline }
    let separator: Character = first.contains(";") ? ";" : ","
    var line = 1
    var column = 1
    var isQuoted = false
    var wasQuoted = false
    var cells: [Cell] = []
    var cell = Cell(text: "", column: 1)
    func isBlank() -> Bool { cells.isEmpty && cell.text.isEmpty && !wasQuoted }
    var start = line
    var rest = text[...]
    while let character = rest.popFirst() {
      column += 1
      if isQuoted {
        if character == "\"", rest.first == "\"" {
          cell.text.append("\"")
          rest.removeFirst()
          column += 1
        } else if character == "\"" {
          isQuoted = false
        } else {
          cell.text.append(character)
          if character.isNewline { (line, column) = (line + 1, 1) }
        }
      } else if character == "\"", cell.text.isEmpty {
        (isQuoted, wasQuoted) = (true, true)
      } else if character == separator {
        cells.append(cell)
        cell = Cell(text: "", column: column)
      } else if character.isNewline {
        if !isBlank() { lines.append(Line(number: start, cells: cells + [cell])) }
        (line, column, wasQuoted, cells) = (line + 1, 1, false, [])
        start = line
        cell = Cell(text: "", column: 1)
      } else {
        cell.text.append(character)
      }
    }
    guard !isQuoted else {
      throw Failure(
        .no, "input/open-quote", at: "\(path):\(start)", sv: "ett citattecken stängs aldrig",
        en: "a quotation mark is never closed")
    }
    if !isBlank() { lines.append(Line(number: start, cells: cells + [cell])) }
  }
}
