import CivilTime
import Testing

@testable import Register

@Suite struct WindowTests {
  let organisation: Organisation

  init() throws {
    organisation = try register.get()
  }

  private func written(_ rounds: [WindowOccurrence]) -> [String] {
    rounds.map { "\($0.opens) \($0.closes)" }
  }

  @Test(
    arguments: [
      (2026, ["02-16 2026-04-14", "04-15 2026-06-12", "09-15 2026-11-13", "11-16 2027-02-12"]),
      (2027, ["02-15 2027-04-14", "04-15 2027-06-14", "09-15 2027-11-12", "11-15 2028-02-14"]),
      (2028, ["02-15 2028-04-13", "04-18 2028-06-14", "09-15 2028-11-14", "11-15 2029-02-14"]),
      (2030, ["02-15 2030-04-12", "04-15 2030-06-14", "09-16 2030-11-14", "11-15 2031-02-14"]),
    ])
  func `national rounds open forward and close back`(year: Int, days: [String]) {
    #expect(
      written(organisation.rounds(of: "national-remiss", in: year)) == days.map { "\(year)-\($0)" })
  }

  // Announced in public on the day: the rounds of September 2019, February and November 2020.
  @Test(
    arguments: [
      ("2019-09-01", "2019-09-16", "2019-11-14"), ("2020-02-01", "2020-02-17", "2020-04-14"),
      ("2020-11-01", "2020-11-16", "2021-01-14"), ("2021-11-01", "2021-11-15", "2022-02-14"),
      ("2022-04-10", "2022-04-19", "2022-06-14"),
    ])
  func `the next national round is the one in force on its day`(
    from: String, opens: String, closes: String
  ) throws {
    let round = try #require(
      organisation.nextRound(of: "national-remiss", onOrAfter: date(from)))
    #expect(round.opens == date(opens))
    #expect(round.closes == date(closes))
  }

  @Test func `a round of associations lasts a month from the same days`() {
    #expect(
      written(organisation.rounds(of: "specialist-remiss", in: 2019))
        == ["2019-04-15 2019-05-14", "2019-09-16 2019-10-14", "2019-11-15 2019-12-13"])
  }

  @Test func `pathways had days of their own in 2020`() {
    #expect(
      written(organisation.rounds(of: "pathway-remiss", in: 2020))
        == ["2020-01-27 2020-03-06", "2020-09-16 2020-11-27"])
    #expect(organisation.rounds(of: "pathway-remiss", in: 2021).count == 4)
  }

  @Test func `no light round starts in January, June, July or August`() {
    let rounds = organisation.rounds(of: "light-round", in: 2025)
    #expect(rounds.map(\.nominalOpens.month) == [2, 3, 4, 5, 9, 10, 11, 12])
    #expect(
      written(rounds).first == "2025-02-03 2025-02-28"
        && written(rounds).last == "2025-12-01 2026-01-29")
  }

  @Test func `there is no round before the routine began`() {
    #expect(organisation.rounds(of: "national-remiss", in: 2018).isEmpty)
    #expect(organisation.nextRound(of: "national-remiss", onOrAfter: date("2012-01-01")) == nil)
    #expect(organisation.nextRound(of: "no-such-window", onOrAfter: date("2026-01-01")) == nil)
  }

  @Test func `Saturdays, the eves and the holidays of the year are no working days`() {
    let calendar = organisation.calendar
    let free = [
      "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-14", "2026-06-19", "2026-06-20",
      "2026-10-31", "2026-12-24", "2026-12-31", "2026-02-14",
    ]
    #expect(free.filter { calendar.isWorkingDay(date($0)) } == [])
    #expect(calendar.isWorkingDay(date("2026-05-25")))
    #expect(!calendar.isWorkingDay(date("2004-05-31")))
    #expect(calendar.isWorkingDay(date("2003-06-06")) && !calendar.isWorkingDay(date("2005-06-06")))
    #expect(calendar.holidays(in: 2026).count == 16)
  }
}
