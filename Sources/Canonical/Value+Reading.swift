extension Value {
  /// How deep lists and records may stand in one another.
  public static let maximumDepth = 64

  /// The value that JSON says, with any white space and any order of keys.
  ///
  /// Nil for what is no JSON (RFC 8259), and for what has no canonical text: a fraction, an exponent,
  /// `-0`, a whole number beyond 64 bits, `null`, a key twice, half a surrogate pair, text that is
  /// not UTF-8, more than `maximumDepth` levels. A text that was written as prose is read as its hash.
  public init?(json bytes: [UInt8]) {
    // Checked once for the whole, so that a string between two quotes needs no check of its own.
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var reader = JSONReader(bytes: bytes)
    guard let value = reader.document() else { return nil }
    self = value
  }
}

/// Reads one JSON text, in valid UTF-8, by recursive descent; every index is checked before use.
private struct JSONReader {
  let bytes: [UInt8]
  var at = 0
  var depth = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() -> Value? {
    guard let value = value() else { return nil }
    skipSpace()
    return at == bytes.count ? value : nil
  }

  /// The next byte that is no space, left where it is.
  private mutating func peek() -> UInt8? {
    skipSpace()
    return at < bytes.count ? bytes[at] : nil
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): at += 1
      default: return
      }
    }
  }

  /// Steps over this byte if it is the next one.
  private mutating func take(_ byte: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: byte) else { return false }
    at += 1
    return true
  }

  private mutating func value() -> Value? {
    guard let byte = peek() else { return nil }
    switch byte {
    case UInt8(ascii: "{"): return nested { $0.record() }
    case UInt8(ascii: "["): return nested { $0.list() }
    case UInt8(ascii: "\""): return string().map(Value.text)
    case UInt8(ascii: "t"): return word("true") ? .flag(true) : nil
    case UInt8(ascii: "f"): return word("false") ? .flag(false) : nil
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    default: return nil
    }
  }

  /// Steps over the opening bracket and reads what it opened.
  private mutating func nested(_ content: (inout JSONReader) -> Value?) -> Value? {
    guard depth < Value.maximumDepth else { return nil }
    depth += 1
    at += 1
    defer { depth -= 1 }
    return content(&self)
  }

  private mutating func list() -> Value? {
    var items: [Value] = []
    if take("]") { return .list(items) }
    repeat {
      guard let item = value() else { return nil }
      items.append(item)
    } while take(",")
    return take("]") ? .list(items) : nil
  }

  private mutating func record() -> Value? {
    var fields: [Value.Field] = []
    if take("}") { return .record(fields) }
    repeat {
      guard peek() == UInt8(ascii: "\""), let key = string(), take(":"), let value = value()
      else { return nil }
      fields.append(Value.Field(key, value))
    } while take(",")
    return take("}") && haveOwnKeys(fields) ? .record(fields) : nil
  }

  /// Whether no key stands twice: by comparing while there are few, as there nearly always are.
  private func haveOwnKeys(_ fields: [Value.Field]) -> Bool {
    guard fields.count <= 16 else { return Set(fields.lazy.map(\.key)).count == fields.count }
    return fields.indices.allSatisfy { index in
      fields[..<index].allSatisfy { $0.key != fields[index].key }
    }
  }

  private mutating func word(_ word: StaticString) -> Bool {
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    defer { at = end }
    return word.withUTF8Buffer { bytes[at..<end].elementsEqual($0) }
  }

  private mutating func number() -> Value? {
    let start = at
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let firstDigit = at
    while at < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[at]) { at += 1 }
    // What has a canonical text starts with 0 only if it is 0; a fraction fails at what follows.
    if firstDigit < bytes.count, bytes[firstDigit] == UInt8(ascii: "0"), at - start > 1 {
      return nil
    }
    return Int(String(decoding: bytes[start..<at], as: UTF8.self)).map(Value.whole)
  }

  /// A string, from its opening quote past its closing one.
  private mutating func string() -> String? {
    at += 1
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        defer { at += 1 }
        return bytes[start..<at].withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      case UInt8(ascii: "\\"): return escapedString(from: start)
      case 0..<0x20: return nil
      default: at += 1
      }
    }
    return nil
  }

  /// The rest of a string that has an escape at the current place.
  private mutating func escapedString(from start: Int) -> String? {
    var text = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        text.append(contentsOf: Character(scalar).utf8)
      case 0..<0x20: return nil
      default: text.append(byte)
      }
    }
    return nil
  }

  /// What stands after a backslash.
  private mutating func escape() -> Unicode.Scalar? {
    guard at < bytes.count else { return nil }
    defer { at += 1 }
    switch bytes[at] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return unicodeEscape()
    default: return nil
    }
  }

  /// A `\u` escape or a pair of them, from its `u` to its last digit.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let high = fourDigits() else { return nil }
    guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) }
    guard at + 2 < bytes.count, bytes[at + 1] == UInt8(ascii: "\\"),
      bytes[at + 2] == UInt8(ascii: "u")
    else { return nil }
    at += 2
    guard let low = fourDigits(), UTF16.isTrailSurrogate(low) else { return nil }
    return UTF16.decode(UTF16.EncodedScalar([high, low]))
  }

  /// Four hexadecimal digits after the current place, which ends at the last of them.
  private mutating func fourDigits() -> UInt16? {
    guard at + 4 < bytes.count else { return nil }
    var number: UInt16 = 0
    for _ in 0..<4 {
      at += 1
      guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else { return nil }
      number = number << 4 | UInt16(digit)
    }
    return number
  }
}
