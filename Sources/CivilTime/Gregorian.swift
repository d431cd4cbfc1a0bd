/// The arithmetic of the Gregorian calendar, for years from 1 on; nothing here checks its input.
enum Gregorian {
  /// Days from 0000-03-01 to 1970-01-01.
  ///
  /// Counted from 1 March, a leap day is the last day of its year, and the months before it have
  /// the same lengths in every year.
  private static let daysFromMarchOfYearZero = 719_468

  static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01.
  static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
    let monthFromMarch = (month + 9) % 12
    let yearFromMarch = month > 2 ? year : year - 1
    let leapDays = yearFromMarch / 4 - yearFromMarch / 100 + yearFromMarch / 400
    // From March on, five months have 153 days: 31, 30, 31, 30, 31.
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return Int32(365 * yearFromMarch + leapDays + dayOfYear - daysFromMarchOfYearZero)
  }

  /// The year, the month and the day with this number; the inverse of `dayNumber`.
  static func parts(of dayNumber: Int32) -> (year: Int, month: Int, day: Int) {
    let days = Int(dayNumber) + daysFromMarchOfYearZero
    // 400 years have 146 097 days, 100 years 36 524 and 4 years 1 461; the last day of a longer
    // period would begin one period too many, hence the corrections.
    let (cycle, dayOfCycle) = days.quotientAndRemainder(dividingBy: 146_097)
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = 400 * cycle + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// Kept, because `allCases` builds its array anew each time.
  private static let weekdays = Weekday.allCases

  static func weekday(of dayNumber: Int32) -> Weekday {
    // 0000-03-01 was a Wednesday, the third day of the week.
    weekdays[(Int(dayNumber) + daysFromMarchOfYearZero + 2) % 7]
  }

  /// The day number of Easter Sunday: the Sunday after the first ecclesiastical full moon from
  /// 21 March on.
  static func easter(year: Int) -> Int32 {
    let century = year / 100
    // The moon's age on 1 January (the epact), after the corrections of 1582: leap days that the
    // centuries drop, and eight days of lunar drift in 2 500 years.
    let lunarDrift = (8 * century + 13) / 25
    let age = (19 * (year % 19) + century - century / 4 - lunarDrift + 15) % 30
    // Full moons fall on 29 days only, and two years of one cycle must not share a day.
    let lateInCycle = age == 29 || (age == 28 && year % 19 > 10)
    let fullMoon = dayNumber(year: year, month: 3, day: 21) + Int32(lateInCycle ? age - 1 : age)
    return fullMoon + Int32(7 - weekday(of: fullMoon).rawValue % 7)
  }
}
