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
  /// - Parameter headings: what the table calls a column, by the column's key; where it is left out
  ///   a heading is the key, or the label that people see.
  /// - Throws: `noInput` where it cannot be read; `no` with every fault of how it is written.
  init(
    _ path: String, for option: String, _ columns: [Shape.Field],
    headings: [String: String] = [:]
  ) throws(Failure) {
    let bytes = try readFile(path, for: option)
    if [".csv", ".tsv", ".xlsx", ".docx"].contains(where: path.lowercased().hasSuffix) {
      rows = try RowsFile.table(bytes, path, columns, Headings(headings, for: option))
      return
    }
    if let named = headings.keys.sorted().first {
      throw Failure(
        .usage, "usage/no-headings", at: "\(option).\(named)",
        sv: "bara en tabell har rubriker", en: "only a table has headings")
    }
    let document = YAMLReader.read(bytes, path: path)
    guard let root = document.root else {
      throw Failure(.no, document.diagnostics.map { Failure.Problem($0) })
    }
    guard root.kind == .list else {
      throw Failure(
        .no, "input/no-list", at: path, sv: "här ska det stå en lista med rader",
        en: "a list of rows is expected here")
    }
    rows = root
  }

  // The first table that is not blank; its first row has the headings.
  private static func table(
    _ bytes: [UInt8], _ path: String, _ columns: [Shape.Field], _ headings: Headings
  ) throws(Failure) -> Node {
    let workbook: Workbook
    do { workbook = try Workbook(bytes) } catch { throw Failure(error, in: path) }
    let lines = workbook.sheets.lazy.map { $0.rows.filter { !$0.isBlank } }.first { !$0.isEmpty }
    guard let lines, let heading = lines.first else {
      throw Failure(.no, "input/empty", at: path, sv: "filen är tom", en: "the file is empty")
    }
    let keys = try headings.keys(of: heading.cells.map(\.text.trimmed), among: columns)
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
}

/// Which column a heading stands for.
private struct Headings {
  /// What the table calls a column, by the column's key.
  let named: [String: String]
  let option: String

  init(_ named: [String: String], for option: String) {
    self.named = named
    self.option = option
  }

  /// The key of each heading; one that is no column stays as it is written, and is refused as a key.
  func keys(of written: [String], among columns: [Shape.Field]) throws(Failure) -> [String] {
    for (key, heading) in named.sorted(by: { $0.key < $1.key }) {
      guard columns.contains(where: { $0.key == key }) else {
        let list = columns.map(\.key).joined(separator: ", ")
        throw Failure(
          .no, "input/unknown-column", at: "\(option).\(key)",
          sv: "ingen kolumn heter '\(key)', välj bland \(list)",
          en: "no column is named '\(key)', choose among \(list)")
      }
      guard written.contains(where: { plain($0) == plain(heading) }) else {
        let list = written.joined(separator: ", ")
        throw Failure(
          .no, "input/unknown-heading", at: "\(option).\(key)",
          sv: "ingen rubrik i filen heter '\(heading)', där finns \(list)",
          en: "no heading in the file is '\(heading)', there are \(list)")
      }
    }
    return written.map { key(of: $0, among: columns) }
  }

  private func key(of heading: String, among columns: [Shape.Field]) -> String {
    let wanted = plain(heading)
    if let key = named.first(where: { plain($0.value) == wanted })?.key { return key }
    let column = columns.first {
      [$0.key, $0.title.sv, $0.title.en].map(plain).contains(wanted)
    }
    return column?.key ?? heading
  }

  // "region_kod", "Region-kod" and "Regionkod" are the same heading to who wrote them.
  private func plain(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber }
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
