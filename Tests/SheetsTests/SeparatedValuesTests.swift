import Sheets
import Testing

/// Text with separated values, as Swedish spreadsheets write it.
@Suite struct SeparatedValuesTests {
  private func cells(_ bytes: [UInt8]) throws -> [[String]] {
    try #require(Workbook(bytes).sheets.first).rows.map { $0.cells.map(\.text) }
  }

  @Test(arguments: [
    "Fas;Region\nremiss;Halland, norra\n", "Fas\tRegion\nremiss\tHalland, norra\n",
    "Fas,Region\r\nremiss,\"Halland, norra\"\r\n", "sep=;\nFas;Region\nremiss;Halland, norra",
  ])
  func `the separator is found by itself`(_ text: String) throws {
    #expect(try cells(Array(text.utf8)) == [["Fas", "Region"], ["remiss", "Halland, norra"]])
  }

  static let saved: [[UInt8]] = [
    [0xEF, 0xBB, 0xBF] + Array("Örebro;1".utf8), Array("Örebro;1".utf8),
    [0xD6] + Array("rebro;1".utf8),
    [0xFF, 0xFE] + Array("Örebro;1".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
  ]

  @Test(arguments: saved)
  func `what an older or newer Excel saved is the same text`(_ bytes: [UInt8]) throws {
    #expect(try cells(bytes) == [["Örebro", "1"]])
  }

  @Test func `a Windows dash and quotation marks are what they were`() throws {
    #expect(try cells([0x93, 0x96, 0x94, 0xE5, 0x80]) == [["“–”å€"]])
  }

  @Test func `a cell over lines keeps its row's line`() throws {
    let text = "nr;text\n1;\"rad ett\nrad \"\"två\"\"\"\n\n2;sist"
    let rows = try #require(Workbook(Array(text.utf8)).sheets.first).rows
    #expect(rows.map(\.line) == [1, 2, 4, 5])
    #expect(rows[1].cells[1].text == "rad ett\nrad \"två\"")
    #expect(rows[2].isBlank)
  }

  @Test func `a mark that is never closed is told with its line`() {
    #expect { try Workbook(Array("a;b\nc;\"d\n".utf8)) } throws: {
      ($0 as? SheetFault)?.code == "input/open-quote" && ($0 as? SheetFault)?.line == 2
    }
  }

  @Test(arguments: [[], [0x61, 0, 0x62], [0xD0, 0xCF, 0x11, 0xE0, 1, 2]] as [[UInt8]])
  func `what is no table is refused`(_ bytes: [UInt8]) {
    #expect(throws: SheetFault.self) { try Workbook(bytes) }
  }
}
