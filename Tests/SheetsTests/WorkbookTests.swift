import SheetTesting
import Sheets
import Testing

/// Workbooks and documents of Office, and files that only look like them.
@Suite struct WorkbookTests {
  private func texts(_ sheet: Sheet) -> [[String]] { sheet.rows.map { $0.cells.map(\.text) } }

  @Test func `texts, numbers, days and months are what a person sees`() throws {
    var file = SheetFile()
    file.add("Tomt", [])
    file.add(
      "Program",
      [
        [.shared("Titel"), .text("Kod"), .text("Gäller från")],
        [.shared("A & B"), .number("8"), .day(43_586)],
        [.blank, .number("0.30000000000000004"), .month(43_586)],
      ])
    let workbook = try Workbook(file.bytes)
    #expect(workbook.sheets.map(\.name) == ["Tomt", "Program"])
    #expect(
      texts(workbook.sheets[1]) == [
        ["Titel", "Kod", "Gäller från"], ["A & B", "8", "2019-05-01"],
        ["", "0.30000000000000004", "2019-05"],
      ])
  }

  @Test func `an old Excel for Mac counts its days from 1904`() throws {
    var file = SheetFile()
    file.countsFrom1904 = true
    file.add("Blad1", [[.day(42_124)]])
    #expect(try texts(Workbook(file.bytes).sheets[0]) == [["2019-05-01"]])
  }

  @Test func `the value of a merged range stands in each of its rows`() throws {
    var file = SheetFile()
    file.add(
      "Blad1",
      [
        [.text("Region"), .text("Synpunkt")], [.text("Halland"), .text("a")],
        [.blank, .text("b")], [.blank, .text("c")],
      ], merged: ["A2:A3"])
    let sheet = try Workbook(file.bytes).sheets[0]
    #expect(texts(sheet).map(\.first) == ["Region", "Halland", "Halland", ""])
    #expect(sheet.merged == ["A2:A3"])
  }

  @Test func `a document gives its table and its labels`() throws {
    let bytes = wordFile(
      ["Svarsmall", "Remissinstans: Region Norrbotten"],
      [["Kapitel", "Synpunkt"], ["4.2", "Kräver fler <undersköterskor>"]])
    let workbook = try Workbook(bytes)
    #expect(workbook.labels.map(\.name) == ["Remissinstans"])
    #expect(workbook.labels.map(\.value) == ["Region Norrbotten"])
    #expect(texts(workbook.sheets[0])[1] == ["4.2", "Kräver fler <undersköterskor>"])
  }

  @Test func `a part that claims to be huge is refused before it is unpacked`() {
    var archive = StoredArchive()
    archive.add("_rels/.rels", "<a/>")
    #expect { try Workbook(archive.bytes(claimedSize: 1 << 30)) } throws: {
      ($0 as? SheetFault)?.code == "input/too-large"
    }
  }

  @Test func `no entity is expanded, for there is none`() {
    var archive = StoredArchive()
    archive.add(
      "_rels/.rels", "<!DOCTYPE a [<!ENTITY b \"cc\"><!ENTITY d \"&b;&b;\">]><a>&d;</a>")
    #expect { try Workbook(archive.bytes()) } throws: {
      ($0 as? SheetFault)?.code == "input/broken"
    }
  }

  @Test func `elements in each other without end are refused`() {
    var archive = StoredArchive()
    archive.add("_rels/.rels", String(repeating: "<a>", count: 100_000))
    #expect(throws: SheetFault.self) { try Workbook(archive.bytes()) }
  }

  @Test func `no file that was cut off or changed makes it fall`() throws {
    var file = SheetFile()
    file.add("Blad1", [[.text("Titel"), .day(43_586)]], merged: ["A1:B1"])
    let bytes = file.bytes
    for place in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: SheetFault.self) { try Workbook(Array(bytes[..<place])) }
      var changed = bytes
      changed[place] ^= 0xFF
      _ = try? Workbook(changed)
    }
  }

  @Test(arguments: [("A1", 1, 1), ("Z9", 26, 9), ("AA10", 27, 10), ("$C$4", 3, 4)])
  func `a cell has its column and row`(_ name: String, _ column: Int, _ row: Int) throws {
    let cell = try #require(CellName(name))
    #expect(cell == CellName(column: column, row: row))
    #expect(CellName(cell.description) == cell)
    #expect(CellName("A0") == nil && CellName("ZZZZ1") == nil && CellName("1A") == nil)
  }
}
