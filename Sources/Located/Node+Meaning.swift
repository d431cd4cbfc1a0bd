extension Node {
  /// What the text of a scalar stands for, when it is not in quotes.
  public enum Meaning: Sendable, Hashable {
    /// Nothing was written, or `~`, `null`, `Null`, `NULL`.
    case null
    /// `true` or `false`; other spellings are texts here.
    case boolean(Bool)
    /// Digits, perhaps with a sign, without a leading zero.
    case integer(Int)
    /// Any other text.
    case text
  }

  /// What a scalar stands for by its form; nil for a list or a mapping.
  ///
  /// As YAML 1.2's core schema (section 10.3), but narrower: `True`, `08`, `0x1f` and `1.5` are
  /// texts, since readers differ over them. What came from a command line is never null.
  public var plainMeaning: Meaning? {
    guard kind == .scalar else { return nil }
    guard style == .plain || style == .argument else { return .text }
    return tree.withText(of: index) { text in
      switch text.count {
      case 0: return style == .plain ? .null : .text
      case 1 where text[0] == UInt8(ascii: "~"): return style == .plain ? .null : .text
      case 4 where text.elementsEqual("true".utf8): return .boolean(true)
      case 5 where text.elementsEqual("false".utf8): return .boolean(false)
      case 4 where ["null", "Null", "NULL"].contains { text.elementsEqual($0.utf8) }:
        return style == .plain ? .null : .text
      default: return integer(text).map(Meaning.integer) ?? .text
      }
    }
  }

  /// Whether every reader sees a number with decimals or an exponent in the plain scalar: `1.5`.
  ///
  /// As YAML 1.2's core schema (section 10.3.2) has it.
  public var isDecimal: Bool {
    guard kind == .scalar, style == .plain else { return false }
    return tree.withText(of: index) { text in
      // Nearly every text begins with a letter.
      guard let first = text.first, first <= UInt8(ascii: "9") else { return false }
      var rest = text[...]
      func digits() -> Int {
        let count = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        rest = rest.dropFirst(count)
        return count
      }
      func skip(_ characters: String) -> Bool {
        guard let first = rest.first, characters.utf8.contains(first) else { return false }
        rest = rest.dropFirst()
        return true
      }
      _ = skip("+-")
      var count = digits()
      let hasPoint = skip(".")
      if hasPoint { count += digits() }
      let hasExponent = count > 0 && skip("eE")
      if hasExponent {
        _ = skip("+-")
        if digits() == 0 { return false }
      }
      return count > 0 && rest.isEmpty && (hasPoint || hasExponent)
    }
  }

  private func integer(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    let sign = text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+")
    let digits = text.dropFirst(sign ? 1 : 0)
    guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else {
      return nil
    }
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      // Counts downwards, since the least Int has no positive twin.
      let (product, tooBig) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooSmall) = product.subtractingReportingOverflow(Int(byte &- UInt8(ascii: "0")))
      if tooBig || tooSmall { return nil }
      value = sum
    }
    if text.first == UInt8(ascii: "-") { return value }
    return value == .min ? nil : -value
  }
}
