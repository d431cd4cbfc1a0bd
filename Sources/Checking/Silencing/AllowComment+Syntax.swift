import CivilTime
import Located

/// Reads what stands behind `stafett:` in a comment, to the end of the line.
struct AllowSyntax {
  /// What was read.
  struct Content {
    var codes: [AllowComment.Code] = []
    var until: (date: CivilDate, span: Span)?
    var reason = ""
  }

  private let path: String
  private let line: Int
  private let text: [Unicode.Scalar]
  /// The column of the first code point.
  private let column: Int
  private var at = 0
  /// Where the first word stands.
  private var begin: Mark

  /// The text behind the colon, which begins at a mark.
  init(_ text: String, at start: Mark, path: String) {
    self.path = path
    line = start.line
    column = start.column
    self.text = Array(text.unicodeScalars)
    begin = start
  }

  /// Everything, or the first thing that is wrong.
  mutating func read() -> Result<Content, Refusal> {
    do throws(Refusal) {
      return .success(try content())
    } catch {
      return .failure(error)
    }
  }

  /// A comment that cannot be followed.
  struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  private mutating func content() throws(Refusal) -> Content {
    var content = Content()
    let verb = word()
    begin = verb.span.start
    guard verb.text == "allow" else { throw malformed(verb, verb: true) }
    repeat {
      let code = word()
      guard Self.isCode(code.text) else { throw malformed(code, verb: false) }
      content.codes.append(AllowComment.Code(name: code.text, span: code.span))
    } while skip(",")
    if startsWord("until") {
      _ = word()
      let day = word()
      guard let date = CivilDate(day.text) else {
        throw refusal(
          "ignore/malformed", day.span,
          Text(
            sv: day.text.isEmpty ? "här ska det stå ett datum" : "'\(day.text)' är inget datum",
            en: day.text.isEmpty ? "a date is expected here" : "'\(day.text)' is no date"),
          help: Text(
            sv: "skriv som until 2027-09-01: och sedan skälet",
            en: "write as until 2027-09-01: and then the reason"))
      }
      content.until = (date, day.span)
    }
    let colon = skip(":")
    let reason = rest()
    guard !reason.text.isEmpty else { throw noReason(reason.span, colon: colon) }
    guard colon else {
      throw refusal(
        "ignore/malformed", reason.span,
        Text(
          sv: "här ska det stå ett kolon före skälet", en: "a colon is expected before the reason"),
        help: Self.form)
    }
    content.reason = reason.text
    return content
  }

  // MARK: what is wrong

  static let form = Text(
    sv: "skriv som # stafett: allow time/window-in-pause until 2027-09-01: skälet",
    en: "write as # stafett: allow time/window-in-pause until 2027-09-01: the reason")

  private func refusal(
    _ code: String, _ span: Span, _ message: Text, help: Text, fixes: [Fix] = []
  ) -> Refusal {
    Refusal(
      diagnostic: Diagnostic(
        code, message, severity: .warning, path: path, span: span, help: help, fixes: fixes))
  }

  private func malformed(_ word: (text: String, span: Span), verb: Bool) -> Refusal {
    let near = verb ? nearest(to: word.text, among: ["allow"]) : nil
    let fix = near.map {
      Fix(
        Text(sv: "skriv \($0)", en: "write \($0)"), isSafe: false,
        edits: [Fix.Edit(path: path, span: word.span, replacement: $0)])
    }
    let expected = verb ? Text("allow") : Text(sv: "en kod", en: "a code")
    return refusal(
      "ignore/malformed", word.span,
      Text(
        sv: word.text.isEmpty
          ? "här ska det stå \(expected.sv)"
          : "här ska det stå \(expected.sv), inte '\(word.text)'",
        en: word.text.isEmpty
          ? "\(expected.en) is expected here" : "\(expected.en) is expected, not '\(word.text)'"),
      help: Self.form, fixes: fix.map { [$0] } ?? [])
  }

  private func noReason(_ span: Span, colon: Bool) -> Refusal {
    refusal(
      "ignore/no-reason", Span(begin, span.start),
      Text(sv: "undantaget saknar skäl", en: "no reason is given"),
      help: Text(
        sv: colon ? "skriv skälet efter kolonet" : "skriv ett kolon och skälet sist",
        en: colon ? "write the reason after the colon" : "write a colon and the reason at the end"))
  }

  // MARK: the text

  /// A code is two words of letters a–z, digits and hyphens with a slash between.
  private static func isCode(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
          }
      }
  }

  private func mark(_ index: Int) -> Mark { Mark(line: line, column: column + index) }

  private mutating func skipBlanks() {
    while at < text.count, text[at] == " " || text[at] == "\t" { at += 1 }
  }

  private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    let start = at
    skipBlanks()
    if at < text.count, text[at] == scalar {
      at += 1
      return true
    }
    at = start
    return false
  }

  private mutating func startsWord(_ word: String) -> Bool {
    var copy = self
    return copy.word().text == word
  }

  /// The next word, up to a blank, a comma or a colon.
  private mutating func word() -> (text: String, span: Span) {
    let before = at
    skipBlanks()
    let start = at
    while at < text.count, ![" ", "\t", ",", ":"].contains(text[at]) { at += 1 }
    // What is missing is missing where the text before it ends.
    if start == at {
      at = before
      return ("", Span(mark(before), mark(before)))
    }
    return (string(start, at), Span(mark(start), mark(at)))
  }

  /// The rest of the line without blanks at its ends.
  private mutating func rest() -> (text: String, span: Span) {
    let before = at
    skipBlanks()
    let start = at == text.count ? before : at
    var end = text.count
    while end > start, text[end - 1] == " " || text[end - 1] == "\t" { end -= 1 }
    at = text.count
    return (string(start, end), Span(mark(start), mark(end)))
  }

  private func string(_ start: Int, _ end: Int) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text[start..<end])
    return String(scalars)
  }
}
