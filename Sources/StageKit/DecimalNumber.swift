/// A number with decimals, exactly as it was measured: written `41,5` or `41.5`, stored `41.5`.
///
/// The decimals are kept as written, since they say how exact the number is: `41.0` is not `41`.
/// At most 18 digits in all; never a floating-point number, so it is the same on every platform.
public struct DecimalNumber: Word {
  /// The number with a point, as it is stored.
  public let description: String

  /// A number, if the text is one: digits without a leading zero, and decimals after one comma or
  /// point; a minus before it may be the mathematical one.
  public init?(_ text: String) {
    var digits = Array((text.hasPrefix("\u{2212}") ? "-" + text.dropFirst() : text).utf8)
    let isNegative = digits.first == 0x2D
    if isNegative { digits.removeFirst() }
    let separators: [UInt8] = [0x2C, 0x2E]
    let whole = digits.prefix { !separators.contains($0) }
    let decimals = digits.dropFirst(whole.count + 1)
    let isSeparated = whole.count < digits.count
    guard (whole + decimals).allSatisfy({ (0x30...0x39).contains($0) }),
      1...18 ~= whole.count + decimals.count, !whole.isEmpty, isSeparated != decimals.isEmpty,
      whole.count == 1 || whole.first != 0x30
    else { return nil }
    let isZero = (whole + decimals).allSatisfy { $0 == 0x30 }
    var canonical: [UInt8] = isNegative && !isZero ? [0x2D] : []
    canonical += whole
    if isSeparated { canonical += [0x2E] + decimals }
    description = String(decoding: canonical, as: UTF8.self)
  }

  private init(unchecked description: String) {
    self.description = description
  }

  /// What it looks like.
  public static let form = "41,5"
  /// Digits with decimals or without; how many there may be is left to ``init(_:)``.
  public static let pattern: String? = "^[-\u{2212}]?(0|[1-9][0-9]*)([.,][0-9]+)?$"
  /// Zero.
  public static var blank: DecimalNumber { DecimalNumber(unchecked: "0") }

  /// The number as in running text: `41,5` in Swedish, `41.5` in English.
  public var written: Text {
    let comma = description.utf8.map { $0 == 0x2E ? 0x2C : $0 }
    return Text(sv: String(decoding: comma, as: UTF8.self), en: description)
  }
}
