import Located

extension SourceLines {
  /// The word that starts at a mark: up to a blank or a bracket, at least one code point.
  ///
  /// libyaml puts the end of the text on a line of its own; here it is after the last text.
  mutating func word(at mark: Mark) -> Span {
    let start = offset(of: mark)
    if start >= bytes.count { return endOfText }
    let line = content(ofLine: mark.line)
    var end = start
    while end < line.upperBound, !Self.endsWord(bytes[end]) { end += 1 }
    if end == start, end < line.upperBound { end += 1 }
    let first = self.mark(line: mark.line, at: start)
    return Span(first, self.mark(line: mark.line, at: end))
  }

  /// The place after the last character of the text that is not blank.
  private var endOfText: Span {
    mutating get {
      var line = count
      while line > 1, isBlank(line) { line -= 1 }
      var content = content(ofLine: line)
      while let last = content.last, bytes[last] == 0x20 || bytes[last] == 0x09 {
        content = content.lowerBound..<last
      }
      let end = mark(line: line, at: content.upperBound)
      return Span(end, end)
    }
  }

  /// Whether nothing but blanks or a comment stands on a line.
  mutating func isBlank(_ line: Int) -> Bool {
    let first = content(ofLine: line).first { bytes[$0] != 0x20 && bytes[$0] != 0x09 }
    return first.map { bytes[$0] == UInt8(ascii: "#") } ?? true
  }

  /// Whether nothing but spaces stands on a line before a mark.
  mutating func isBlank(upTo mark: Mark) -> Bool {
    let start = content(ofLine: mark.line).lowerBound
    return (start..<offset(of: mark)).allSatisfy { bytes[$0] == 0x20 }
  }

  /// Whether nothing but blanks stands on a line from a mark on, and a line break ends it.
  mutating func isBlank(from mark: Mark) -> Bool {
    let end = content(ofLine: mark.line).upperBound
    return end < bytes.count
      && (offset(of: mark)..<end).allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 }
  }

  /// Where the text of a line ends, before blanks and a comment.
  mutating func endOfText(ofLine line: Int) -> Mark {
    let content = content(ofLine: line)
    var end = content.lowerBound
    for at in content {
      let isBlank = bytes[at] == 0x20 || bytes[at] == 0x09
      let follows = at == content.lowerBound || bytes[at - 1] == 0x20 || bytes[at - 1] == 0x09
      if bytes[at] == UInt8(ascii: "#"), follows { break }
      if !isBlank { end = at + 1 }
    }
    return mark(line: line, at: end)
  }

  /// The last line before this one that has content; nil when there is none.
  mutating func contentLine(before line: Int) -> Int? {
    var before = line - 1
    while before >= 1 {
      if !isBlank(before) { return before }
      before -= 1
    }
    return nil
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  /// The bracket that closes the one at an offset, right or wrong; nil when none does.
  ///
  /// Gives up at a line that is indented as little as the opening one and looks like a key.
  mutating func closer(of open: Int, on openLine: Int) -> (byte: UInt8, offset: Int)? {
    let indent = indent(ofLine: openLine)
    var depth = 0
    var line = openLine
    var quote: UInt8 = 0
    while line <= count {
      let content = content(ofLine: line)
      if line > openLine, quote == 0, self.indent(ofLine: line) <= indent, startsKey(line) {
        return nil
      }
      var before: UInt8 = 0x20
      for at in (line == openLine ? open : content.lowerBound)..<content.upperBound {
        let byte = bytes[at]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == 0x23, before == 0x20 || before == 0x09 {
          break
        } else if byte == 0x22 || byte == 0x27, !Self.isWord(before) {
          quote = byte
        } else if byte == 0x5B || byte == 0x7B {
          depth += 1
        } else if byte == 0x5D || byte == 0x7D {
          depth -= 1
          if depth == 0 { return (byte, at) }
        }
        before = byte
      }
      line += 1
    }
    return nil
  }

  /// A quote after one of these belongs to a word, as in `it's`.
  private static func isWord(_ byte: UInt8) -> Bool {
    !(endsWord(byte) || byte == UInt8(ascii: ":"))
  }

  /// The number of blanks before a line's content.
  mutating func indent(ofLine line: Int) -> Int {
    content(ofLine: line).prefix { bytes[$0] == 0x20 || bytes[$0] == 0x09 }.count
  }

  /// Whether a line starts with a bare word and a colon, or with a dash and a blank.
  mutating func startsKey(_ line: Int) -> Bool {
    let content = content(ofLine: line)
    let start = content.lowerBound + indent(ofLine: line)
    if byte(start) == UInt8(ascii: "-"), byte(start + 1) == 0x20 { return true }
    var at = start
    while at < content.upperBound, !Self.endsWord(bytes[at]), bytes[at] != UInt8(ascii: ":") {
      at += 1
    }
    guard at > start, at < content.upperBound, bytes[at] == UInt8(ascii: ":") else { return false }
    return at + 1 == content.upperBound || bytes[at + 1] == 0x20
  }
}
