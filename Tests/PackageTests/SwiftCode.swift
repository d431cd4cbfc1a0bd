/// The lines of a Swift text without comments and without what stands in its literals.
///
/// As much of Swift's lexical grammar as that takes: nested comments, raw and multi-line strings.
/// What is interpolated counts as text.
struct SwiftCode {
  private let text: [UInt8]
  private var at = 0
  private var code: [UInt8] = []

  static func lines(of text: String) -> [Substring] {
    var scanner = SwiftCode(text: Array(text.utf8))
    while scanner.at < scanner.text.count { scanner.step() }
    return String(decoding: scanner.code, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  private init(text: [UInt8]) {
    self.text = text
  }

  private mutating func step() {
    if sees("//") {
      while at < text.count, text[at] != UInt8(ascii: "\n") { at += 1 }
    } else if sees("/*") {
      skipComment()
    } else if sees("\"") || sees("#") {
      skipLiteral()
    } else {
      code.append(text[at])
      at += 1
    }
  }

  private func sees(_ piece: String) -> Bool {
    text[at...].starts(with: piece.utf8)
  }

  /// Steps over what is no code, but keeps the end of a line, so that lines keep their numbers.
  private mutating func skip(_ count: Int) {
    for byte in text[at..<min(at + count, text.count)] where byte == UInt8(ascii: "\n") {
      code.append(byte)
    }
    at = min(at + count, text.count)
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      let (opens, closes) = (sees("/*"), sees("*/"))
      depth += opens ? 1 : closes ? -1 : 0
      skip(opens || closes ? 2 : 1)
    } while depth > 0 && at < text.count
  }

  private mutating func skipLiteral() {
    let hashes = String(repeating: "#", count: text[at...].prefix { $0 == UInt8(ascii: "#") }.count)
    let start = at
    at += hashes.count
    guard sees("\"") else {
      // A directive such as `#if`.
      code += text[start..<at]
      return
    }
    let quote = sees("\"\"\"") ? "\"\"\"" : "\""
    at += quote.count
    code += "\"\"".utf8
    while at < text.count {
      if sees(quote + hashes) {
        at += quote.count + hashes.count
        return
      }
      if quote == "\"", sees("\n") { return }
      // An escaped quote ends nothing.
      skip(sees("\\" + hashes) ? 2 + hashes.count : 1)
    }
  }
}
