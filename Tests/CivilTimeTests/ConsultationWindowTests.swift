import CivilTime
import Located
import Testing

/// The days that hold for a nominal round, by the two readings of what a working day is.
struct Golden: Sendable, CustomTestStringConvertible {
  let opens: String
  let closes: String
  let saturdayOff: [String]
  let saturdayOn: [String]

  init(_ nominal: [String], off: [String], on: [String]) {
    (opens, closes) = (nominal[0], nominal[1])
    (saturdayOff, saturdayOn) = (off, on)
  }

  var testDescription: String { "\(opens) to \(closes)" }
}

private let golden: [Golden] = [
  Golden(
    ["2026-02-15", "2026-04-14"],
    off: ["2026-02-16", "2026-04-14"], on: ["2026-02-16", "2026-04-14"]),
  Golden(
    ["2026-04-15", "2026-06-14"],
    off: ["2026-04-15", "2026-06-12"], on: ["2026-04-15", "2026-06-13"]),
  Golden(
    ["2026-09-15", "2026-11-14"],
    off: ["2026-09-15", "2026-11-13"], on: ["2026-09-15", "2026-11-14"]),
  Golden(
    ["2026-11-15", "2027-02-14"],
    off: ["2026-11-16", "2027-02-12"], on: ["2026-11-16", "2027-02-13"]),
  Golden(
    ["2027-02-15", "2027-04-14"],
    off: ["2027-02-15", "2027-04-14"], on: ["2027-02-15", "2027-04-14"]),
  Golden(
    ["2027-04-15", "2027-06-14"],
    off: ["2027-04-15", "2027-06-14"], on: ["2027-04-15", "2027-06-14"]),
  Golden(
    ["2027-09-15", "2027-11-14"],
    off: ["2027-09-15", "2027-11-12"], on: ["2027-09-15", "2027-11-13"]),
  Golden(
    ["2027-11-15", "2028-02-14"],
    off: ["2027-11-15", "2028-02-14"], on: ["2027-11-15", "2028-02-14"]),
  Golden(
    ["2028-02-15", "2028-04-14"],
    off: ["2028-02-15", "2028-04-13"], on: ["2028-02-15", "2028-04-13"]),
  Golden(
    ["2028-04-15", "2028-06-14"],
    off: ["2028-04-18", "2028-06-14"], on: ["2028-04-15", "2028-06-14"]),
  Golden(
    ["2028-09-15", "2028-11-14"],
    off: ["2028-09-15", "2028-11-14"], on: ["2028-09-15", "2028-11-14"]),
  Golden(
    ["2028-11-15", "2029-02-14"],
    off: ["2028-11-15", "2029-02-14"], on: ["2028-11-15", "2029-02-14"]),
  Golden(
    ["2029-02-15", "2029-04-14"],
    off: ["2029-02-15", "2029-04-13"], on: ["2029-02-15", "2029-04-14"]),
  Golden(
    ["2029-04-15", "2029-06-14"],
    off: ["2029-04-16", "2029-06-14"], on: ["2029-04-16", "2029-06-14"]),
  Golden(
    ["2029-09-15", "2029-11-14"],
    off: ["2029-09-17", "2029-11-14"], on: ["2029-09-15", "2029-11-14"]),
  Golden(
    ["2029-11-15", "2030-02-14"],
    off: ["2029-11-15", "2030-02-14"], on: ["2029-11-15", "2030-02-14"]),
  Golden(
    ["2030-02-15", "2030-04-14"],
    off: ["2030-02-15", "2030-04-12"], on: ["2030-02-15", "2030-04-13"]),
  Golden(
    ["2030-04-15", "2030-06-14"],
    off: ["2030-04-15", "2030-06-14"], on: ["2030-04-15", "2030-06-14"]),
  Golden(
    ["2030-09-15", "2030-11-14"],
    off: ["2030-09-16", "2030-11-14"], on: ["2030-09-16", "2030-11-14"]),
  Golden(
    ["2030-11-15", "2031-02-14"],
    off: ["2030-11-15", "2031-02-14"], on: ["2030-11-15", "2031-02-14"]),
]

@Suite struct ConsultationWindowTests {
  @Test(arguments: golden)
  func `the national rounds of 2026 to 2030 fall on their days`(_ round: Golden) throws {
    let readings = [(saturdayOff, round.saturdayOff), (saturdayOn, round.saturdayOn)]
    for (calendar, expected) in readings {
      let found = nationalRemiss.occurrences(in: date(round.opens).year, calendar: calendar)
        .first { $0.nominalOpens == date(round.opens) }
      let occurrence = try #require(found)
      #expect(occurrence.nominalCloses == date(round.closes))
      #expect([occurrence.opens, occurrence.closes] == expected.map(date))
    }
  }

  @Test func `a year has the four rounds in order, also when the data has not`() {
    let opens = nationalRemiss.occurrences(in: 2027, calendar: saturdayOff).map(\.opens)
    #expect(opens == ["2027-02-15", "2027-04-15", "2027-09-15", "2027-11-15"].map(date))
  }

  @Test(
    arguments: [
      ("2019-09-15", "2019-09-16"), ("2020-02-15", "2020-02-17"), ("2020-11-15", "2020-11-16"),
      ("2022-04-15", "2022-04-19"), ("2026-11-15", "2026-11-16"),
    ])
  func `the rounds opened on the days that were published`(nominal: String, opens: String) throws {
    let next = try #require(
      nationalRemiss.next(onOrAfter: date(nominal), calendar: saturdayOff))
    #expect(next.nominalOpens == date(nominal))
    #expect(next.opens == date(opens))
  }

  @Test func `the day as shifted decides which opening is next`() throws {
    let onTheDay = nationalRemiss.next(onOrAfter: date("2019-09-16"), calendar: saturdayOff)
    #expect(onTheDay?.opens == date("2019-09-16"))
    let dayAfter = nationalRemiss.next(onOrAfter: date("2019-09-17"), calendar: saturdayOff)
    #expect(dayAfter?.opens == date("2019-11-15"))
  }

  @Test func `an opening that a shift carries over New Year is found from either side`() {
    func window(_ opens: String, _ shift: ConsultationWindow.Shift) -> ConsultationWindow {
      ConsultationWindow(
        id: "w", title: Text("w"), rounds: [.lasting(opens: day(opens), duration("8 weeks"))],
        opensShift: shift)
    }
    // 31 December 2022 was a Saturday, 1 January 2023 a Sunday.
    let forward = window("12-31", .forward)
      .next(onOrAfter: date("2023-01-01"), calendar: saturdayOff)
    #expect(forward?.opens == date("2023-01-02"))
    let back = window("01-01", .back).next(onOrAfter: date("2022-12-29"), calendar: saturdayOff)
    #expect(back?.opens == date("2022-12-30"))
    let gone = window("01-01", .back).next(onOrAfter: date("2022-12-31"), calendar: saturdayOff)
    #expect(gone?.opens == date("2023-12-29"))
  }

  @Test func `no shift leaves a Sunday where it is and gives no reason`() {
    let window = ConsultationWindow(
      id: "w", title: Text("w"), rounds: nationalRemiss.rounds, opensShift: .none,
      closesShift: .none)
    let next = window.next(onOrAfter: date("2026-11-01"), calendar: saturdayOff)
    #expect(next?.opens == date("2026-11-15"))
    #expect(next?.closes == date("2027-02-14"))
    #expect(next?.opensReason == nil)
    #expect(next?.closesReason == nil)
  }

  @Test(
    arguments: [
      ("09-15", "1 month", "2019-09-16", "2019-10-14"),
      ("09-15", "2 months", "2019-09-16", "2019-11-14"),
      ("04-01", "4 weeks", "2019-04-01", "2019-04-26"),
      // A Monday, and a Sunday that opens on the Monday after: five working days each.
      ("04-01", "5 working days", "2019-04-01", "2019-04-05"),
      ("03-31", "5 working days", "2019-04-01", "2019-04-05"),
    ])
  func `a round with a length counts its opening day`(
    opens: String, lasts: String, first: String, last: String
  ) {
    let window = ConsultationWindow(
      id: "w", title: Text("w"), rounds: [.lasting(opens: day(opens), duration(lasts))])
    let found = window.occurrences(in: 2019, calendar: saturdayOff)
    #expect(found.map(\.opens) == [date(first)])
    #expect(found.map(\.closes) == [date(last)])
  }

  @Test func `a round may open and close on one day`() {
    let window = ConsultationWindow(
      id: "w", title: Text("w"), rounds: [.yearly(opens: day("03-02"), closes: day("03-02"))])
    let found = window.occurrences(in: 2026, calendar: saturdayOff)
    #expect(found.map(\.opens) == [date("2026-03-02")])
    #expect(found.map(\.closes) == [date("2026-03-02")])
  }

  @Test func `dated rounds happen once`() {
    let window = ConsultationWindow(
      id: "light", title: Text("light"),
      rounds: [
        .dated(opens: date("2026-12-01"), closes: date("2027-01-29")),
        .dated(opens: date("2026-02-01"), closes: date("2026-03-01")),
      ])
    let found = window.occurrences(in: 2026, calendar: saturdayOff)
    #expect(found.map(\.opens) == ["2026-02-02", "2026-12-01"].map(date))
    #expect(found.map(\.closes) == ["2026-02-27", "2027-01-29"].map(date))
    #expect(window.occurrences(in: 2027, calendar: saturdayOff).isEmpty)
    #expect(window.next(onOrAfter: date("2026-12-02"), calendar: saturdayOff) == nil)
  }

  @Test func `an opening more than five years away is none`() {
    let window = ConsultationWindow(
      id: "w", title: Text("w"),
      rounds: [.dated(opens: date("2026-02-02"), closes: date("2026-03-02"))])
    #expect(window.next(onOrAfter: date("2021-02-02"), calendar: saturdayOff) != nil)
    #expect(window.next(onOrAfter: date("2021-02-01"), calendar: saturdayOff) == nil)
  }

  @Test func `a round that the shifts leave no day for is none`() {
    let weekend = ConsultationWindow(
      id: "w", title: Text("w"),
      rounds: [.dated(opens: date("2026-11-14"), closes: date("2026-11-15"))])
    #expect(weekend.occurrences(in: 2026, calendar: saturdayOff).isEmpty)
    #expect(weekend.occurrences(in: 2026, calendar: saturdayOn).count == 1)
  }

  @Test func `the nominal opening decides whether a window is valid`() {
    func window(from: String? = nil, to: String? = nil) -> ConsultationWindow {
      ConsultationWindow(
        id: "w", title: Text("w"), rounds: nationalRemiss.rounds,
        valid: Validity(from: from.map(date), to: to.map(date)))
    }
    func opens(_ window: ConsultationWindow) -> [CivilDate] {
      window.occurrences(in: 2020, calendar: saturdayOff).map(\.opens)
    }
    // The round of 15 February 2020 opened on the 17th.
    #expect(opens(window(to: "2020-02-15")) == [date("2020-02-17")])
    #expect(opens(window(to: "2020-02-14")).isEmpty)
    #expect(opens(window(to: "2020-02")) == [date("2020-02-17")])
    #expect(opens(window(from: "2020-11-15")) == [date("2020-11-16")])
    #expect(opens(window(from: "2020-11-16")).isEmpty)
  }

  @Test func `from a month the next round is known by month and not shifted`() throws {
    let next = try #require(nationalRemiss.next(onOrAfter: date("2026-11"), calendar: saturdayOff))
    #expect(next.opens == date("2026-11"))
    #expect(next.closes == date("2027-02"))
    #expect(next.nominalOpens == date("2026-11"))
    #expect(next.opensReason == nil)
  }

  @Test func `a shift is explained in both languages`() throws {
    let sunday = try #require(
      nationalRemiss.next(onOrAfter: date("2026-11-15"), calendar: saturdayOff))
    #expect(
      sunday.opensReason
        == Text(
          sv: "15 november 2026 är en söndag; öppnar närmaste arbetsdag därefter, 16 november",
          en: "15 November 2026 is a Sunday; opens on the next working day, 16 November"))
    #expect(
      sunday.closesReason
        == Text(
          sv: "14 februari 2027 är en söndag; stänger närmaste arbetsdag dessförinnan, 12 februari",
          en: "14 February 2027 is a Sunday; closes on the working day before, 12 February"))
    let easter = try #require(
      nationalRemiss.next(onOrAfter: date("2028-02-01"), calendar: saturdayOff))
    #expect(easter.opensReason == nil)
    #expect(
      easter.closesReason
        == Text(
          sv: "14 april 2028 är helgdag (långfredagen); "
            + "stänger närmaste arbetsdag dessförinnan, 13 april",
          en: "14 April 2028 is a holiday (Good Friday); "
            + "closes on the working day before, 13 April"))
  }

  @Test func `the explanation names the year when the shift crosses it`() {
    let window = ConsultationWindow(
      id: "w", title: Text("w"), rounds: [.lasting(opens: day("12-31"), duration("4 weeks"))])
    let reason = window.occurrences(in: 2022, calendar: saturdayOff).first?.opensReason
    #expect(reason?.sv.hasSuffix("därefter, 2 januari 2023") == true)
  }

  @Test func `a round that would close after the last supported year is none`() {
    let opens = nationalRemiss.occurrences(in: 2199, calendar: saturdayOff).map(\.nominalOpens)
    #expect(opens == ["2199-02-15", "2199-04-15", "2199-09-15"].map(date))
    #expect(nationalRemiss.next(onOrAfter: .latest, calendar: saturdayOff) == nil)
    #expect(nationalRemiss.next(onOrAfter: .earliest, calendar: saturdayOff) != nil)
  }
}
