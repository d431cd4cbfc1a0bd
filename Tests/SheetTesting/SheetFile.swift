/// A workbook as a test writes it.
package struct SheetFile {
  /// What stands in a cell.
  package enum Value {
    /// A text of its own, or shared.
    case text(String), shared(String)
    /// A number as the file has it; a day or a month by its serial number.
    case number(String), day(Int), month(Int)
    case blank
  }

  private var sheets: [(name: String, rows: [[Value]], merged: [String])] = []
  package var countsFrom1904 = false

  package init() {}

  package mutating func add(_ name: String, _ rows: [[Value]], merged: [String] = []) {
    sheets.append((name, rows, merged))
  }

  package var bytes: [UInt8] {
    var archive = StoredArchive()
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    archive.add(
      "_rels/.rels",
      "<Relationships xmlns=\"\(relations)\"><Relationship Id=\"r\" Type=\"\(office)/officeDocument\""
        + " Target=\"xl/workbook.xml\"/></Relationships>")
    let entries = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"s\(index + 1)\"/>"
    }
    archive.add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr date1904=\""
        + "\(countsFrom1904 ? 1 : 0)\"/><sheets>\(entries.joined())</sheets></workbook>")
    let targets = sheets.indices.map {
      "<Relationship Id=\"s\($0 + 1)\" Type=\"\(office)/worksheet\" "
        + "Target=\"worksheets/sheet\($0 + 1).xml\"/>"
    }
    archive.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(relations)\">\(targets.joined())"
        + "<Relationship Id=\"t\" Type=\"\(office)/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"
        + "<Relationship Id=\"u\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
    )
    var shared: [String] = []
    for (index, sheet) in sheets.enumerated() {
      let rows = sheet.rows.enumerated().map { row, values in
        "<row r=\"\(row + 1)\">"
          + values.enumerated().map { cell($1, "\(letter($0))\(row + 1)", &shared) }.joined()
          + "</row>"
      }
      let merges = sheet.merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      archive.add(
        "xl/worksheets/sheet\(index + 1).xml",
        "<worksheet xmlns=\"\(main)\"><sheetData>\(rows.joined())</sheetData>"
          + (merges.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>") + "</worksheet>")
    }
    archive.add(
      "xl/sharedStrings.xml",
      "<sst xmlns=\"\(main)\">"
        + shared.map { "<si><r><t xml:space=\"preserve\">\(escaped($0))</t></r></si>" }.joined()
        + "</sst>")
    archive.add(
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><numFmts><numFmt numFmtId=\"164\" formatCode="
        + "\"mmm\\ yyyy\"/></numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs>"
        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs>"
        + "</styleSheet>")
    return archive.bytes()
  }

  private func cell(_ value: Value, _ name: String, _ shared: inout [String]) -> String {
    switch value {
    case .blank: return ""
    case .text(let text):
      return "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
    case .shared(let text):
      shared.append(text)
      return "<c r=\"\(name)\" t=\"s\"><v>\(shared.count - 1)</v></c>"
    case .number(let number): return "<c r=\"\(name)\"><v>\(number)</v></c>"
    case .day(let serial): return "<c r=\"\(name)\" s=\"1\"><v>\(serial)</v></c>"
    case .month(let serial): return "<c r=\"\(name)\" s=\"2\"><v>\(serial)</v></c>"
    }
  }

  private func letter(_ column: Int) -> String {
    String(UnicodeScalar(UInt8(65 + column)))
  }
}

/// A document as a test writes it: paragraphs, then a table.
package func wordFile(_ paragraphs: [String], _ rows: [[String]]) -> [UInt8] {
  var archive = StoredArchive()
  archive.add(
    "_rels/.rels",
    "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/>"
      + "</Relationships>")
  func paragraph(_ text: String) -> String {
    // Word divides a text as it likes.
    let middle = text.index(text.startIndex, offsetBy: text.count / 2)
    return "<w:p><w:r><w:t>\(escaped(text[..<middle]))</w:t></w:r>"
      + "<w:r><w:t>\(escaped(text[middle...]))</w:t></w:r></w:p>"
  }
  let cells = rows.map { row in
    "<w:tr>" + row.map { "<w:tc>\(paragraph($0))</w:tc>" }.joined() + "</w:tr>"
  }
  archive.add(
    "word/document.xml",
    "<w:document xmlns:w=\"w\"><w:body>\(paragraphs.map(paragraph).joined())"
      + "<w:tbl>\(cells.joined())</w:tbl></w:body></w:document>")
  return archive.bytes()
}

private func escaped(_ text: some StringProtocol) -> String {
  text.map { character in
    switch character {
    case "&": "&amp;"
    case "<": "&lt;"
    default: String(character)
    }
  }.joined()
}
