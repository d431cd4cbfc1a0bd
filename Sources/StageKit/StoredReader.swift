/// Reads stored bytes: canonical JSON with the keys in the order of the form.
///
/// Never reads past the end and never traps: bytes that another contract wrote leave it broken, and
/// then the case can be read but not acted on.
public struct StoredReader {
  // An unowned pointer, so that replaying a million events costs no reference counts. It is valid
  // for as long as the bytes it was made from, which the replay holds on to.
  @usableFromInline let base: UnsafePointer<UInt8>?
  @usableFromInline let count: Int
  @usableFromInline var at = 0
  @usableFromInline var isBroken = false

  @usableFromInline static var nothing: StoredReader {
    StoredReader(UnsafeBufferPointer(start: nil, count: 0))
  }

  @usableFromInline package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    base = bytes.baseAddress
    count = bytes.count
  }

  @inlinable package var isFinished: Bool { at == count && !isBroken }
  /// The place of the next byte.
  package var position: Int { at }

  /// Enters a record whose keys are then sought one by one.
  package mutating func open() { enterRecord() }

  /// Says that the bytes are no value of the type that reads them.
  public mutating func reject() {
    isBroken = true
    at = count
  }

  // 0, which canonical text never holds, past the end.
  @inlinable func byte(_ index: Int) -> UInt8 {
    guard index < count, let base else { return 0 }
    return base[index]
  }

  @inlinable mutating func pass(_ character: UInt8) {
    if byte(at) == character { at += 1 } else { reject() }
  }

  @inlinable mutating func enterRecord() { pass(0x7B) }
  @inlinable mutating func leaveRecord() { pass(0x7D) }

  /// Moves to the value of a key, if it was given.
  @inlinable package mutating func seek(_ key: StaticString) -> Bool {
    let from = byte(at) == 0x2C ? at + 1 : at
    let length = key.utf8CodeUnitCount
    guard let base, from + length + 3 <= count, base[from] == 0x22,
      base[from + length + 1] == 0x22, base[from + length + 2] == 0x3A
    else { return false }
    let wanted = key.utf8Start
    for offset in 0..<length where base[from + 1 + offset] != wanted[offset] { return false }
    at = from + length + 3
    return true
  }

  /// Moves to the next item of a list; false after the last one.
  @inlinable mutating func nextItem() -> Bool {
    switch byte(at) {
    case 0x5B:
      at += 1
      guard byte(at) != 0x5D else {
        at += 1
        return false
      }
      return true
    case 0x2C:
      at += 1
      return true
    case 0x5D:
      at += 1
      return false
    default:
      reject()
      return false
    }
  }

  /// Each item of a list.
  @inlinable package mutating func list(_ each: (inout StoredReader) -> Void) {
    guard byte(at) == 0x5B else { return reject() }
    while nextItem() { each(&self) }
  }

  /// A whole number.
  @inlinable package mutating func whole() -> Int {
    let negative = byte(at) == 0x2D
    if negative { at += 1 }
    let from = at
    var number = 0
    while case let digit = byte(at), digit >= 0x30, digit <= 0x39 {
      let (tens, tooMany) = number.multipliedReportingOverflow(by: 10)
      let (sum, tooFar) = tens.addingReportingOverflow(Int(digit &- 0x30))
      if tooMany || tooFar { isBroken = true }
      number = sum
      at += 1
    }
    if at == from { reject() }
    return negative ? 0 &- number : number
  }

  /// True or false.
  @inlinable package mutating func flag() -> Bool {
    let isTrue = byte(at) == 0x74
    if !isTrue && byte(at) != 0x66 { reject() }
    at = min(at + (isTrue ? 4 : 5), count)
    return isTrue
  }

  /// A text.
  public mutating func text() -> String {
    withText { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a text, unescaped; valid inside the closure only.
  package mutating func withText<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    pass(0x22)
    let from = at
    var end = from
    if let base {
      while end < count, base[end] != 0x22, base[end] != 0x5C { end += 1 }
    }
    if let base, end < count, base[end] == 0x22 {
      at = end + 1
      return body(UnsafeBufferPointer(start: base + from, count: end - from))
    }
    return unescaped(from, end).withUnsafeBufferPointer(body)
  }

  private mutating func unescaped(_ from: Int, _ firstEscape: Int) -> [UInt8] {
    var out = (from..<firstEscape).map { byte($0) }
    var here = firstEscape
    while here < count, byte(here) != 0x22 {
      if byte(here) != 0x5C {
        out.append(byte(here))
        here += 1
        continue
      }
      switch byte(here + 1) {
      case 0x6E: out.append(0x0A)
      case 0x72: out.append(0x0D)
      case 0x74: out.append(0x09)
      case 0x75:
        // Only controls are written so: two hexadecimal digits after two zeros.
        out.append(hexadecimal(byte(here + 4)) << 4 | hexadecimal(byte(here + 5)) & 15)
        here += 4
      default: out.append(byte(here + 1))
      }
      here += 2
    }
    at = min(here, count)
    pass(0x22)
    return out
  }

  private func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit <= 0x39 ? digit &- 0x30 : (digit | 0x20) &- 0x57
  }
}
