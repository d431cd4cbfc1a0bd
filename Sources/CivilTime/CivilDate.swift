/// A civil date, known to the day or only to the month.
///
/// A month counts as its first day where a day must be computed, and what is computed from it is a
/// month again: no day is invented.
public struct CivilDate: Sendable, Hashable {
  /// Days since 1970-01-01 in the Gregorian calendar; of a month, its first day.
  public let dayNumber: Int32
  /// Whether only the month is known.
  public let isMonth: Bool

  init(dayNumber: Int32, isMonth: Bool) {
    self.dayNumber = dayNumber
    self.isMonth = isMonth
  }
}
