import Located

/// The lines of a file for showing places in it, broken where the reader of YAML breaks them.
struct SourceText {
  /// One line as it is shown: whole characters, each with its place in code points.
  struct Line {
    /// A character, the code points that it covers, and the columns that it takes.
    struct Cell {
      let text: String
      let start, end: Int
      let columns: Int
      var isTab: Bool { text == "\t" }
    }

    var cells: [Cell] = []
  }

  private let lines: [Substring.UnicodeScalarView]

  init(_ file: SourceFile) {
    // An editor's byte order mark is no content, and marks do not count it.
    let bytes = file.bytes
    let text = String(
      decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...],
      as: UTF8.self)
    var lines: [Substring.UnicodeScalarView] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var at = start
    while at < scalars.endIndex {
      let scalar = scalars[at]
      var next = scalars.index(after: at)
      if Self.breaks.contains(scalar) {
        lines.append(scalars[start..<at])
        if scalar == "\r", next < scalars.endIndex, scalars[next] == "\n" {
          next = scalars.index(after: next)
        }
        start = next
      }
      at = next
    }
    lines.append(scalars[start...])
    self.lines = lines
  }

  // CR and LF, and as in YAML 1.1 the Unicode line breaks.
  private static let breaks: [Unicode.Scalar] = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"]

  /// A line, counted from 1, or the piece round a column of one that is too long to show.
  ///
  /// Past the end of the text it is empty.
  func line(_ number: Int, around column: Int) -> Line {
    guard lines.indices.contains(number - 1) else { return Line() }
    let scalars = lines[number - 1]
    // Only what may be shown is looked at: a file may be one line of millions of characters.
    let skipped = column > Line.reach ? column - Line.reach : 0
    let rest = scalars.dropFirst(skipped).prefix(2 * Line.reach)
    var line = Line()
    var at = skipped + 1
    for character in String(rest) {
      let end = at + character.unicodeScalars.count
      let isTab = character == "\t"
      line.cells.append(
        Line.Cell(
          text: isTab ? "\t" : character.printable, start: at, end: end,
          columns: isTab ? 1 : character.columns))
      at = end
    }
    return line.clipped(around: column)
  }
}

extension SourceText.Line {
  /// How far from a place a line is looked at, in code points.
  fileprivate static let reach = 480
  /// The widest piece of a line that is shown, in columns.
  private static let widest = 120
  /// How much of it stands before the place that is shown.
  private static let lead = 40

  var text: String { cells.map(\.text).joined() }

  /// The piece round a column, with dots where something is left out.
  fileprivate func clipped(around column: Int) -> SourceText.Line {
    guard cells.reduce(0, { $0 + $1.columns }) > Self.widest else { return self }
    let place = cells.firstIndex { $0.end > column } ?? cells.count
    var first = max(0, place - Self.lead)
    var rest = cells[first...].reduce(0) { $0 + $1.columns }
    // Near the end of a line there is room for more of what stands before.
    while first > 0, rest + cells[first - 1].columns <= Self.widest {
      first -= 1
      rest += cells[first].columns
    }
    var kept: [Cell] = []
    var columns = 0
    for cell in cells[first...] {
      guard columns + cell.columns <= Self.widest else { break }
      columns += cell.columns
      kept.append(cell)
    }
    if first > 0, let start = kept.first?.start {
      kept.insert(Cell(text: "…", start: start - 1, end: start, columns: 1), at: 0)
    }
    if first + kept.count < cells.count, let end = kept.last?.end {
      kept.append(Cell(text: "…", start: end, end: end + 1, columns: 1))
    }
    return SourceText.Line(cells: kept)
  }

  /// Marks under the code points from one column to before another, at least one mark.
  ///
  /// Tabs before the place stay tabs, so that the mark stands right whatever a tab's width is.
  func underline(from start: Int, to end: Int, with mark: Character) -> String {
    var line = ""
    var marks = 0
    var last = 1
    for cell in cells {
      last = cell.end
      if cell.end <= start {
        line += cell.isTab ? "\t" : String(repeating: " ", count: cell.columns)
      } else if cell.start < end {
        marks += cell.columns
      }
    }
    // After the text, as for what is missing at its end.
    if marks == 0, start > last { line += " " }
    return line + String(repeating: mark, count: max(1, marks))
  }
}
