import Located

/// The lines of a text, found as far as they are asked for, broken where libyaml breaks them.
///
/// A text without block scalars, anchors or faults is never walked.
struct SourceLines {
  let bytes: UnsafeBufferPointer<UInt8>
  private var starts = [0]
  /// Up to here the text has been walked.
  private var walked = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Where a line starts, counted from 1; the end of the text when there is no such line.
  mutating func start(ofLine line: Int) -> Int {
    while starts.count < line, walked < bytes.count {
      let length = lineBreak(at: walked)
      walked += max(length, 1)
      if length > 0 { starts.append(walked) }
    }
    return line <= starts.count ? starts[max(line, 1) - 1] : bytes.count
  }

  /// The bytes of a line without its line break.
  mutating func content(ofLine line: Int) -> Range<Int> {
    let start = start(ofLine: line)
    var end = start
    while end < bytes.count, lineBreak(at: end) == 0 { end += 1 }
    return start..<end
  }

  /// The number of lines; what follows the last line break counts as one, even when empty.
  var count: Int {
    mutating get {
      _ = start(ofLine: .max)
      return starts.count
    }
  }

  /// The length of the line break that starts here, or 0.
  ///
  /// CR, LF, CR LF, and as in YAML 1.1 the Unicode ones: NEL, LS, PS.
  func lineBreak(at offset: Int) -> Int {
    switch bytes[offset] {
    case 0x0A: 1
    case 0x0D: byte(offset + 1) == 0x0A ? 2 : 1
    case 0xC2: byte(offset + 1) == 0x85 ? 2 : 0
    case 0xE2:
      byte(offset + 1) == 0x80 && (byte(offset + 2) == 0xA8 || byte(offset + 2) == 0xA9) ? 3 : 0
    default: 0
    }
  }

  /// The byte here; 0 past the end, which no YAML text contains.
  func byte(_ offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  /// The byte where a mark stands, at most the end of its line.
  mutating func offset(of mark: Mark) -> Int {
    let line = content(ofLine: mark.line)
    var offset = line.lowerBound
    var column = 1
    while column < mark.column, offset < line.upperBound {
      offset = afterCodePoint(offset, before: line.upperBound)
      column += 1
    }
    return offset
  }

  /// The mark of a byte in a line.
  mutating func mark(line: Int, at offset: Int) -> Mark {
    let content = content(ofLine: line)
    var at = content.lowerBound
    var column = 1
    while at < offset, at < content.upperBound {
      at = afterCodePoint(at, before: content.upperBound)
      column += 1
    }
    return Mark(line: line, column: column)
  }

  private func afterCodePoint(_ offset: Int, before end: Int) -> Int {
    var next = offset + 1
    while next < end, bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
