package import Located

/// What a file holds as tables: one of a text file, several of a workbook or a document.
package struct Workbook: Sendable, Equatable {
  /// The tables, in the order of the file.
  package var sheets: [Sheet] = []
  /// What stands beside the tables as `label: value`, in the order of the file.
  package var labels: [Label] = []
  /// Whether days are counted from 1904, as an old Excel for Mac did.
  package var countsFrom1904 = false

  /// A value with its name, such as `Remissinstans: Region Norrbotten`.
  package struct Label: Sendable, Equatable {
    package let name: String
    package let value: String
    /// The paragraph, counted from 1.
    package let line: Int
  }
}

/// A table: rows of cells, all text.
package struct Sheet: Sendable, Equatable {
  /// The name that people see; of a text file the empty text.
  package let name: String
  /// Every row, blank ones too, in the order of the file.
  package var rows: [SheetRow]
  /// The ranges of merged cells, as `B4:B7`; their value stands in each of their cells.
  package var merged: [String] = []

  package init(name: String, rows: [SheetRow], merged: [String] = []) {
    self.name = name
    self.rows = rows
    self.merged = merged
  }
}

/// A row of a table.
package struct SheetRow: Sendable, Equatable {
  /// Its number in the sheet, or the line that it begins on in a text file; counted from 1.
  package let line: Int
  /// Its cells from the first column on.
  package var cells: [SheetCell]

  package init(line: Int, cells: [SheetCell]) {
    self.line = line
    self.cells = cells
  }

  /// Whether no cell says anything.
  package var isBlank: Bool { cells.allSatisfy { $0.text.trimmed.isEmpty } }
}

/// A cell of a table.
package struct SheetCell: Sendable, Equatable {
  package var text: String
  /// Where it begins on its line: a character of a text file, a column of a sheet; from 1.
  package let column: Int
  /// Whether the text is that of a merged range and stands here only as its value.
  package var isRepeated = false

  package init(_ text: String, column: Int) {
    self.text = text
    self.column = column
  }
}

/// Why a file could not be read as tables.
package struct SheetFault: Error, Sendable, Equatable {
  /// A stable name, such as `input/open-quote`.
  package let code: String
  package let text: Text
  /// The line, where it is about one.
  package let line: Int?

  package init(_ code: String, line: Int? = nil, sv: String, en: String) {
    self.code = code
    self.line = line
    text = Text(sv: sv, en: en)
  }
}

/// How much is read; beyond it a file is refused, however small it looks.
enum Bounds {
  /// Bytes of one file, and of one part of a workbook when it is unpacked.
  static let bytes = 64 << 20
  /// Bytes of all unpacked parts together.
  static let unpacked = 256 << 20
  /// How many times its size a part may grow, once it is more than a mebibyte.
  static let ratio = 400
  /// Parts of a workbook.
  static let parts = 10_000
  /// Cells of all sheets, blank ones and those of a merged range counted too.
  static let cells = 2_000_000
  /// Elements within each other.
  static let depth = 200
  /// Columns of a sheet, as Excel has them.
  static let columns = 16_384
  /// Rows of a sheet, as Excel has them.
  static let rows = 1_048_576
}

extension StringProtocol {
  /// The text without space around it; the no-break space of a web page is space too.
  package var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isSpace { rest.removeFirst() }
    while let last = rest.last, last.isSpace { rest.removeLast() }
    return String(rest)
  }
}

extension Character {
  /// Whether nothing is seen of it: space of any kind, or a mark of no width.
  package var isSpace: Bool {
    isWhitespace || self == "\u{200B}" || self == "\u{FEFF}" || self == "\u{AD}"
  }
}
