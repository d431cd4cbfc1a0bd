import CivilTime
import Located

/// Says things in one language: lists, lengths of time, lines of a page.
struct Phrasing {
  let language: Language

  /// What is said, in this language.
  func callAsFunction(_ sv: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    language == .sv ? sv() : en()
  }

  /// `a, b och c`.
  func all(_ items: [String]) -> String { joined(items, self("och", "and")) }

  /// `a, b eller c`.
  func any(_ items: [String]) -> String { joined(items, self("eller", "or")) }

  private func joined(_ items: [String], _ word: String) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return "\(items.dropLast().joined(separator: ", ")) \(word) \(last)"
  }

  /// `den 2 mars 2026`, `i mars 2026`; `on 2 March 2026`, `in March 2026`.
  func on(_ date: CivilDate) -> String {
    let written = date.written
    return date.isMonth
      ? self("i \(written.sv)", "in \(written.en)") : self("den \(written.sv)", "on \(written.en)")
  }

  /// `med 12 månaders mellanrum`, `every 12 months`.
  func interval(_ duration: CivilDuration) -> String {
    let text = duration.text
    // The genitive of a plural that ends in s, and of "år", is as regular as the rest.
    return self(
      "med \(text.sv)s mellanrum",
      duration.count == 1
        ? "every \(text.en.drop { $0 != " " }.dropFirst())" : "every \(text.en)")
  }
}

extension String {
  /// The text as it stands within a sentence: `Nationella programområden` gets a small letter, `NPO`
  /// and `RCC Norr` do not.
  var withinSentence: String {
    guard let first, let second = dropFirst().first, first.isUppercase, !second.isUppercase,
      second.isLetter
    else { return self }
    return first.lowercased() + dropFirst()
  }

  /// The text as it begins a sentence.
  ///
  /// An id stays as it is written: `cancer-care-programme@3`.
  var beginningSentence: String {
    let word = prefix { $0 != " " }
    return word.contains("@") ? self : prefix(1).uppercased() + dropFirst()
  }

  /// The text padded with spaces to a width in characters.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, width - count))
  }
}

/// Lines of plain text, broken between words.
struct Page {
  /// How many characters a line holds.
  static let width = 88

  private(set) var text = ""

  /// A line as it is.
  mutating func line(_ line: String = "") {
    text += line
    text += "\n"
  }

  /// A paragraph under a first and a hanging indent.
  mutating func paragraph(_ paragraph: String, first: String = "", hanging: String = "") {
    var current = first
    var isEmpty = true
    for word in paragraph.split(separator: " ") {
      if !isEmpty, current.count + 1 + word.count > Self.width {
        line(current)
        current = hanging
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    line(current)
  }

  /// A heading with a line under it.
  mutating func heading(_ heading: String, underline: Character) {
    line(heading)
    line(String(repeating: underline, count: heading.count))
  }
}
