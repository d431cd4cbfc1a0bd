package import Located
import Sheets

/// A text from a sheet, and where it stands.
package struct Written: Sendable, Hashable {
  package var text: String
  package let mark: Mark
  /// The column of a sheet, from 1; 0 for what stands in no column.
  package let column: Int
  /// Whether it is only the value of a merged range that begins elsewhere.
  package var isRepeated = false
}

extension String {
  /// The text on one line, with single spaces: no-break spaces, tabs and line ends are space.
  package var tidy: String {
    var words: [String] = [""]
    for character in self {
      if character.isSpace {
        if words.last != "" { words.append("") }
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The text as one compares headings and words: tidy, in lower case, without a mark at its end.
  package var compared: String {
    var text = tidy.lowercased()
    while let last = text.last, ":*.".contains(last) { text.removeLast() }
    return text.trimmed
  }

  /// A name made of the text: `vardprogram-for-hudmelanom`.
  package var slug: String {
    var words: [String] = [""]
    for character in tidy.lowercased() {
      switch character {
      case "å", "ä", "á", "à", "â": words[words.count - 1] += "a"
      case "ö", "ø", "ó", "ò", "ô": words[words.count - 1] += "o"
      case "é", "è", "ê", "ë": words[words.count - 1] += "e"
      case "æ": words[words.count - 1] += "ae"
      case "ü", "ú": words[words.count - 1] += "u"
      case "a"..."z", "0"..."9": words[words.count - 1].append(character)
      default: if words.last != "" { words.append("") }
      }
    }
    return words.filter { !$0.isEmpty }.joined(separator: "-")
  }
}

/// Why a row cannot be taken in, and what to do.
package struct RowFault: Error, Sendable, Hashable {
  package let code: String
  package let text: Text
  package let help: Text
  /// The column, from 1; nil where it is about the whole row.
  package var column: Int?

  package init(_ code: String, at column: Int? = nil, sv: String, en: String, help: Text) {
    self.code = code
    self.column = column
    text = Text(sv: sv, en: en)
    self.help = help
  }
}
