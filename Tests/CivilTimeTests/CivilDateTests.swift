import CivilTime
import Located
import Testing

@Suite struct CivilDateTests {
  /// Walks from 1 January 1900 as a wall calendar does, month by month and day by day.
  @Test func `every day of three centuries agrees with a walk through them`() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = CivilDate.earliest.dayNumber
    var weekday = 0  // 1 January 1900 was a Monday.
    var faults: [String] = []
    for year in 1900...2199 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for month in 1...12 {
        for day in 1...(lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)) {
          guard let date = CivilDate(year: year, month: month, day: day) else {
            faults.append("no \(year)-\(month)-\(day)")
            continue
          }
          let agrees =
            date.dayNumber == number && date.year == year && date.month == month
            && date.day == day && date.weekday == Weekday.allCases[weekday]
            && CivilDate(date.description) == date && CivilDate(dayNumber: number) == date
            && date.asMonth == CivilDate(year: year, month: month)
            && date.asMonth.firstDay.adding(days: day - 1) == date
          if !agrees { faults.append(date.description) }
          number += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
    #expect(faults.isEmpty)
    #expect(number == CivilDate.latest.dayNumber + 1)
  }

  @Test(
    arguments: [
      "1970-01-01": 0, "1969-12-31": -1, "2000-03-01": 11_017, "2026-11-21": 20_778,
    ])
  func `days count from 1970`(text: String, number: Int32) {
    #expect(date(text).dayNumber == number)
  }

  @Test(
    arguments: [
      "", "2019", "2019-", "2019-3", "2019-03-", "2019-3-01", "2019-03-1", "19-03-01",
      "2019-00", "2019-13", "2019-02-29", "1900-02-29", "2019-04-31", "2019-01-00", "2019-01-32",
      "1899-12-31", "2200-01-01", "2200-01", "0000-01-01", " 2019-03-01", "2019-03-01 ",
      "2019-03-01T00:00", "2019/03/01", "2019-03/01", "20190301", "+019-03-01", "2019-+3",
      "2019-03-0a", "2019–03–01", "２０１９-03", "201é-03-01", "-2019-03",
    ])
  func `a text that is not exactly a date is none`(text: String) {
    #expect(CivilDate(text) == nil)
    #expect(CivilDate(text[...]) == nil)
    var copy = text
    let inPlace = copy.withUTF8 { CivilDate(utf8: $0) }
    #expect(inPlace == nil)
  }

  @Test func `a part of a text is read without a copy of it`() {
    let line = "opened: 2019-03, closed: 2020-02-29"
    #expect(CivilDate(line.dropFirst(8).prefix(7)) == CivilDate(year: 2019, month: 3))
    #expect(CivilDate(line.suffix(10)) == CivilDate(year: 2020, month: 2, day: 29))
    // A text that is not stored as UTF-8 in one piece.
    #expect(CivilDate(String(line.suffix(10).reversed().reversed())) == date("2020-02-29"))
  }

  @Test(arguments: [(2019, 2, 29), (2019, 13, 1), (2019, 0, 1), (1899, 1, 1), (2200, 1, 1)])
  func `numbers that are no day give none`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test func `a number outside the years or within a month gives none`() {
    #expect(CivilDate(dayNumber: CivilDate.earliest.dayNumber - 1) == nil)
    #expect(CivilDate(dayNumber: CivilDate.latest.dayNumber + 1) == nil)
    #expect(CivilDate(dayNumber: 1, isMonth: true) == nil)
    #expect(CivilDate(dayNumber: 0, isMonth: true) == CivilDate("1970-01"))
  }

  @Test(
    arguments: [
      ("2019-01-31", 1, "2019-02-28"), ("2020-01-31", 1, "2020-02-29"),
      ("2019-01-31", 2, "2019-03-31"), ("2019-03-31", -1, "2019-02-28"),
      ("2020-02-29", 12, "2021-02-28"), ("2020-02-29", 48, "2024-02-29"),
      ("2019-11-15", 3, "2020-02-15"), ("2019-02-15", -3, "2018-11-15"),
      ("2019-12-31", 0, "2019-12-31"), ("2019-08-31", 1, "2019-09-30"),
    ])
  func `a month later is the same day or the month's last`(
    start: String, months: Int, end: String
  ) {
    #expect(date(start).adding(months: months) == date(end))
  }

  @Test func `what is computed from a month is a month`() {
    let march = date("2019-03")
    #expect(march.adding(days: 30) == date("2019-03"))
    #expect(march.adding(days: 31) == date("2019-04"))
    #expect(march.adding(days: -1) == date("2019-02"))
    #expect(march.adding(months: 11) == date("2020-02"))
    #expect(march.adding(months: 10_000) == date("2199-12"))
    #expect(march.adding(days: -1_000_000) == date("1900-01"))
  }

  @Test(arguments: [0, 1, -1, 400_000, -400_000, Int.max, Int.min])
  func `arithmetic holds at the bounds and never traps`(count: Int) {
    for start in [CivilDate.earliest, .latest, date("2019-09-16")] {
      for sum in [start.adding(days: count), start.adding(months: count)] {
        #expect(sum >= .earliest)
        #expect(sum <= .latest)
        if count == .max { #expect(sum == .latest) }
        if count == .min { #expect(sum == .earliest) }
      }
    }
  }

  @Test func `days between dates undo each other`() {
    #expect(date("2019-09-16").days(until: date("2019-10-14")) == 28)
    #expect(date("2019-10-14").days(until: date("2019-09-16")) == -28)
    #expect(date("2020-02").days(until: date("2020-03")) == 29)
    let span = CivilDate.earliest.days(until: .latest)
    #expect(CivilDate.earliest.adding(days: span) == .latest)
    #expect(CivilDate.earliest.adding(days: span - 1) < .latest)
  }

  @Test func `a month covers its days and comes before the first of them`() {
    let dates = ["2020-02-28", "2020-03", "2020-03-01", "2020-03-02", "2020-04"].map(date)
    #expect(dates.reversed().sorted() == dates)
    #expect(date("2020-03") != date("2020-03-01"))
    #expect(date("2020-02").firstDay == date("2020-02-01"))
    #expect(date("2020-02").lastDay == date("2020-02-29"))
    #expect(date("2020-02-10").lastDay == date("2020-02-10"))
    #expect(date("2020-02").asMonth == date("2020-02"))
  }

  @Test(
    arguments: [
      ("2020-12-31", 2020, 53), ("2021-01-03", 2020, 53), ("2021-01-04", 2021, 1),
      ("2024-12-30", 2025, 1), ("2026-11-16", 2026, 47), ("2005-01-01", 2004, 53),
      ("1900-01-01", 1900, 1), ("2199-12-31", 2200, 1),
    ])
  func `weeks are those of the standard`(text: String, year: Int, week: Int) {
    #expect(date(text).isoWeek == (year, week))
  }

  @Test func `a date is written as people write it`() {
    #expect(date("2026-11-05").written == Text(sv: "5 november 2026", en: "5 November 2026"))
    #expect(date("2019-05").written == Text(sv: "maj 2019", en: "May 2019"))
    #expect(Weekday.sunday.title == Text(sv: "söndag", en: "Sunday"))
  }
}

@Suite struct MonthDayTests {
  @Test func `a leap day falls on the last of February in other years`() {
    #expect(day("02-29").date(in: 2020) == date("2020-02-29"))
    #expect(day("02-29").date(in: 2019) == date("2019-02-28"))
  }

  @Test(arguments: ["", "2-15", "02-30", "13-01", "00-01", "02/15", "02-15 ", "2000-02", "0é-1"])
  func `a text that is not exactly a day of a year is none`(text: String) {
    #expect(MonthDay(text) == nil)
  }

  @Test func `a day of a year is written as it is read`() {
    #expect(day("04-05").description == "04-05")
    #expect(day("04-05") < day("04-14"))
    #expect(day("04-05").date(in: 1899) == nil)
  }
}

@Suite struct ValidityTests {
  @Test func `both ends belong to it and a month is whole`() {
    let regime = Validity(from: date("2012-01"), to: date("2019-04"))
    #expect(!regime.contains(date("2011-12-31")))
    #expect(regime.contains(date("2012-01-01")))
    #expect(regime.contains(date("2019-04-30")))
    #expect(regime.contains(date("2019-04")))
    #expect(!regime.contains(date("2019-05-01")))
    #expect(Validity().contains(.earliest))
  }
}
