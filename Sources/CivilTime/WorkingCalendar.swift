public import Located

/// Which days are working days: not Sundays, not holidays, and Saturdays only if it says so.
///
/// A date known only to the month is never shifted and counts as working; what is computed from it
/// stays a month.
public struct WorkingCalendar: Sendable, Hashable {
  /// A holiday on its day.
  public struct Holiday: Sendable, Hashable {
    /// The day.
    public let date: CivilDate
    /// The holiday's name.
    public let name: Text
    /// Whether it is an eve that is reckoned as a holiday, and no public holiday.
    public let isEve: Bool
  }

  /// The rules of the holidays; where two fall on one day, the earlier names it.
  public let rules: [HolidayRule]
  /// Whether Saturdays that are no holidays are working days.
  ///
  /// By section 2 of the act on the computation of legal time limits (lag 1930:173 om beräkning av
  /// lagstadgad tid) a Saturday is as a holiday; the rules of the national consultations do not say.
  public let saturdayWorks: Bool

  /// A calendar of holiday rules; without rules, one of weekends only.
  public init(rules: [HolidayRule], saturdayWorks: Bool = false) {
    self.rules = rules
    self.saturdayWorks = saturdayWorks
  }
}

// MARK: - Holidays

extension WorkingCalendar {
  /// The holidays of a year by date; empty outside the supported years.
  public func holidays(in year: Int) -> [Holiday] {
    rules.enumerated().compactMap { order, rule in
      rule.date(in: year).map { (order, Holiday(date: $0, name: rule.name, isEve: rule.isEve)) }
    }
    .sorted { ($0.1.date, $0.0) < ($1.1.date, $1.0) }
    .map(\.1)
  }

  /// The name of the holiday on a day, nil if it is none; a month is none.
  public func holiday(on date: CivilDate) -> Text? {
    firstRule(on: date).map { rules[$0].name }
  }

  /// Why a day is no working day, to follow the word "is"; nil for a working day and for a month.
  ///
  /// `en söndag`, `helgdag (långfredagen)`; `a Sunday`, `a holiday (Good Friday)`.
  public func closure(on date: CivilDate) -> Text? {
    if let name = holiday(on: date) {
      return Text(sv: "helgdag (\(name.sv))", en: "a holiday (\(name.en))")
    }
    guard !isWorkingDay(date) else { return nil }
    let title = date.weekday.title
    return Text(sv: "en \(title.sv)", en: "a \(title.en)")
  }

  /// The index of the rule whose holiday falls on a day; computes a few integers, never a year.
  private func firstRule(on date: CivilDate) -> Int? {
    guard !date.isMonth else { return nil }
    let year = date.year
    let easter = CivilDate(checkedDay: Gregorian.easter(year: year))
    return rules.firstIndex { $0.date(in: year, easter: easter) == date }
  }
}

// MARK: - Working days

extension WorkingCalendar {
  /// Whether a day is a working day.
  public func isWorkingDay(_ date: CivilDate) -> Bool {
    if date.isMonth { return true }
    switch date.weekday {
    case .sunday: return false
    case .saturday where !saturdayWorks: return false
    default: return firstRule(on: date) == nil
    }
  }

  /// The day itself if it is a working day, else the first one after it.
  ///
  /// The last supported day if none is left.
  public func workingDay(onOrAfter date: CivilDate) -> CivilDate {
    walk(from: date, step: 1, until: .latest)
  }

  /// The day itself if it is a working day, else the last one before it.
  ///
  /// The first supported day if none is left.
  public func workingDay(onOrBefore date: CivilDate) -> CivilDate {
    walk(from: date, step: -1, until: .earliest)
  }

  /// The date a duration later; working days count from the day after.
  ///
  /// Only a duration in working days is sure to end on one: days, weeks, months and years are
  /// added as they are. A shorter month ends them early (``CivilDate/adding(months:)``).
  public func adding(_ duration: CivilDuration, to date: CivilDate) -> CivilDate {
    moving(date, by: duration, direction: 1)
  }

  /// The date a duration earlier; working days count from the day before.
  public func subtracting(_ duration: CivilDuration, from date: CivilDate) -> CivilDate {
    moving(date, by: duration, direction: -1)
  }

  /// How many working days lie after one date up to and including another.
  ///
  /// If the other is earlier, those before the first down to and including it, negative. So it
  /// finds the count that was added or subtracted in working days. A month counts as its first day.
  public func workingDays(from start: CivilDate, to end: CivilDate) -> Int {
    let step = start.dayNumber <= end.dayNumber ? 1 : -1
    var (day, count) = (start.firstDay, 0)
    var table = YearTable(self)
    while day.dayNumber != end.dayNumber {
      day = day.adding(days: step)
      if table.isWorkingDay(day) { count += step }
    }
    return count
  }

  private func walk(from date: CivilDate, step: Int, until bound: CivilDate) -> CivilDate {
    var day = date
    while day != bound, !isWorkingDay(day) { day = day.adding(days: step) }
    return day
  }

  private func moving(
    _ date: CivilDate, by duration: CivilDuration, direction: Int
  ) -> CivilDate {
    let count = duration.count * direction
    switch duration.unit {
    case .days: return date.adding(days: count)
    case .weeks: return date.adding(days: count * 7)
    case .months: return date.adding(months: count)
    case .years: return date.adding(months: count * 12)
    case .workingDays:
      let bound = direction > 0 ? CivilDate.latest : .earliest
      var (day, left) = (date.firstDay, duration.count)
      var table = YearTable(self)
      while left > 0, day != bound {
        day = day.adding(days: direction)
        if table.isWorkingDay(day) { left -= 1 }
      }
      return day.known(as: date)
    }
  }
}

/// The holidays of the year that a walk along the days is in: each rule is asked once a year and
/// not once a day.
private struct YearTable {
  private let calendar: WorkingCalendar
  // The days of the year by number, from the first; none before a day was asked for.
  private var first: Int32 = 0
  private var isHoliday: [Bool] = []

  init(_ calendar: WorkingCalendar) {
    self.calendar = calendar
  }

  mutating func isWorkingDay(_ date: CivilDate) -> Bool {
    switch date.weekday {
    case .sunday: return false
    case .saturday where !calendar.saturdayWorks: return false
    default: break
    }
    var place = Int(date.dayNumber - first)
    if !isHoliday.indices.contains(place) {
      fill(date.year)
      place = Int(date.dayNumber - first)
    }
    return !isHoliday[place]
  }

  private mutating func fill(_ year: Int) {
    first = Gregorian.dayNumber(year: year, month: 1, day: 1)
    let next = Gregorian.dayNumber(year: year + 1, month: 1, day: 1)
    isHoliday = Array(repeating: false, count: Int(next - first))
    let easter = CivilDate(checkedDay: Gregorian.easter(year: year))
    for rule in calendar.rules {
      guard let date = rule.date(in: year, easter: easter) else { continue }
      let place = Int(date.dayNumber - first)
      if isHoliday.indices.contains(place) { isHoliday[place] = true }
    }
  }
}
