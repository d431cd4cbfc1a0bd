/// A day that comes back every year, such as 15 September.
public struct MonthDay: Sendable, Hashable {
  /// The month, 1–12.
  public let month: Int
  /// The day of the month, 1–31.
  public let day: Int

  /// A day of some year's calendar, or nil if no year has it; 29 February is one.
  public init?(month: Int, day: Int) {
    // Any leap year knows every day.
    guard CivilDate(year: 2000, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  /// The date in a year, or nil outside the supported years.
  ///
  /// 29 February is 28 February in a year without it.
  public func date(in year: Int) -> CivilDate? {
    guard CivilDate.supportedYears.contains(year) else { return nil }
    let day = min(day, Gregorian.length(ofMonth: month, year: year))
    return CivilDate(checkedDay: Gregorian.dayNumber(year: year, month: month, day: day))
  }
}

extension MonthDay: Comparable {
  /// Whether one day comes before another in a year.
  public static func < (left: MonthDay, right: MonthDay) -> Bool {
    (left.month, left.day) < (right.month, right.day)
  }
}

extension MonthDay: LosslessStringConvertible {
  /// The day written as `09-15`; nothing else is read.
  public init?(_ text: some StringProtocol) {
    // Read as a day of a leap year, so that the two kinds of date share one reader.
    guard text.utf8.count == 5, let date = CivilDate("2000-\(text)") else { return nil }
    self.init(month: date.month, day: date.day)
  }

  /// The day as `09-15`.
  public var description: String { "\(padded(month))-\(padded(day))" }
}
