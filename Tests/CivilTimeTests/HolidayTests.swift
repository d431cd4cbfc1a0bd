import Located
import Testing

@testable import CivilTime

@Suite struct HolidayTests {
  /// Easter by the church's own tables: golden number, epact, paschal full moon, dominical Sunday.
  ///
  /// Works on days of March from integers alone, so that it shares nothing with what it checks.
  private func easterByTables(_ year: Int) -> (month: Int, day: Int) {
    let golden = year % 19 + 1
    let century = year / 100 + 1
    let solar = 3 * century / 4 - 12
    let lunar = (8 * century + 5) / 25 - 5
    let sunday = 5 * year / 4 - solar - 10
    var epact = (11 * golden + 20 + lunar - solar) % 30
    if (epact == 25 && golden > 11) || epact == 24 { epact += 1 }
    var fullMoon = 44 - epact
    if fullMoon < 21 { fullMoon += 30 }
    let march = fullMoon + 7 - (sunday + fullMoon) % 7
    return march > 31 ? (4, march - 31) : (3, march)
  }

  /// Beyond the supported years too: within them the corrections of the moon never change.
  @Test func `Easter agrees with the church's tables from the reform on`() {
    var faults: [Int] = []
    for year in 1583...4099 {
      let (month, day) = easterByTables(year)
      if Gregorian.easter(year: year) != Gregorian.dayNumber(year: year, month: month, day: day) {
        faults.append(year)
      }
    }
    #expect(faults.isEmpty)
    #expect(CivilDate.easter(in: 1899) == nil)
    #expect(CivilDate.easter(in: 2200) == nil)
  }

  @Test(
    arguments: [
      "1900-04-15", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2004-04-11",
      "2008-03-23",
      "2019-04-21", "2024-03-31", "2028-04-16", "2038-04-25",
    ])
  func `Easter fell, or falls, on known days`(text: String) {
    #expect(CivilDate.easter(in: date(text).year) == date(text))
  }

  @Test func `the holidays of a year come in order`() {
    let found = saturdayOff.holidays(in: 2026).map { "\($0.date) \($0.name.en)" }
    #expect(
      found == [
        "2026-01-01 New Year's Day", "2026-01-06 Epiphany", "2026-04-03 Good Friday",
        "2026-04-05 Easter Sunday", "2026-04-06 Easter Monday", "2026-05-01 1 May",
        "2026-05-14 Ascension Day", "2026-05-24 Whit Sunday", "2026-06-06 National Day",
        "2026-06-20 Midsummer Day", "2026-10-31 All Saints' Day", "2026-12-25 Christmas Day",
        "2026-12-26 Boxing Day",
      ])
    #expect(saturdayOff.holidays(in: 1899).isEmpty)
  }

  @Test func `two holidays on one day are both listed and the earlier rule names it`() {
    // In 2008 Ascension Day fell on 1 May.
    let names = saturdayOff.holidays(in: 2008).filter { $0.date == date("2008-05-01") }
      .map(\.name.en)
    #expect(names == ["1 May", "Ascension Day"])
    #expect(saturdayOff.holiday(on: date("2008-05-01"))?.en == "1 May")
  }

  @Test func `Whit Monday gave way to the National Day in 2005`() {
    #expect(saturdayOff.holiday(on: date("2004-05-31"))?.sv == "annandag pingst")
    #expect(saturdayOff.holiday(on: date("2005-05-16")) == nil)
    #expect(saturdayOff.holiday(on: date("2004-06-06")) == nil)
    #expect(saturdayOff.holiday(on: date("2005-06-06"))?.sv == "nationaldagen")
    #expect(!saturdayOff.isWorkingDay(date("2004-05-31")))
    #expect(saturdayOff.isWorkingDay(date("2005-05-16")))
  }

  @Test(
    arguments: [
      ("06-20", "2020-06-20"), ("06-20", "2021-06-26"), ("06-20", "2026-06-20"),
      ("10-31", "2020-10-31"), ("10-31", "2021-11-06"), ("10-31", "2026-10-31"),
    ])
  func `a Saturday between two days is found`(start: String, expected: String) {
    let rule = HolidayRule(.first(.saturday, onOrAfter: day(start)), name: Text("x"))
    #expect(rule.date(in: date(expected).year) == date(expected))
  }

  @Test func `a rule that leads out of the year gives nothing in it`() {
    let late = HolidayRule(.first(.sunday, onOrAfter: day("12-30")), name: Text("x"))
    #expect(late.date(in: 2022) == nil)  // the Sunday was 1 January 2023
    #expect(late.date(in: 2023) == date("2023-12-31"))
    let early = HolidayRule(.easter(offset: -100), name: Text("x"))
    #expect(early.date(in: 2026) == nil)
    let far = HolidayRule(.easter(offset: .max), name: Text("x"))
    #expect(far.date(in: 2026) == nil)
  }

  @Test func `what a day is asked and what a year lists are the same`() {
    var faults: [String] = []
    for year in 1995...2045 {
      let listed = Set(saturdayOn.holidays(in: year).map(\.date))
      guard var day = CivilDate(year: year, month: 1, day: 1) else { continue }
      while day.year == year {
        let asked = saturdayOn.holiday(on: day) != nil
        let works = saturdayOn.isWorkingDay(day)
        if asked != listed.contains(day) || works == (asked || day.weekday == .sunday) {
          faults.append(day.description)
        }
        day = day.adding(days: 1)
      }
    }
    #expect(faults.isEmpty)
  }
}
