/// A civil date, known to the day or only to the month.
///
/// A month counts as its first day where a day must be computed, and what is computed from it is a
/// month again: no day is invented.
///
/// Dates lie in the years ``supportedYears``. Arithmetic never traps: a result that would leave
/// them is ``earliest`` or ``latest`` instead.
public struct CivilDate: Sendable, Hashable {
  /// Days since 1970-01-01 in the Gregorian calendar; of a month, its first day.
  public let dayNumber: Int32
  /// Whether only the month is known.
  public let isMonth: Bool

  /// The years that a date can lie in.
  public static let supportedYears = 1900...2199
  /// The first supported day, 1900-01-01.
  public static let earliest = CivilDate(checkedDay: -25_567)
  /// The last supported day, 2199-12-31.
  public static let latest = CivilDate(checkedDay: 84_005)

  /// A date whose number the caller knows to be supported, and the first of a month if `isMonth`.
  init(checkedDay dayNumber: Int32, isMonth: Bool = false) {
    self.dayNumber = dayNumber
    self.isMonth = isMonth
  }

  /// The day with this number, or nil outside the supported years.
  ///
  /// With `isMonth` the number must be that of a month's first day.
  package init?(dayNumber: Int32, isMonth: Bool = false) {
    guard dayNumber >= Self.earliest.dayNumber, dayNumber <= Self.latest.dayNumber else {
      return nil
    }
    self.init(checkedDay: dayNumber, isMonth: isMonth)
    if isMonth, day != 1 { return nil }
  }

  /// A day, or nil if the calendar has no such day in the supported years.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.supportedYears.contains(year), 1...12 ~= month,
      day >= 1, day <= Gregorian.length(ofMonth: month, year: year)
    else { return nil }
    self.init(checkedDay: Gregorian.dayNumber(year: year, month: month, day: day))
  }

  /// A month, or nil if there is no such month in the supported years.
  public init?(year: Int, month: Int) {
    guard Self.supportedYears.contains(year), 1...12 ~= month else { return nil }
    let first = Gregorian.dayNumber(year: year, month: month, day: 1)
    self.init(checkedDay: first, isMonth: true)
  }
}

// MARK: - Parts

extension CivilDate {
  /// The year, the month (1–12) and the day (1–31, of a month 1) in one computation.
  var parts: (year: Int, month: Int, day: Int) { Gregorian.parts(of: dayNumber) }

  /// The year, in ``supportedYears``.
  public var year: Int { parts.year }
  /// The month, 1–12.
  public var month: Int { parts.month }
  /// The day of the month, 1–31; of a month, 1.
  public var day: Int { parts.day }

  /// The day of the week; of a month, that of its first day.
  public var weekday: Weekday { Gregorian.weekday(of: dayNumber) }

  /// The week by ISO 8601 (weeks start on Monday; week 1 holds the year's first Thursday).
  ///
  /// The week's year may differ from the date's near New Year; 2199-12-31 lies in a week of 2200.
  public var isoWeek: (year: Int, week: Int) {
    // A week belongs to the year of its Thursday.
    let thursday = dayNumber - Int32(weekday.rawValue) + 4
    let year = Gregorian.parts(of: thursday).year
    let newYear = Gregorian.dayNumber(year: year, month: 1, day: 1)
    return (year, Int(thursday - newYear) / 7 + 1)
  }

  /// The date as a day: a month's first day, a day itself.
  public var firstDay: CivilDate { CivilDate(checkedDay: dayNumber) }

  /// The last day that the date covers: a month's last day, a day itself.
  public var lastDay: CivilDate {
    guard isMonth else { return self }
    let (year, month, _) = parts
    let length = Int32(Gregorian.length(ofMonth: month, year: year))
    return CivilDate(checkedDay: dayNumber + length - 1)
  }

  /// The month that the date lies in.
  public var asMonth: CivilDate {
    isMonth ? self : CivilDate(checkedDay: dayNumber - Int32(day) + 1, isMonth: true)
  }
}

// MARK: - Order and arithmetic

extension CivilDate: Comparable {
  /// Whether one date comes before another; a month comes before its own first day.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.dayNumber, left.isMonth ? 0 : 1) < (right.dayNumber, right.isMonth ? 0 : 1)
  }
}

extension CivilDate {
  /// The date so many days later (earlier if negative); from a month, the month of that day.
  public func adding(days: Int) -> CivilDate {
    // The sum cannot overflow: both terms are held within the length of the supported years.
    let span = Int(Self.latest.dayNumber - Self.earliest.dayNumber)
    let sum = Int(dayNumber) + min(max(days, -span), span)
    let held = min(max(sum, Int(Self.earliest.dayNumber)), Int(Self.latest.dayNumber))
    return CivilDate(checkedDay: Int32(held)).known(as: self)
  }

  /// The same day so many months later (earlier if negative).
  ///
  /// Where that month is shorter, its last day: one month after 31 January is the last of February.
  /// So adding one month twice may differ from adding two.
  public func adding(months: Int) -> CivilDate {
    let (year, month, day) = parts
    let all = Self.supportedYears.count * 12
    let index = year * 12 + month - 1 + min(max(months, -all), all)
    let (newYear, newMonth) = (index / 12, index % 12 + 1)
    if newYear < Self.supportedYears.lowerBound { return Self.earliest.known(as: self) }
    if newYear > Self.supportedYears.upperBound { return Self.latest.known(as: self) }
    let newDay = min(day, Gregorian.length(ofMonth: newMonth, year: newYear))
    let number = Gregorian.dayNumber(year: newYear, month: newMonth, day: newDay)
    return CivilDate(checkedDay: number).known(as: self)
  }

  /// The number of days from this date to another, negative if that is earlier.
  ///
  /// A month counts as its first day.
  public func days(until other: CivilDate) -> Int { Int(other.dayNumber - dayNumber) }

  /// The date, as precise as the one that it was computed from.
  func known(as origin: CivilDate) -> CivilDate { origin.isMonth ? asMonth : self }
}
