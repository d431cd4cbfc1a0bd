package import Located
import StageKit

/// A view that is one table too, as a spreadsheet wants it.
package protocol Tabular: View {
  /// The table.
  var listing: Listing { get }
}

extension Listing: Tabular {
  package var listing: Listing { self }
}

extension Listing {
  /// The rows as RFC 4180 has them, in the form that a Swedish Excel opens by a double click: UTF-8
  /// with a byte order mark, semicolons, decimals after a comma, days as ISO 8601, numbers ungrouped.
  ///
  /// A spreadsheet must neither run nor rewrite what people wrote. A text that it would take for a
  /// formula begins with an apostrophe. One that it would take for a number, a day or a truth value
  /// (`08`, `3.1`, `1-2`, `maj 3`) ends with a tab, which nobody sees and which keeps it a text. A
  /// column of bodies is followed by one of their ids, `region-08`, which no spreadsheet rewrites.
  package func csv(_ language: Language) -> String {
    let single = columns.indices.map { column in
      let counts = lines.map { $0.cells[column].cell.bodies.count }
      return counts.contains(1) && !counts.contains { $0 > 1 }
    }
    let isMarked = lines.contains { $0.mark != nil }
    // Written field by field: thousands of rows would otherwise be held as texts of their own first.
    var csv = "\u{FEFF}"
    csv.reserveCapacity(lines.count * columns.count * 16)
    for (place, column) in columns.enumerated() {
      let title = column.title[language]
      csv.add(field: title, isFirst: place == 0)
      if single[place] { csv.add(field: "\(title) (id)") }
    }
    if isMarked { csv.add(field: Text(sv: "Obs", en: "Note")[language], isFirst: columns.isEmpty) }
    csv += "\r\n"
    for line in lines {
      for (place, told) in line.cells.enumerated() {
        csv.add(field: told.field(language), isFirst: place == 0)
        if single[place] { csv.add(field: told.cell.body?.id ?? "") }
      }
      if isMarked {
        csv.add(field: line.mark?.label[language] ?? "", isFirst: line.cells.isEmpty)
      }
      csv += "\r\n"
    }
    return csv
  }
}

extension Told {
  fileprivate func field(_ language: Language) -> String {
    switch cell {
    case .none: ""
    case .whole(let count): "\(count)"
    case .number(let number): number.written.sv
    // A month would become its first day.
    case .date(let date): date.isMonth ? "\(date)\t" : "\(date)"
    case .text, .choice, .bodies, .prose: text[language].printable.harmless
    }
  }
}

extension String {
  /// The text so that a spreadsheet shows it as it is.
  var harmless: String {
    if let start = firstSeen, formulaStarts.contains(start) { return "'" + self }
    // The thorough look is ten times slower, and few texts need it.
    return looksLikeNumberOrDayByBytes ?? looksLikeNumberOrDay ? self + "\t" : self
  }

  // What a reader does not see does not keep a spreadsheet from running what follows.
  private var firstSeen: Unicode.Scalar? {
    // Of the letters and signs of ASCII each is seen, and nearly every text begins with one.
    if let first = utf8.first, 0x21..<0x7F ~= first { return Unicode.Scalar(first) }
    return unicodeScalars.first {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .format
    }
  }

  // Only digits and what stands between them in numbers, days and times, with names of months; or
  // a word for truth.
  var looksLikeNumberOrDay: Bool {
    let words = split { !$0.isLetter }.map { $0.lowercased() }
    if !contains(where: \.isNumber) { return words.count == 1 && truths.contains(words[0]) }
    return words.allSatisfy(\.isOfDay)
      && allSatisfy {
        $0.isLetter || $0.isNumber || $0.isWhitespace || ".,-/:%+\u{2212}".contains($0)
      }
  }

  /// Whether it looks so by its bytes alone: no, where a word stands in no day and is none for truth;
  /// of digits and signs without a word, whatever they are; nil where only a thorough look tells.
  var looksLikeNumberOrDayByBytes: Bool? {
    var (word, length): (UInt64, Int) = (0, 0)
    var (hasDigit, hasWord, isOnlySigns) = (false, false, true)
    var bytes = utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if length < packedLength { word = word << 8 | UInt64(byte | 0x20) }
        length += 1
        hasWord = true
        continue
      case 0xC3:
        // À to ÿ, of which none is in such a word; × and ÷ are no letters.
        if let next = bytes.next(), next != 0x97, next != 0xB7 { return false }
        return nil
      case 0x80...: return nil
      case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
      case 0x09...0x0D, 0x20: break
      default: isOnlySigns = isOnlySigns && signs.contains(byte)
      }
      if length > 0, !packedWords.contains(word) { return false }
      (word, length) = (0, 0)
    }
    if length > 0, !packedWords.contains(word) { return false }
    return hasWord ? nil : hasDigit && isOnlySigns
  }

  /// Whether it is a word, in small letters, that stands in days and times: a month, or its start.
  private var isOfDay: Bool {
    self == "e" || self == "kl" || self == "am" || self == "pm"
      || count > 2 && months.contains { $0.hasPrefix(self) }
  }

  /// Adds a field, after a semicolon where it is not the first of its line.
  fileprivate mutating func add(field: String, isFirst: Bool = false) {
    if !isFirst { self += ";" }
    self += field.quoted
  }

  /// The text between quotes where RFC 4180 asks for them.
  private var quoted: String {
    var (asks, last): (Bool, UInt8) = (utf8.first == 0x20, 0)
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: ";"), UInt8(ascii: "\""), 0x0D, 0x0A, 0x09: asks = true
      default: last = byte
      }
    }
    guard asks || last == 0x20 else { return self }
    return "\"" + unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}

private let formulaStarts: [Unicode.Scalar] = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
private let truths = ["true", "false", "sant", "falskt"]
private let months = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september",
  "october", "november", "december", "januari", "februari", "mars", "maj", "juni", "juli",
  "augusti", "oktober", "sept",
]
private let signs = Array(".,-/:%+".utf8)

// The words of days, the starts of months and the words for truth, each as the number that its first
// letters are: so that a look at a text makes no words of it.
private let packedLength = 8
private let packedWords: Set<UInt64> = {
  let starts = months.flatMap { month in (3...month.count).map { String(month.prefix($0)) } }
  return Set(
    (starts + ["e", "kl", "am", "pm"] + truths).map { word in
      word.utf8.prefix(packedLength).reduce(0) { $0 << 8 | UInt64($1) }
    })
}()
