package import Canonical
import CivilTime
package import Located
package import Register

/// The holidays, working days and consultation windows of a year.
package struct CalendarYear: Sendable {
  let year: Int
  let organisation: Organisation
  let say: Phrasing

  /// The calendar of a year; nil outside the supported years.
  package init?(_ year: Int, organisation: Organisation, language: Language) {
    guard CivilDate.supportedYears.contains(year) else { return nil }
    self.year = year
    self.organisation = organisation
    say = Phrasing(language: language)
  }

  private var calendar: WorkingCalendar { organisation.calendar }

  private var workingDays: [Int] {
    (1...12).map { month in
      guard let first = CivilDate(year: year, month: month, day: 1) else { return 0 }
      let last = first.asMonth.lastDay
      return (0...first.days(until: last)).count { calendar.isWorkingDay(first.adding(days: $0)) }
    }
  }

  /// The year as a page of text.
  package var text: String {
    var page = Page()
    page.heading(say("Kalender \(year)", "Calendar \(year)"), underline: "=")
    page.line()
    page.heading(say("Helgdagar", "Holidays"), underline: "-")
    write(calendar.holidays(in: year).filter { !$0.isEve }, into: &page)
    let eves = calendar.holidays(in: year).filter(\.isEve)
    if !eves.isEmpty {
      page.line()
      page.heading(
        say("Aftnar, som räknas som helgdag", "Eves, reckoned as holidays"), underline: "-")
      write(eves, into: &page)
    }
    page.line(
      calendar.saturdayWorks
        ? say("Söndagar är inga arbetsdagar.", "Sundays are no working days.")
        : say(
          "Lördagar och söndagar är inga arbetsdagar.", "Saturdays and Sundays are no working days."
        ))
    page.line()
    let days = workingDays
    page.heading(
      say("Arbetsdagar: \(days.reduce(0, +))", "Working days: \(days.reduce(0, +))"), underline: "-"
    )
    let months = (1...12).compactMap { CivilDate(year: year, month: $0) }
    page.line(
      months.map { String($0.writtenWithoutYear[say.language].prefix(3)) }.joined(separator: "  "))
    page.line(days.map { "\($0)".padded(to: 3) }.joined(separator: "  "))
    for window in organisation.windows {
      page.line()
      page.heading("\(window.title[say.language]) (\(window.id))", underline: "-")
      let rounds = window.rounds(in: year, calendar: calendar)
      if rounds.isEmpty {
        page.line(say("Inga rundor är kända det året.", "No rounds are known that year."))
      }
      for round in running(window) {
        page.line("\(round.opens) – \(round.closes)")
        page.line(say("  pågår när året börjar", "  is open when the year begins"))
      }
      for round in rounds {
        page.line("\(round.opens) – \(round.closes)")
        for reason in [round.opensReason, round.closesReason].compactMap({ $0 }) {
          page.paragraph(reason[say.language], first: "  ", hanging: "  ")
        }
      }
    }
    return page.text
  }

  // The round that opened the year before and is still open.
  private func running(_ window: DatedWindow) -> [WindowOccurrence] {
    window.rounds(in: year - 1, calendar: calendar).filter { $0.closes.year == year }
  }

  private func write(_ holidays: [WorkingCalendar.Holiday], into page: inout Page) {
    for holiday in holidays {
      let weekday = holiday.date.weekday.title[say.language]
      page.line("\(holiday.date)  \(weekday.padded(to: 9))  \(holiday.name[say.language])")
    }
  }

  private func value(_ holidays: [WorkingCalendar.Holiday]) -> Value {
    .list(
      holidays.map {
        .record(["date": .text($0.date.description), "name": .text($0.name[say.language])])
      })
  }

  /// The year for a machine; `holidays` are the public ones, `eves` are reckoned as such.
  package var value: Value {
    .record([
      "year": .whole(year),
      "saturday-works": .flag(calendar.saturdayWorks),
      "working-days": .list(workingDays.map { .whole($0) }),
      "holidays": value(calendar.holidays(in: year).filter { !$0.isEve }),
      "eves": value(calendar.holidays(in: year).filter(\.isEve)),
      "windows": .list(
        organisation.windows.flatMap { window in
          window.rounds(in: year, calendar: calendar).map { round in
            .record([
              "calendar": .text(window.id), "title": .text(window.title[say.language]),
              "opens": .text(round.opens.description), "closes": .text(round.closes.description),
              "opens-reason": round.opensReason.map { .text($0[say.language]) },
              "closes-reason": round.closesReason.map { .text($0[say.language]) },
            ])
          }
        }),
    ])
  }
}
