package import Located

extension SourceLines {
  /// The first byte that no UTF-8 text has in its place: see the table of well-formed sequences
  /// in the Unicode Standard, section 3.9.
  var firstInvalidByte: Int? {
    var at = 0
    while at < bytes.count {
      guard let length = lengthOfSequence(at) else { return at }
      at += length
    }
    return nil
  }

  /// The length of the well-formed sequence that starts here; nil when there is none.
  private func lengthOfSequence(_ at: Int) -> Int? {
    let first = bytes[at]
    if first < 0x80 { return 1 }
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return nil }
    for next in at + 2..<max(at + length, at + 2) where bytes[next] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// The first code point that YAML allows nowhere, in a text that is UTF-8.
  var firstControl: Int? {
    var at = 0
    while at < bytes.count {
      switch scalar(at: at) {
      case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
        if scalar(at: at) == 0xFEFF { return at }
      default: return at
      }
      at += lengthOfSequence(at) ?? 1
    }
    return nil
  }

  /// The code point at a byte, in a text that is UTF-8.
  func scalar(at offset: Int) -> UInt32 {
    guard offset < bytes.count else { return 0 }
    let length = lengthOfSequence(offset) ?? 1
    let head = UInt32(bytes[offset])
    guard length > 1 else { return head }
    return (1..<length).reduce(head & (0x7F >> UInt32(length))) {
      $0 << 6 | UInt32(bytes[offset + $1] & 0x3F)
    }
  }

  /// The one code point at a byte, wherever in the text.
  mutating func span(ofByte offset: Int) -> Span {
    let start = mark(ofByte: offset)
    return Span(start, Mark(line: start.line, column: start.column + 1))
  }

  /// The place of a byte, wherever in the text.
  package mutating func mark(ofByte offset: Int) -> Mark {
    let last = count
    var low = 1
    var high = last
    while low < high {
      let middle = (low + high + 1) / 2
      if start(ofLine: middle) <= offset { low = middle } else { high = middle - 1 }
    }
    return mark(line: low, at: offset)
  }
}
