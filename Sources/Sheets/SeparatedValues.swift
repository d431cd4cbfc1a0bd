/// Text with separated values: RFC 4180, with the semicolons of a Swedish spreadsheet and the tabs
/// of what is pasted from one.
enum SeparatedValues {
  /// Reads it; the separator is found by itself.
  ///
  /// - Throws: where a quotation mark is never closed.
  static func sheet(_ text: String) throws(SheetFault) -> Sheet {
    var rest = text[...]
    var separator: Character?
    var first = 1
    // A line for Excel alone, which says the separator.
    if rest.hasPrefix("sep="), let said = rest.dropFirst(4).first, !said.isNewline {
      separator = said
      rest = rest.drop { !$0.isNewline }.dropFirst()
      first = 2
    }
    var reader = Reader(separator ?? likeliest(in: rest), line: first)
    while let character = rest.popFirst() {
      if reader.isQuoted, character == "\"", rest.first == "\"" {
        rest.removeFirst()
        reader.take(quote: 2)
      } else {
        reader.take(character)
      }
    }
    guard !reader.isQuoted else {
      throw SheetFault(
        "input/open-quote", line: reader.start, sv: "ett citattecken stängs aldrig",
        en: "a quotation mark is never closed")
    }
    reader.endRow(isLast: true)
    guard reader.rows.lazy.map(\.cells.count).reduce(0, +) <= Bounds.cells else { throw .tooLarge }
    return Sheet(name: "", rows: reader.rows)
  }

  // The one that divides most lines alike; a comma in prose divides no two of them alike.
  private static func likeliest(in text: Substring) -> Character {
    let candidates: [Character] = [";", "\t", ","]
    var counts: [[Int: Int]] = candidates.map { _ in [:] }
    var seen = candidates.map { _ in 0 }
    var lines = 0
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if isQuoted { continue }
      if character.isNewline {
        for place in candidates.indices where seen[place] > 0 {
          counts[place][seen[place], default: 0] += 1
        }
        seen = candidates.map { _ in 0 }
        lines += 1
        if lines == 100 { break }
      } else if let place = candidates.firstIndex(of: character) {
        seen[place] += 1
      }
    }
    for place in candidates.indices where seen[place] > 0 {
      counts[place][seen[place], default: 0] += 1
    }
    let scores = counts.map { $0.values.max() ?? 0 }
    let best = scores.max() ?? 0
    return candidates[scores.firstIndex(of: best) ?? 0]
  }

  private struct Reader {
    let separator: Character
    var rows: [SheetRow] = []
    var start: Int
    private var line: Int
    private var column = 1
    private(set) var isQuoted = false
    private var wasQuoted = false
    private var cells: [SheetCell] = []
    private var cell = SheetCell("", column: 1)

    init(_ separator: Character, line: Int) {
      self.separator = separator
      self.line = line
      start = line
    }

    /// A quotation mark that is written twice stands for one.
    mutating func take(quote width: Int) {
      cell.text.append("\"")
      column += width
    }

    mutating func take(_ character: Character) {
      column += 1
      if isQuoted {
        if character == "\"" {
          isQuoted = false
        } else if character.isNewline {
          cell.text.append("\n")
          (line, column) = (line + 1, 1)
        } else {
          cell.text.append(character)
        }
      } else if character == "\"", cell.text.isEmpty {
        (isQuoted, wasQuoted) = (true, true)
      } else if character == separator {
        cells.append(cell)
        cell = SheetCell("", column: column)
        wasQuoted = false
      } else if character.isNewline {
        endRow(isLast: false)
      } else {
        cell.text.append(character)
      }
    }

    mutating func endRow(isLast: Bool) {
      // The end of the last line begins no row.
      let isEmpty = cells.isEmpty && cell.text.isEmpty && !wasQuoted
      if !(isLast && isEmpty) { rows.append(SheetRow(line: start, cells: cells + [cell])) }
      (line, column, wasQuoted, cells) = (line + 1, 1, false, [])
      start = line
      cell = SheetCell("", column: 1)
    }
  }
}
