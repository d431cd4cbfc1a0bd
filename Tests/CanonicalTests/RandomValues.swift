import Canonical
import RandomTesting

extension Value {
  /// A value of at most some levels, with texts that need escaping and numbers at the borders.
  static func random(levels: Int = 4, using random: inout SeededRandom) -> Value {
    switch Int.random(in: 0..<(levels > 0 ? 6 : 4), using: &random) {
    case 0: return .whole([0, -1, .min, .max, 42].randomElement(using: &random) ?? 0)
    case 1: return .flag(Bool.random(using: &random))
    case 2, 3: return .text(text(using: &random))
    case 4:
      let count = Int.random(in: 0...4, using: &random)
      return .list((0..<count).map { _ in .random(levels: levels - 1, using: &random) })
    default:
      let count = Int.random(in: 0...4, using: &random)
      return .record(
        (0..<count).map { index in
          Field(
            "\(index)\(text(using: &random))", .random(levels: levels - 1, using: &random))
        })
    }
  }

  private static func text(using random: inout SeededRandom) -> String {
    let pieces = [
      "a", "å", "e\u{301}", "😀", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{2028}", "u00",
    ]
    let count = Int.random(in: 0...8, using: &random)
    return (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}

extension [UInt8] {
  /// Changes, drops, doubles or cuts a few bytes.
  mutating func damage(using random: inout SeededRandom) {
    for _ in 0...Int.random(in: 0...2, using: &random) where !isEmpty {
      let at = Int.random(in: indices, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: self[at] = .random(in: 0 ... .max, using: &random)
      case 1: self[at] = Array("{}[]\",:\\u-0.e".utf8).randomElement(using: &random) ?? 0
      case 2: remove(at: at)
      case 3: insert(self[at], at: Int.random(in: indices, using: &random))
      default: removeSubrange(at...)
      }
    }
  }
}
