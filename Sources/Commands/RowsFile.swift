import CheckTool
import Located
import Sheets
import StageKit
import YAMLReading

/// Rows that a file holds: a list in YAML or JSON, or a table with a row of headings (CSV, Excel, Word).
struct RowsFile {
  /// The rows as a list of records.
  let rows: Node

  /// Reads a file; what its name ends in says what it is.
  ///
  /// - Throws: `noInput` where it cannot be read; `no` with every fault of how it is written.
  init(_ path: String, for option: String, _ columns: [Shape.Field]) throws(Failure) {
    let bytes = try readFile(path, for: option)
    if [".csv", ".tsv", ".xlsx", ".docx"].contains(where: path.lowercased().hasSuffix) {
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

  // The first table that is not blank; its first row has the headings.
  private static func table(
    _ bytes: [UInt8], _ path: String, _ columns: [Shape.Field]
  ) throws(Failure) -> Node {
    let workbook: Workbook
    do { workbook = try Workbook(bytes) } catch { throw Failure(error, in: path) }
    let lines = workbook.sheets.lazy.map { $0.rows.filter { !$0.isBlank } }.first { !$0.isEmpty }
    guard let lines, let heading = lines.first else {
      throw Failure(.no, "input/empty", at: path, sv: "filen är tom", en: "the file is empty")
    }
    let keys = heading.cells.map { cell in key(of: cell.text.trimmed, among: columns) }
    // What stands under a heading in brackets is for who fills the table in.
    let own = keys.indices.filter { !(keys[$0].hasPrefix("(") && keys[$0].hasSuffix(")")) }
    var builder = TreeBuilder(path: path)
    builder.open(.list, Mark(line: 1, column: 1))
    for line in lines.dropFirst() {
      guard line.cells.count <= keys.count else {
        throw Failure(
          .no, "input/too-many-cells", at: "\(path):\(line.line)",
          sv: "\(line.cells.count) celler, men bara \(keys.count) rubriker",
          en: "\(line.cells.count) cells, but only \(keys.count) headings")
      }
      let filled = own.filter { $0 < line.cells.count && !line.cells[$0].text.trimmed.isEmpty }
      // Such a table names every row beforehand: one with no more than its name is not filled in.
      if own.count < keys.count, filled.allSatisfy({ $0 == own.first }) { continue }
      builder.open(.mapping, Mark(line: line.line, column: 1))
      // An empty cell was left out, as a key that is not written.
      for place in filled {
        let mark = Mark(line: line.line, column: line.cells[place].column)
        builder.scalar(keys[place], .argument, mark, mark)
        builder.scalar(line.cells[place].text.trimmed, .argument, mark, mark)
      }
      builder.close(Mark(line: line.line, column: 1))
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

extension Failure {
  /// A file that holds no table.
  init(_ fault: SheetFault, in path: String) {
    self.init(
      .no,
      [
        Problem(
          code: fault.code, text: fault.text, place: path + (fault.line.map { ":\($0)" } ?? ""))
      ])
  }
}
