package import Located

/// Rows under headings, laid out in columns that fit a width.
package struct TextTable: Sendable, Hashable {
  /// A column's heading, and how it behaves when the width is scarce.
  package struct Column: Sendable, Hashable {
    package let title: Text
    /// Keeps its width as long as others can give way: a date, a number, an id.
    package let isRigid: Bool
    /// Holds numbers, which are read from the right.
    package let isNumeric: Bool

    /// A column that is wrapped where the width is scarce, unless it is rigid.
    package init(_ title: Text, rigid: Bool = false, numeric: Bool = false) {
      self.title = title
      isRigid = rigid
      isNumeric = numeric
    }
  }

  package var columns: [Column]
  /// As many cells as there are columns; a line break in a cell is kept.
  package var rows: [[Text]]
  /// The places of rows that want attention; a cell of each says why, in words.
  package var marked: Set<Int> = []

  /// A table.
  package init(_ columns: [Column], rows: [[Text]], marked: Set<Int> = []) {
    self.columns = columns
    self.rows = rows
    self.marked = marked
  }

  /// The lines of the table: headings, a rule, rows; no line ends with a space or is wider than the
  /// width, which is at least four for each column.
  package func lines(_ language: Language, width: Int) -> [String] {
    let headings = columns.map { Measured($0.title[language]) }
    let cells = rows.map { row in row.map { Measured($0[language]) } }
    let widths = widths([headings] + cells, within: width)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: gap)
    let blank = String(repeating: " ", count: widths.reduce(0) { $0 + $1 + gap.count })
    var lines = lay(headings, widths, blank) + [rule]
    for row in cells { lines += lay(row, widths, blank) }
    return lines
  }

  private var gap: String { "  " }

  private func widths(_ cells: [[Measured]], within width: Int) -> [Int] {
    var widths = columns.map { _ in 0 }
    var words = widths
    for row in cells {
      for (column, cell) in zip(columns.indices, row) {
        widths[column] = max(widths[column], cell.width)
        words[column] = max(words[column], cell.longestPart)
      }
    }
    let available = width - gap.count * max(columns.count - 1, 0)
    // The widest give way first, down to their longest word; then rigid ones, then words.
    // The first rigid column is what a row is known by: it is broken when nothing else helps.
    let kept = columns.firstIndex(where: \.isRigid)
    let steps = [
      (flexible, words.map { min($0, 24) }), (flexible, words.map { min($0, 12) }),
      (all.filter { $0 != kept }, words.map { min($0, 12) }), (all, words.map { min($0, 12) }),
    ]
    for (group, least) in steps {
      let spare = available - all.filter { !group.contains($0) }.reduce(0) { $0 + widths[$1] }
      let limit = cap(group.map { (widths[$0], least[$0]) }, within: spare)
      for column in group { widths[column] = min(widths[column], max(limit, least[column])) }
    }
    let limit = cap(all.map { (widths[$0], 4) }, within: available)
    return widths.map { min($0, max(limit, 4)) }
  }

  private var all: [Int] { Array(columns.indices) }
  private var flexible: [Int] { columns.indices.filter { !columns[$0].isRigid } }

  // The greatest width that columns may have to fit together, each at least as wide as it must be.
  private func cap(_ widths: [(width: Int, least: Int)], within available: Int) -> Int {
    var limit = widths.map(\.width).max() ?? 0
    func sum() -> Int { widths.reduce(0) { $0 + min($1.width, max(limit, $1.least)) } }
    while limit > 0, sum() > available { limit -= 1 }
    return limit
  }

  private func lay(_ row: [Measured], _ widths: [Int], _ blank: String) -> [String] {
    if zip(row, widths).allSatisfy({ $0.isOneLine && $0.width <= $1 }) {
      return [line(row.map { ($0.text, $0.width) }, widths, blank)]
    }
    let wrapped = zip(row, widths).map { $0.text.wrapped(to: $1) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { line in
      let parts = wrapped.map { line < $0.count ? $0[line] : "" }
      return self.line(parts.map { ($0, $0.displayWidth) }, widths, blank)
    }
  }

  private func line(
    _ parts: [(text: String, width: Int)], _ widths: [Int], _ blank: String
  ) -> String {
    var text = ""
    // Spaces that are owed, and not written before something follows them.
    var spaces = 0
    for (place, part) in parts.enumerated() where place < widths.count {
      let pad = widths[place] - part.width
      let isNumeric = columns[place].isNumeric
      spaces += isNumeric ? pad : 0
      if !part.text.isEmpty {
        text += blank.prefix(spaces)
        spaces = 0
        text += part.text
      }
      spaces += (isNumeric ? 0 : pad) + gap.count
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

/// A cell with what its place on the terminal depends on.
private struct Measured {
  let text: String
  /// Columns of its widest line.
  let width: Int
  let longestPart: Int
  let isOneLine: Bool

  init(_ cell: String) {
    text = cell.printable
    isOneLine = text.isOneLine
    if isOneLine, let plain = text.plain {
      (width, longestPart) = plain
    } else {
      width = text.split(separator: "\n").map(\.displayWidth).max() ?? 0
      longestPart = text.longestPart
    }
  }
}
