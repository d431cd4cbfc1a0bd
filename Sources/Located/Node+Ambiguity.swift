extension Node {
  /// What another reader of YAML sees in a plain scalar that is a text here; nil when all agree.
  ///
  /// YAML 1.1 (section "language-independent types") knows more booleans and numbers than 1.2,
  /// and both drop the zeros of `4.10`. Where a text is meant, quotes settle it.
  public var ambiguity: Text? {
    // Most texts begin with a letter that no number or boolean begins with, or are too long.
    guard kind == .scalar, style == .plain, mayBeAmbiguous, plainMeaning == .text, let text
    else { return nil }
    switch text {
    case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE":
      return Self.other("true")
    case "n", "N", "no", "No", "NO", "off", "Off", "OFF", "False", "FALSE":
      return Self.other("false")
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF":
      return Text(sv: "andra program läser oändligheten", en: "other programs read infinity")
    case ".nan", ".NaN", ".NAN":
      return Text(sv: "andra program läser »inget tal«", en: "other programs read not-a-number")
    default:
      return Self.number(text)
    }
  }

  private var mayBeAmbiguous: Bool {
    tree.withText(of: index) { text in
      guard let first = text.first else { return false }
      switch first {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"),
        UInt8(ascii: "-"):
        // No number has a space in it: `8 weeks`.
        return !text.contains(UInt8(ascii: " "))
      case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"),
        UInt8(ascii: "o"), UInt8(ascii: "O"), UInt8(ascii: "T"), UInt8(ascii: "F"):
        return text.count <= 5
      default: return false
      }
    }
  }

  private static func other(_ value: String) -> Text {
    Text(sv: "andra program läser \(value)", en: "other programs read \(value)")
  }

  private static func number(_ text: String) -> Text? {
    let sign = text.hasPrefix("-") ? "-" : ""
    let body = text.hasPrefix("-") || text.hasPrefix("+") ? String(text.dropFirst()) : text
    guard let first = body.utf8.first, body.utf8.count <= 64,
      first == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return nil }
    if body.contains(":") { return sexagesimal(body, sign) }
    if let based = based(body, sign) { return based }
    let digits = body.filter { $0 != "_" }
    guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return fraction(digits, sign, written: text)
    }
    let shortest = digits.drop { $0 == "0" }
    let decimal = sign + (shortest.isEmpty ? "0" : shortest)
    if digits.count != body.count || shortest.count == digits.count { return other(decimal) }
    // A leading zero means base 8 in YAML 1.1, base 10 in YAML 1.2.
    guard let octal = Int(digits, radix: 8), sign + String(octal) != decimal else {
      return Int(digits, radix: 8) == nil
        ? Text(
          sv: "andra program läser \(decimal), eller texten '\(text)'",
          en: "other programs read \(decimal), or the text '\(text)'")
        : other(decimal)
    }
    return Text(
      sv: "andra program läser \(decimal), eller \(sign)\(octal) (basen 8)",
      en: "other programs read \(decimal), or \(sign)\(octal) (base 8)")
  }

  /// `0x1f`, `0o17`, `0b101`.
  private static func based(_ body: String, _ sign: String) -> Text? {
    let radix: [Substring: Int] = ["0x": 16, "0o": 8, "0b": 2]
    let digits = body.dropFirst(2).filter { $0 != "_" }
    guard let base = radix[body.prefix(2)], let first = digits.first, first.isHexDigit,
      let value = Int(digits, radix: base)
    else { return nil }
    return other(sign + String(value))
  }

  /// `12:30:00` counts by sixties in YAML 1.1: hours and minutes become a number of seconds.
  ///
  /// `08:30` does not, since such a number starts with 1 to 9.
  private static func sexagesimal(_ body: String, _ sign: String) -> Text? {
    guard body.utf8.first != UInt8(ascii: "0") else { return nil }
    let parts = body.split(separator: ":", omittingEmptySubsequences: false)
    var total = 0
    for (index, part) in parts.enumerated() {
      guard let value = Int(part), part.utf8.count <= (index == 0 ? 9 : 2), index < 6,
        part.utf8.first != UInt8(ascii: "+"), index == 0 || value < 60
      else { return nil }
      total = total * 60 + value
    }
    return other(sign + String(total))
  }

  /// `4.10`, `1e3`: numbers that lose their form; `1.5` keeps it, so nobody is misled.
  private static func fraction(_ body: String, _ sign: String, written: String) -> Text? {
    guard let value = Double(body), value.isFinite,
      body.utf8.allSatisfy({
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "+-.eE".utf8.contains($0)
      })
    else { return nil }
    let seen = sign + "\(value)"
    return seen == written ? nil : other(seen)
  }
}
