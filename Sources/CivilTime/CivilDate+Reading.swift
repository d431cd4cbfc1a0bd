extension CivilDate {
  /// The day or month that a text was most likely meant to be; nil when nothing tells.
  ///
  /// `2026-2-3`, `20260203`, `2026/02/03`, and as Swedes write by hand: `3/2 2026`, `3.2.2026`,
  /// `3 februari 2026`, `februari 2026`.
  package init?(meantBy text: String) {
    let parts = text.lowercased().split { " -/.,".contains($0) }.map(String.init)
    var numbers: [Int] = []
    for part in parts {
      guard let number = Int(part).flatMap({ $0 < 0 ? nil : $0 }) ?? Self.month(part) else {
        return nil
      }
      numbers.append(number)
    }
    if parts.count == 1, let whole = parts.first, whole.count == 8, let number = numbers.first {
      numbers = [number / 10_000, number / 100 % 100, number % 100]
    }
    switch numbers.count {
    case 3 where numbers[0] > 999: self.init(numbers[0], numbers[1], numbers[2])
    case 3 where numbers[2] > 999: self.init(numbers[2], numbers[1], numbers[0])
    case 2 where numbers[0] > 999: self.init(numbers[0], numbers[1], nil)
    case 2 where numbers[1] > 999: self.init(numbers[1], numbers[0], nil)
    default: return nil
    }
  }

  private init?(_ year: Int, _ month: Int, _ day: Int?) {
    guard let day else {
      self.init(year: year, month: month)
      return
    }
    self.init(year: year, month: month, day: day)
  }

  private static func month(_ word: String) -> Int? {
    let names = [
      ["januari", "january"], ["februari", "february"], ["mars", "march"], ["april"],
      ["maj", "may"], ["juni", "june"], ["juli", "july"], ["augusti", "august"],
      ["september"], ["oktober", "october"], ["november"], ["december"],
    ]
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.contains { $0.hasPrefix(word) } }.map { $0 + 1 }
  }
}
