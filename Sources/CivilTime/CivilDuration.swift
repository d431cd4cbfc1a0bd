public import Located

/// A length of civil time as people agree on it: `8 weeks`, `10 working days`, `1 year`.
///
/// How many days that is depends on where it starts; ``WorkingCalendar`` adds it to a date.
public struct CivilDuration: Sendable, Hashable {
  /// What a duration counts.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// Days of the calendar.
    case days
    /// Days that are working days in a ``WorkingCalendar``.
    case workingDays = "working days"
    /// Weeks of seven days.
    case weeks
    /// Months of the calendar.
    case months
    /// Years of the calendar.
    case years
  }

  /// How many units, in ``counts``.
  public let count: Int
  /// What is counted.
  public let unit: Unit

  /// The counts that a duration can have.
  public static let counts = 1...1000

  /// One day.
  public static let day = CivilDuration(checked: 1, .days)

  private init(checked count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// A duration, or nil if the count is outside ``counts``.
  public init?(_ count: Int, _ unit: Unit) {
    guard Self.counts.contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }
}

extension CivilDuration: LosslessStringConvertible {
  /// The duration written in English: a count, one space, and the unit in the count's number.
  ///
  /// `1 week`, `8 weeks`, `10 working days`. Each duration has one spelling: `1 weeks`, `08 weeks`
  /// and `8 Weeks` are not read.
  public init?(_ text: some StringProtocol) {
    self.init(String(text))
  }

  /// The same for a text that is a String already, which is what a definition has by the thousand.
  public init?(_ text: String) {
    var text = text
    guard let read = text.withUTF8({ CivilDuration(utf8: $0) }) else { return nil }
    self = read
  }

  private init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    var count = 0
    var at = 0
    // No count has more than four digits, and none begins with a nought.
    while at < min(text.count, 5), (0x30...0x39).contains(text[at]) {
      count = count * 10 + Int(text[at] - 0x30)
      at += 1
    }
    guard at > 0, at < text.count, text[0] != 0x30, text[at] == 0x20 else { return nil }
    let word = text[(at + 1)...]
    for unit in [Unit.weeks, .months, .days, .years, .workingDays] {
      let plural = unit.rawValue.utf8
      let isUnit =
        count == 1 ? word.elementsEqual(plural.dropLast()) : word.elementsEqual(plural)
      guard isUnit else { continue }
      self.init(count, unit)
      return
    }
    return nil
  }

  /// The duration as ``init(_:)`` reads it.
  public var description: String {
    "\(count) \(count == 1 ? unit.rawValue.dropLast() : unit.rawValue[...])"
  }

  /// The duration as in running text: `8 veckor`, `8 weeks`.
  public var text: Text {
    let one = count == 1
    let swedish =
      switch unit {
      case .days: one ? "dag" : "dagar"
      case .workingDays: one ? "arbetsdag" : "arbetsdagar"
      case .weeks: one ? "vecka" : "veckor"
      case .months: one ? "månad" : "månader"
      case .years: "år"
      }
    return Text(sv: "\(count) \(swedish)", en: description)
  }
}

extension CivilDuration {
  /// The day so long after a day, by the calendar months and years alone.
  ///
  /// Working days count as days here: who knows the calendar is the engine.
  public func after(_ date: CivilDate) -> CivilDate {
    switch unit {
    case .days, .workingDays: date.adding(days: count)
    case .weeks: date.adding(days: 7 * count)
    case .months: date.adding(months: count)
    case .years: date.adding(months: 12 * count)
    }
  }
}
