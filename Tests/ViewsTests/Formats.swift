import Located
import RandomTesting
import Testing
import Views

/// Reads CSV as RFC 4180 defines it, with semicolons: CRLF after every record, quotes doubled inside
/// quotes, as many fields in each record; nil for anything else.
func strictCSV(_ text: String) -> [[String]]? {
  guard text.hasPrefix("\u{FEFF}") else { return nil }
  var rest = Array(text.unicodeScalars.dropFirst())[...]
  var records: [[String]] = []
  while !rest.isEmpty {
    var record: [String] = []
    while true {
      var field = String.UnicodeScalarView()
      if rest.first == "\"" {
        rest.removeFirst()
        while true {
          guard let scalar = rest.popFirst() else { return nil }
          if scalar != "\"" {
            field.append(scalar)
          } else if rest.first == "\"" {
            field.append(rest.removeFirst())
          } else {
            break
          }
        }
      } else {
        while let scalar = rest.first, scalar != ";", scalar != "\r" {
          guard scalar != "\"", scalar != "\n" else { return nil }
          field.append(rest.removeFirst())
        }
      }
      record.append(String(field))
      guard let next = rest.popFirst() else { return nil }
      if next == ";" { continue }
      guard next == "\r", rest.popFirst() == "\n" else { return nil }
      break
    }
    records.append(record)
  }
  return Set(records.map(\.count)).count == 1 ? records : nil
}

/// Whether a field is a text, with or without what keeps a spreadsheet from running or rewriting it.
func isField(_ field: String, of text: String) -> Bool {
  [text, "'" + text, text + "\t"].contains {
    Array($0.unicodeScalars) == Array(field.unicodeScalars)
  }
}

/// The tags and the text of HTML, character references resolved; nil where a reference is open.
func parts(ofHTML html: String) -> (tags: [String], text: String)? {
  // A browser reads scalars: an accent after a '<' does not make it a letter.
  var (tags, text) = ([String](), String.UnicodeScalarView())
  var rest = html.unicodeScalars[...]
  let references = ["&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
  while let first = rest.first {
    switch first {
    case "<":
      guard let end = rest.firstIndex(of: ">") else { return nil }
      tags.append(String(rest[...end]))
      if tags.last == "<br>" { text.append("\n") }
      rest = rest[end...].dropFirst()
    case "&":
      guard let known = references.first(where: { rest.starts(with: $0.key.unicodeScalars) }) else {
        return nil
      }
      text += known.value.unicodeScalars
      rest = rest.dropFirst(known.key.unicodeScalars.count)
    default:
      text.append(first)
      rest = rest.dropFirst()
    }
  }
  return (tags, String(text))
}

/// Texts that people might write to see what happens, and some that they write in good faith.
struct Mischief {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func text() -> String {
    let pieces = [
      "<script>alert(1)</script>", "</td>", "&amp;", "&", "\"", "'", ";", ",", "\n", "\r\n", "\t",
      "=1+1", "+", "-", "@SUM(A1)", "08", "3.1", "1-2", "maj", " ", "å", "ö", "🙂", "|", "\\", "`",
      "<!--", "]]>", "]( )", "**", "§ 41", "\u{0}", "\u{200B}", "\u{301}", "\u{200D}", "<\u{301}b>",
      "\"\u{301}", "a", "Vårdplatserna räcker inte.",
    ]
    return (0..<Int.random(in: 0...6, using: &random)).map { _ in
      pieces.randomElement(using: &random) ?? ""
    }.joined()
  }
}
