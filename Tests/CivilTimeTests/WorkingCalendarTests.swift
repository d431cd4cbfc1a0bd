import CivilTime
import Located
import Testing

@Suite struct WorkingCalendarTests {
  @Test func `a Saturday works only where the calendar says so`() {
    let saturday = date("2026-11-14")
    #expect(!saturdayOff.isWorkingDay(saturday))
    #expect(saturdayOn.isWorkingDay(saturday))
    #expect(!saturdayOn.isWorkingDay(saturday.adding(days: 1)))
    #expect(!saturdayOn.isWorkingDay(date("2026-12-26")))
  }

  @Test func `an eve is free only where a rule makes it so`() {
    let eve = HolidayRule(
      .first(.friday, onOrAfter: day("06-19")),
      name: Text(sv: "midsommarafton", en: "Midsummer Eve"))
    let withEve = WorkingCalendar(rules: swedishRules + [eve])
    #expect(saturdayOff.isWorkingDay(date("2026-06-19")))
    #expect(!withEve.isWorkingDay(date("2026-06-19")))
    #expect(withEve.workingDay(onOrAfter: date("2026-06-19")) == date("2026-06-22"))
  }

  @Test(
    arguments: [
      ("2026-04-02", "2026-04-02", "2026-04-02"),
      ("2026-04-03", "2026-04-07", "2026-04-02"),
      ("2026-12-25", "2026-12-28", "2026-12-24"),
      ("2027-01-01", "2027-01-04", "2026-12-31"),
    ])
  func `the nearest working day is found both ways`(text: String, after: String, before: String) {
    #expect(saturdayOff.workingDay(onOrAfter: date(text)) == date(after))
    #expect(saturdayOff.workingDay(onOrBefore: date(text)) == date(before))
  }

  @Test(
    arguments: [
      ("2026-04-01", "3 days", "2026-04-04"), ("2026-04-01", "8 weeks", "2026-05-27"),
      ("2026-01-31", "1 month", "2026-02-28"), ("2024-02-29", "1 year", "2025-02-28"),
      ("2026-04-01", "1 working day", "2026-04-02"),
      ("2026-04-02", "1 working day", "2026-04-07"),
      ("2026-04-04", "1 working day", "2026-04-07"),
      ("2026-12-23", "10 working days", "2027-01-11"),
    ])
  func `a duration is added`(start: String, length: String, end: String) {
    #expect(saturdayOff.adding(duration(length), to: date(start)) == date(end))
  }

  @Test(
    arguments: [
      ("2026-04-07", "1 working day", "2026-04-02"), ("2026-05-27", "8 weeks", "2026-04-01"),
      ("2026-03-31", "1 month", "2026-02-28"), ("2026-03-31", "6 months", "2025-09-30"),
      ("2027-01-11", "10 working days", "2026-12-23"),
    ])
  func `a duration is subtracted`(end: String, length: String, start: String) {
    #expect(saturdayOff.subtracting(duration(length), from: date(end)) == date(start))
  }

  @Test func `a month is not shifted and stays a month`() {
    let month = date("2023-01")  // 1 January 2023 was a Sunday and a holiday
    #expect(saturdayOff.isWorkingDay(month))
    #expect(saturdayOff.holiday(on: month) == nil)
    #expect(saturdayOff.closure(on: month) == nil)
    #expect(saturdayOff.workingDay(onOrAfter: month) == month)
    #expect(saturdayOff.workingDay(onOrBefore: month) == month)
    #expect(saturdayOff.adding(duration("2 months"), to: month) == date("2023-03"))
    #expect(saturdayOff.adding(duration("5 weeks"), to: month) == date("2023-02"))
    #expect(saturdayOff.adding(duration("10 working days"), to: month) == date("2023-01"))
    #expect(saturdayOff.adding(duration("30 working days"), to: month) == date("2023-02"))
    #expect(saturdayOff.subtracting(duration("1 working day"), from: month) == date("2022-12"))
  }

  @Test(arguments: [1, 2, 5, 10, 250, 1000])
  func `counting finds what was added in working days`(count: Int) throws {
    let length = try #require(CivilDuration(count, .workingDays))
    for offset in 0..<60 {
      for calendar in [saturdayOff, saturdayOn] {
        let start = date("2026-03-20").adding(days: offset)
        let end = calendar.adding(length, to: start)
        #expect(calendar.isWorkingDay(end))
        #expect(calendar.workingDays(from: start, to: end) == count)
        let before = calendar.subtracting(length, from: start)
        #expect(calendar.workingDays(from: start, to: before) == -count)
      }
    }
    #expect(saturdayOff.workingDays(from: date("2026-03-20"), to: date("2026-03-20")) == 0)
  }

  /// The yearly figures that employers publish, in which the three eves are free.
  @Test(arguments: [(2025, 249), (2026, 251)])
  func `a year has as many working days as is published`(year: Int, count: Int) {
    let eves = [
      HolidayRule(.first(.friday, onOrAfter: day("06-19")), name: Text("midsommarafton")),
      HolidayRule(.fixed(day("12-24")), name: Text("julafton")),
      HolidayRule(.fixed(day("12-31")), name: Text("nyårsafton")),
    ]
    let calendar = WorkingCalendar(rules: swedishRules + eves)
    let ends = [date("\(year - 1)-12-31"), date("\(year)-12-31")]
    #expect(calendar.workingDays(from: ends[0], to: ends[1]) == count)
  }

  @Test func `a calendar without a working day ends at the bounds`() {
    let everyDay = (1...12).flatMap { month in
      (1...31).compactMap { day in
        MonthDay(month: month, day: day).map { HolidayRule(.fixed($0), name: Text("x")) }
      }
    }
    let closed = WorkingCalendar(rules: everyDay)
    let start = CivilDate.latest.adding(days: -30)
    #expect(closed.workingDay(onOrAfter: start) == .latest)
    #expect(closed.adding(duration("1 working day"), to: start) == .latest)
    #expect(closed.workingDay(onOrBefore: CivilDate.earliest.adding(days: 30)) == .earliest)
  }

  @Test func `a closed day says why`() {
    #expect(
      saturdayOff.closure(on: date("2026-11-15")) == Text(sv: "en söndag", en: "a Sunday"))
    #expect(
      saturdayOff.closure(on: date("2028-04-16"))
        == Text(sv: "helgdag (påskdagen)", en: "a holiday (Easter Sunday)"))
    #expect(saturdayOff.closure(on: date("2026-11-16")) == nil)
    #expect(saturdayOn.closure(on: date("2026-11-14")) == nil)
  }
}
