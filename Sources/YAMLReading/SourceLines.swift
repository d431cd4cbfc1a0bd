package import Located

/// The lines of a text, found as far as they are asked for, broken where libyaml breaks them.
///
/// A text without block scalars, anchors or faults is never walked.
package struct SourceLines {
  package let bytes: UnsafeBufferPointer<UInt8>
  private var starts = [0]
  /// Up to here the text has been walked.
  private var walked = 0
  /// The place asked for last.
  private var near = (line: 1, column: 1, offset: 0)

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Where a line starts, counted from 1; the end of the text when there is no such line.
  package mutating func start(ofLine line: Int) -> Int {
    if starts.count < line { walkLines(to: line) }
    return line <= starts.count ? starts[max(line, 1) - 1] : bytes.count
  }

  /// The one loop over every byte: it steps over all that starts no line break at once.
  private mutating func walkLines(to line: Int) {
    var at = walked
    while at < bytes.count, starts.count < line {
      let byte = bytes[at]
      if byte > 0x0D && byte != 0xC2 && byte != 0xE2 {
        at &+= 1
        continue
      }
      let length = lineBreak(at: at)
      at &+= max(length, 1)
      if length > 0 { starts.append(at) }
    }
    walked = at
  }

  /// The bytes of a line without its line break.
  package mutating func content(ofLine line: Int) -> Range<Int> {
    let start = start(ofLine: line)
    var end = start
    while end < bytes.count, lineBreak(at: end) == 0 { end += 1 }
    return start..<end
  }

  /// The number of lines; what follows the last line break counts as one, even when empty.
  package var count: Int {
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
  package func byte(_ offset: Int) -> UInt8 {
    offset < bytes.count ? bytes[offset] : 0
  }

  /// The byte where a mark stands, at most the end of its line.
  package mutating func offset(of mark: Mark) -> Int {
    walk(mark.line, toColumn: mark.column, orByte: .max)
    return near.offset
  }

  /// The mark of a byte in a line, at most the end of the line.
  package mutating func mark(line: Int, at offset: Int) -> Mark {
    walk(line, toColumn: .max, orByte: offset)
    return Mark(line: line, column: near.column)
  }

  /// Moves `near` along a line; goes on from where it is, so that a long line is walked once.
  private mutating func walk(_ line: Int, toColumn column: Int, orByte offset: Int) {
    if near.line != line || near.column > column || near.offset > offset {
      near = (line, 1, start(ofLine: line))
    }
    while near.column < column, near.offset < min(offset, bytes.count),
      lineBreak(at: near.offset) == 0
    {
      near.offset += 1
      while byte(near.offset) & 0xC0 == 0x80 { near.offset += 1 }
      near.column += 1
    }
  }
}
