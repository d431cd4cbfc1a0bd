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
    var records: [[String]] = [
      zip(columns, single).flatMap { column, isSingle in
        let title = column.title[language]
        return isSingle ? [title, "\(title) (id)"] : [title]
      } + (isMarked ? [Text(sv: "Obs", en: "Note")[language]] : [])
    ]
    for line in lines {
      records.append(
        zip(line.cells, single).flatMap { told, isSingle in
          let field = told.field(language)
          return isSingle ? [field, told.cell.body?.id ?? ""] : [field]
        } + (isMarked ? [line.mark?.label[language] ?? ""] : []))
    }
    return "\u{FEFF}"
      + records.map { $0.map(\.quoted).joined(separator: ";") + "\r\n" }.joined()
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
    // What a reader does not see does not keep a spreadsheet from running what follows.
    let start = unicodeScalars.first {
      !$0.properties.isWhitespace && $0.properties.generalCategory != .format
    }
    if let start, formulaStarts.contains(start) { return "'" + self }
    return looksLikeNumberOrDay ? self + "\t" : self
  }

  // Only digits and what stands between them in numbers, days and times, with names of months; or
  // a word for truth.
  private var looksLikeNumberOrDay: Bool {
    let words = split { !$0.isLetter }.map { $0.lowercased() }
    if !contains(where: \.isNumber) { return words.count == 1 && truths.contains(words[0]) }
    let isOnlyMonths = words.allSatisfy { word in
      word == "e" || word == "kl" || word == "am" || word == "pm"
        || word.count > 2 && months.contains { $0.hasPrefix(word) }
    }
    return isOnlyMonths
      && allSatisfy {
        $0.isLetter || $0.isNumber || $0.isWhitespace || ".,-/:%+\u{2212}".contains($0)
      }
  }

  /// The text between quotes where RFC 4180 asks for them.
  fileprivate var quoted: String {
    let asks = unicodeScalars.contains { ";\"\r\n\t".unicodeScalars.contains($0) }
    guard asks || hasPrefix(" ") || hasSuffix(" ") else { return self }
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
