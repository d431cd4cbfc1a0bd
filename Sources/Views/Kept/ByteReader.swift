import Canonical

// Numbers in as few bytes as they need, seven bits in each, the least first; strings as their length
// and UTF-8.

extension [UInt8] {
  /// Adds a number; one that is negative takes ten bytes.
  mutating func append(number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Adds a string.
  mutating func append(string: String) {
    append(number: string.utf8.count)
    append(contentsOf: string.utf8)
  }
}

/// Reads bytes from the first to the last; nil where they end too early or say what cannot be.
struct ByteReader {
  private let bytes: [UInt8]
  private let end: Int
  private var place: Int

  /// Those in a range of some bytes.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    place = range.lowerBound
    end = min(range.upperBound, bytes.count)
  }

  var isAtEnd: Bool { place == end }

  mutating func byte() -> UInt8? {
    guard place < end else { return nil }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func number() -> Int? {
    var (value, shift): (UInt, UInt) = (0, 0)
    while let byte = byte() {
      value |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: value) }
      shift += 7
      guard shift < 64 else { return nil }
    }
    return nil
  }

  /// A number of things that follow, each of at least a byte.
  mutating func count() -> Int? {
    guard let count = number(), count >= 0, count <= end - place else { return nil }
    return count
  }

  mutating func slice(_ length: Int) -> ArraySlice<UInt8>? {
    guard length >= 0, length <= end - place else { return nil }
    defer { place += length }
    return bytes[place..<place + length]
  }

  mutating func string() -> String? {
    guard let length = count(), let bytes = slice(length) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func hash() -> ContentHash? { slice(32).flatMap { ContentHash(bytes: $0) } }
}
